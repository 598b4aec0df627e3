#include "engine/copy_reading.hpp"

#include <array>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class CopyReadingTest : public FolderTest {
 protected:
  /// Reads a file with all of its columns as one row, in `threads`.
  Status read(const std::string& path, unsigned threads) {
    tables_.clear();
    sets_.clear();
    budgets_.clear();
    Context context;
    context.threads = threads;
    Crew crew(threads);
    CopySources sources{pack_for_test(), meanings_for_test(), hash_, crew, {}, {}, context, 2021};
    names_ = origin::compared_meanings(pack_for_test());
    for (std::size_t lane = 0; lane < threads; ++lane) {
      budgets_.push_back(std::make_unique<runs::MemoryBudget>(std::uint64_t{64} << 20, "/tmp"));
      sources.budgets.push_back(budgets_.back().get());
      auto& lane_sets = sets_.emplace_back();
      while (lane_sets.size() < names_.size()) lane_sets.emplace_back(*budgets_.back());
    }
    SIDIK_TRY(auto surveyed, survey_known(path, {}, context, meanings_for_test()));
    for (KnownTable& known : surveyed) {
      CopyTable& table = tables_.emplace_back();
      table.fields = fields_of(known.meanings, names_);
      auto& row = table.rows.emplace_back();
      for (std::size_t c = 0; c < known.columns.size(); ++c)
        row.push_back({c, origin::form_of(known.meanings[c].meaning)});
      table.known = std::move(known);
    }
    return read_copy(path, tables_, sets_, sources);
  }
  std::uint64_t values(const std::string& meaning) const {
    const auto found = std::ranges::find(names_, meaning);
    return runs::count_distinct(all_lanes(sets_, static_cast<std::size_t>(found - names_.begin()))).value();
  }

  crypto::KeyedHash hash_{std::array<std::uint8_t, crypto::KeyedHash::kKeyBytes>{3}};
  std::vector<std::unique_ptr<runs::MemoryBudget>> budgets_;
  LaneSets sets_;
  std::vector<std::string> names_;
  std::vector<CopyTable> tables_;
};

TEST_F(CopyReadingTest, GathersRowsAndFieldsWithAnyNumberOfThreads) {
  std::string text = "nik,nama,no_hp\n";
  for (int i = 0; i < 40000; ++i) {
    const std::string number = std::to_string(1000 + i / 2 % 9000);
    text +=
        "327301010190" + number + ",Orang " + std::to_string(i / 2) + ",0812" + std::to_string(3000000 + i / 2) + "\n";
  }
  text += ",,\n";
  const auto path = write("copy.csv", text);
  for (const unsigned threads : {1U, 3U}) {
    ASSERT_TRUE(read(path, threads));
    ASSERT_EQ(tables_.size(), 1U);
    EXPECT_EQ(tables_[0].records, 40001U);
    EXPECT_EQ(runs::count_distinct(all_lanes(tables_[0].row_sets, 0)).value(), 20000U);
    EXPECT_EQ(values("id.national"), 9000U);
    EXPECT_EQ(values("contact.phone"), 20000U);
    EXPECT_EQ(tables_[0].filled_in[0], (std::vector<std::uint64_t>{40000, 40000, 40000}));
  }
}

TEST_F(CopyReadingTest, NoticesAFileThatBecameAnother) {
  const auto path = write("a.sql", "CREATE TABLE a (nik text, nama text);\nINSERT INTO a VALUES ('1','x');\n");
  ASSERT_TRUE(read(path, 1));
  std::vector<CopyTable> old = std::move(tables_);
  write("a.sql", "CREATE TABLE b (nik text, nama text);\nINSERT INTO b VALUES ('1','x');\n");
  Context context;
  Crew crew(1);
  CopySources sources{pack_for_test(), meanings_for_test(), hash_, crew, {budgets_[0].get()}, {}, context, 2021};
  const auto status = read_copy(path, old, sets_, sources);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code.name(), "engine.known_changed");
}

}  // namespace
}  // namespace sidik::engine
