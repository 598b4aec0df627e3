#include "engine/recipient_list.hpp"

#include <gtest/gtest.h>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class RecipientListTest : public FolderTest {};

TEST_F(RecipientListTest, ReadsNamesAndColumns) {
  const auto list = read_recipients(write("list", "# partners\n\nBank A\nKlinik B: NIK, NAMA ,\r\n"));
  ASSERT_TRUE(list);
  ASSERT_EQ(list->size(), 2U);
  EXPECT_EQ((*list)[0].name, "Bank A");
  EXPECT_TRUE((*list)[0].columns.empty());
  EXPECT_EQ((*list)[1].columns, (std::vector<std::string>{"NIK", "NAMA"}));
}

TEST_F(RecipientListTest, RefusesWhatCannotBe) {
  struct Case {
    const char* text;
    ErrorCode code;
  };
  const Case cases[] = {{"\n# nobody\n", "engine.recipients_empty"},
                        {"a\nb\nA\n", "engine.recipient_twice"},
                        {"../etc\n", "engine.recipient_unsafe"},
                        {"a/b\n", "engine.recipient_unsafe"},
                        {".hidden\n", "engine.recipient_unsafe"},
                        {"-rf\n", "engine.recipient_unsafe"},
                        {"a\x01"
                         "b\n",
                         "engine.recipient_unsafe"}};
  for (const auto& each : cases) {
    const auto list = read_recipients(write("list", each.text));
    ASSERT_FALSE(list) << each.text;
    EXPECT_EQ(list.error().code, each.code) << each.text;
  }
  EXPECT_EQ(read_recipients((folder_ / "none").string()).error().code, ErrorCode("engine.recipients_unreadable"));
}

}  // namespace
}  // namespace sidik::engine
