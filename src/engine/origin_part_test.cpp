#include "engine/origin_part.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

/// A table of two strata under one header: rows with a name and a member number, and rows with a telephone alone.
class OriginPart : public testing::Test {
 protected:
  OriginPart() {
    meanings_.resize(names_.size());
    meanings_[0].meaning = "person.name";
    meanings_[1].meaning = "id.member";
    meanings_[2].meaning = "contact.phone";
    for (std::uint64_t r = 0; r < 400; ++r) {
      const bool is_first = r % 4 != 0;
      const std::string name = is_first ? "SITI AMINAH" : "";
      const std::string member = is_first ? "0000000" + std::to_string(100000 + r) : "";
      const std::string phone = is_first ? "" : "0812345" + std::to_string(10000 + r);
      const std::vector<std::string_view> fields{name, member, phone};
      sample_.add(r, is_first ? 0 : 1, fields);
    }
    strata_.strata.resize(2);
    strata_.strata[0].records = 300000;
    strata_.strata[1].records = 100000;
    strata_.stratum_of_signature = {0, 1};
  }
  std::vector<StratumReading> read() {
    return read_strata(sample_, {}, strata_, {names_, meanings_},
                       {meanings_for_test(), pack_for_test(), 2021, 18767, crew_});
  }

  Crew crew_{1};
  std::vector<std::string> names_{"nama", "noka", "nohp"};
  std::vector<identify::ColumnMeaning> meanings_;
  origin::RowSample sample_;
  origin::Strata strata_;
};

TEST_F(OriginPart, ReadsEveryStratumFromItsOwnRows) {
  const auto read = this->read();
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].facts.records, 300000U);
  EXPECT_DOUBLE_EQ(read[0].facts.columns[0].filled, 1);
  EXPECT_DOUBLE_EQ(read[0].facts.columns[2].filled, 0);
  EXPECT_DOUBLE_EQ(read[1].facts.columns[2].filled, 1);
  EXPECT_TRUE(read[0].facts.is_beside_others);
}

TEST_F(OriginPart, LeavesAnEmptyColumnTheMeaningThatTheTableGivesIt) {
  meanings_[1].meaning = "account.number";
  EXPECT_EQ(read()[1].facts.columns[1].meaning, "account.number");
}

TEST_F(OriginPart, GivesTheHeaderToNobodyWhenNoStratumFillsNearlyAll) {
  for (const auto& stratum : read()) EXPECT_FALSE(stratum.facts.names_are_its_own);
}

TEST_F(OriginPart, GivesTheHeaderToTheOnlyStratum) {
  strata_.strata.resize(1);
  strata_.stratum_of_signature = {0, 0};
  const auto read = this->read();
  ASSERT_EQ(read.size(), 1U);
  EXPECT_TRUE(read[0].facts.names_are_its_own);
  EXPECT_FALSE(read[0].facts.is_beside_others);
}

TEST_F(OriginPart, PutsTheBestKnownStratumFirstAndNamesItsOrigin) {
  const auto& profiles = pack_for_test().origins;
  const auto insurer = std::ranges::find(profiles, "id.bpjs-kesehatan", &pack::OriginProfile::id);
  ASSERT_NE(insurer, profiles.end());
  std::vector<findings::Stratum> strata(3);
  std::vector<origin::StratumFacts> facts(3);
  for (std::size_t k = 0; k < 3; ++k) {
    strata[k].id = std::to_string(k + 1);
    facts[k].records = k == 0 ? 5 : 1000;  // too few records to be asked about
    for (const auto& column : insurer->columns) {
      if (k == 1 && facts[k].columns.size() == 4) break;
      auto& seen = facts[k].columns.emplace_back();
      seen.name = column.name;
      seen.meaning = column.meaning;
      seen.filled = 1;
    }
  }
  const auto origins = attribute_strata(strata, facts, pack_for_test());
  ASSERT_FALSE(origins.empty());
  EXPECT_FALSE(strata[0].origin);
  EXPECT_EQ(origins.front().stratum, "3");
  EXPECT_EQ(origins.front().candidate, "id.bpjs-kesehatan");
  EXPECT_EQ(strata[2].origin, "id.bpjs-kesehatan");
  EXPECT_DOUBLE_EQ(*strata[2].log10_lr, origins.front().log10_lr);
  const auto of_second = std::ranges::find(origins, "2", &findings::Origin::stratum);
  ASSERT_NE(of_second, origins.end());
  EXPECT_TRUE(std::all_of(of_second, origins.end(), [](const auto& origin) { return origin.stratum == "2"; }));
}

}  // namespace
}  // namespace sidik::engine
