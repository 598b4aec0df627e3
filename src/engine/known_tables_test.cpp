#include "engine/known_tables.hpp"

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class KnownTablesTest : public FolderTest {
 protected:
  static Result<std::vector<KnownTable>> survey(const std::string& path) {
    ingest::ReadOptions options;
    options.is_header_word = [](std::string_view word) { return meanings_for_test().is_header_word(word); };
    return survey_known(path, options, Context{}, meanings_for_test());
  }
};

TEST_F(KnownTablesTest, UnderstandsTheColumnsOfEveryTable) {
  const auto plain = survey(write("a.csv", "nik,nama\n3273010101900001,SITI\n3273014203850002,BUDI\n"));
  ASSERT_TRUE(plain);
  ASSERT_EQ(plain->size(), 1U);
  EXPECT_EQ((*plain)[0].columns, (std::vector<std::string>{"nik", "nama"}));
  EXPECT_EQ((*plain)[0].meanings[0].meaning, "id.national");
  const auto sql = survey(write("a.sql",
                                "CREATE TABLE a (nik text, nama text);\nINSERT INTO a VALUES "
                                "('3273010101900001','SITI');\nCREATE TABLE b (email text, x text);\nINSERT INTO b "
                                "VALUES ('a@contoh.example','1');\n"));
  ASSERT_TRUE(sql);
  ASSERT_EQ(sql->size(), 2U);
  EXPECT_EQ((*sql)[1].columns.size(), 2U);
  EXPECT_EQ((*sql)[1].meanings.size(), 2U);
}

TEST_F(KnownTablesTest, LeavesAPlainFileOnceItsHeadIsUnderstood) {
  std::string text = "nik,nama\n";
  for (int i = 0; i < 60000; ++i) text += "3273010101900001,SITI\n";
  std::size_t told = 0;
  class Counting final : public Progress {
   public:
    explicit Counting(std::size_t& most) : most_(most) {}
    void advance(std::uint64_t, std::uint64_t, std::uint64_t records) override {
      most_ = std::max<std::size_t>(most_, records);
    }

   private:
    std::size_t& most_;
  } progress(told);
  Context context;
  context.progress = &progress;
  ASSERT_TRUE(survey_known(write("long.csv", text), {}, context, meanings_for_test()));
  EXPECT_LT(told, 60000U);
}

TEST_F(KnownTablesTest, SaysWhatCannotBeRead) {
  EXPECT_EQ(survey("-").error().code.name(), "engine.known_stream");
  EXPECT_EQ(survey((folder_ / "none").string()).error().code.name(), "ingest.not_found");
}

TEST_F(KnownTablesTest, ReadsNamesAndPathsAsTyped) {
  const auto known = parse_known("market 2020=a=b.csv", false);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->name, "market 2020");
  EXPECT_EQ(known->path, "a=b.csv");
  EXPECT_FALSE(known->is_published);
  EXPECT_NE(parse_known("x", true).error().what.find("--published"), std::string::npos);
}

}  // namespace
}  // namespace sidik::engine
