#include "engine/copy_writer.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

std::string row(const std::vector<std::string_view>& fields, const RowWriting& how) { return written_row(fields, how); }

TEST(WrittenRow, QuotesWhatMustBe) {
  EXPECT_EQ(row({"a", "b,c", "d\"e", ""}, {}), "a,\"b,c\",\"d\"\"e\",\n");
  EXPECT_EQ(row({"a", "b;c"}, {";", '"', '\\', false, "\r\n"}), "a;\"b;c\"\r\n");
  EXPECT_EQ(row({"a\\", "q\"", "x,y"}, {",", '"', '\\', true, "\n"}), "\"a\\\\\",\"q\\\"\",\"x,y\"\n");
  EXPECT_EQ(row({"a", ""}, {"|", '"', '"', true, "\n"}), "\"a\"|\"\"\n");
}

class CopyWriterTest : public FolderTest {};

TEST_F(CopyWriterTest, HashesWhatItWrites) {
  auto copy = CopyWriter::create((folder_ / "copy").string());
  ASSERT_TRUE(copy);
  ASSERT_TRUE(copy->write("ab"));
  ASSERT_TRUE(copy->write("c"));
  EXPECT_EQ(*copy->finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(CopyWriterTest, SaysWhatCannotBeWritten) {
  EXPECT_EQ(CopyWriter::create((folder_ / "none" / "copy").string()).error().code, ErrorCode("engine.unwritable"));
}

}  // namespace
}  // namespace sidik::engine
