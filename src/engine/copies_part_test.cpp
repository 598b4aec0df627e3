#include "engine/copies_part.hpp"

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class CopiesPartTest : public FolderTest {};

TEST_F(CopiesPartTest, TracesOnlyWhenAskedAndOnlyOneFile) {
  ExamineRequest request;
  request.paths = {"a.csv", "b.csv"};
  const auto unasked = trace_copies(request, {});
  ASSERT_TRUE(unasked);
  EXPECT_FALSE(unasked->has_value());
  request.copies = folder_.string();
  EXPECT_EQ(trace_copies(request, {}).error().code.name(), "engine.trace_one_file");
  request.paths = {"-"};
  EXPECT_EQ(trace_copies(request, {}).error().code.name(), "engine.trace_one_file");
}

TEST_F(CopiesPartTest, BringsTheRecipientsIntoTheDocument) {
  std::filesystem::create_directories(folder_ / "copies");
  std::string dump = "nik,nama\n";
  for (const char* name : {"A", "B"}) {
    std::string copy = "nik,nama\n";
    for (int i = 0; i < 300; ++i) {
      const int number = 1000 + i + (*name == 'B' ? 5000 : 0);
      const std::string row = "327301010190" + std::to_string(number) + ",ORANG " + std::to_string(number) + "\n";
      copy += row;
      if (*name == 'A') dump += row;
    }
    write(std::string("copies/") + name + ".csv", copy);
  }
  ExamineRequest request;
  request.paths = {write("dump.csv", dump)};
  request.copies = (folder_ / "copies").string();
  const auto traced = trace_copies(request, {});
  ASSERT_TRUE(traced) << to_line(traced.error());
  ASSERT_TRUE(traced->has_value());
  const findings::Copies& copies = **traced;
  ASSERT_EQ(copies.recipients.size(), 2U);
  EXPECT_EQ(copies.rows, 300U);
  EXPECT_FALSE(copies.says.empty());
  EXPECT_EQ(copies.verdict == "named", !copies.named.empty());
  for (const auto& recipient : copies.recipients) {
    EXPECT_FALSE(recipient.decoys_found);
    EXPECT_FALSE(recipient.is_named && recipient.name == "B");
  }
}

}  // namespace
}  // namespace sidik::engine
