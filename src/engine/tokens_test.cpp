#include "engine/tokens.hpp"

#include <string>

#include "engine/token_files_for_test.hpp"

namespace sidik::engine {
namespace {

using MakeTokensTest = TokenFileTest;

TEST_F(MakeTokensTest, HoldsSetsAndNoValue) {
  const auto head = make();
  ASSERT_TRUE(head);
  ASSERT_EQ(head->tables.size(), 1U);
  EXPECT_EQ(head->tables[0].records, 3U);
  EXPECT_EQ(head->tables[0].rows, 2U);  // the second row is the first in another case
  const std::string bytes = read_file(request_.out);
  for (const char* value : {"3273010101900001", "SITI", "siti", "aminah", "081234567890", "BUDI"})
    EXPECT_EQ(bytes.find(value), std::string::npos) << value;
  EXPECT_TRUE(is_token_file(request_.out));
  EXPECT_FALSE(is_token_file(dump_));
  const auto perms = std::filesystem::status(request_.out).permissions();
  EXPECT_EQ(perms & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(MakeTokensTest, NeedsAKey) {
  request_.key_file.clear();
  const auto head = make();
  ASSERT_FALSE(head);
  EXPECT_EQ(head.error().code.name(), "engine.key_missing");
}

TEST_F(MakeTokensTest, NeverOverwritesTheDump) {
  request_.out = dump_;
  const auto head = make();
  ASSERT_FALSE(head);
  EXPECT_EQ(head.error().code.name(), "engine.output_is_input");
}

}  // namespace
}  // namespace sidik::engine
