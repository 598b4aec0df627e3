#include "identify/coherence.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

/// Feeds one record through the checkers and the rules; gives the names of the failed rules.
std::string failed_of(const std::vector<std::pair<const char*, const char*>>& columns,
                      const std::vector<std::string_view>& fields) {
  const AreaTable areas(test_pack());
  std::vector<ColumnMeaning> meanings(columns.size());
  std::vector<ColumnChecker> checkers;
  std::vector<ParsedField> parsed(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    meanings[c].meaning = columns[c].first;
    meanings[c].identifier = columns[c].second;
    checkers.emplace_back(meanings[c], test_pack(), areas, 2021);
    if (!fields[c].empty()) parsed[c].usable = checkers[c].check(fields[c], parsed[c]).valid;
  }
  CoherenceRules rules(meanings, checkers, areas);
  std::string failed;
  std::vector<const ParsedField*> places;
  for (const ParsedField& field : parsed) places.push_back(&field);
  rules.check_record(fields, places, &failed);
  return failed + (rules.results().empty() ? "(none checked)" : "");
}

const std::pair<const char*, const char*> kNik{"id.national", "id.nik"};

TEST(CoherenceRules, ComparesBirthplaceWithTheAreaOfTheNik) {
  EXPECT_EQ(failed_of({kNik, {"birth.place", ""}}, {"3204010101900001", "BANDUNG"}), "");
  EXPECT_EQ(failed_of({kNik, {"birth.place", ""}}, {"3204010101900001", "SURABAYA"}), "nik_birth_place");
  EXPECT_EQ(failed_of({kNik, {"birth.place", ""}}, {"3204010101900001", "ATLANTIS"}), "(none checked)");
}

TEST(CoherenceRules, ComparesOfficesOnlyWhereTheirCodesAreAreas) {
  EXPECT_EQ(failed_of({kNik, {"office.code", "areas"}}, {"3204010101900001", "3273"}), "");
  EXPECT_EQ(failed_of({kNik, {"office.code", "areas"}}, {"3204010101900001", "1202"}), "nik_office_region");
  EXPECT_EQ(failed_of({kNik, {"office.code", ""}}, {"3204010101900001", "1202"}), "(none checked)");
}

TEST(CoherenceRules, ComparesDaysWhereATimeIsMissing) {
  EXPECT_EQ(failed_of({{"record.created", ""}, {"record.updated", ""}}, {"2020-01-01 10:00:00", "2020-01-01"}), "");
  EXPECT_EQ(failed_of({{"record.created", ""}, {"record.updated", ""}}, {"2020-01-01 10:00:00", "2020-01-01 09:00:00"}),
            "created_before_updated");
}

TEST(CoherenceRules, LeavesUnusableFieldsAlone) {
  EXPECT_EQ(failed_of({kNik, {"birth.date", ""}}, {"1", "1990-01-01"}), "(none checked)");
  EXPECT_EQ(failed_of({kNik, {"birth.date", ""}}, {"3204010101900001", ""}), "(none checked)");
}

}  // namespace
}  // namespace sidik::identify
