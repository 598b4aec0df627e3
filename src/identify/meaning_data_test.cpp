#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <sstream>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

struct DataSet {
  const char* name;
  const char* path;
};
constexpr DataSet kSets[] = {{"fakenamegenerator", "fakenamegenerator/FakeNameGenerator.com_100.csv"},
                             {"piicatcher", "piicatcher/sample-data.csv"},
                             {"goldenflow_bench", "goldenflow_bench/data.csv"}};

std::map<std::string, std::string> expected_of(const std::string& name) {
  std::istringstream lines(read_text(std::string(SIDIK_SOURCE_DIR) + "/tests/e2e/meanings/" + name + ".tsv"));
  std::map<std::string, std::string> out;
  for (std::string line; std::getline(lines, line);) {
    if (const auto tab = line.find('\t'); tab != std::string::npos) out[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return out;
}

bool is_surname(std::string_view meaning) {
  return meaning == "person.surname" || meaning == "person.mother_name" || meaning == "person.maiden_name";
}

/// Meanings that say something about a person; the others tell about records and things.
bool is_personal(const std::string& meaning) {
  const pack::Meaning* known = test_pack().meaning(meaning);
  return known != nullptr && known->category != "none";
}

struct Score {
  int personal = 0;
  int right = 0;
  int others = 0;
  int called_personal = 0;
  [[nodiscard]] double share() const { return personal == 0 ? 0 : 100.0 * right / personal; }
};

Score measure(const DataSet& set, bool blind) {
  Score score;
  const TestTable table = read_csv(read_text(data_folder() + "/" + set.path));
  const auto expected = expected_of(set.name);
  const auto decided = table.decide(blind);
  EXPECT_EQ(expected.size(), table.headers.size()) << set.name;
  for (std::size_t c = 0; c < table.headers.size(); ++c) {
    const auto found = expected.find(table.headers[c]);
    if (found == expected.end()) {
      ADD_FAILURE() << set.name << " has no expectation for column " << c + 1;
      continue;
    }
    const std::string& meaning = decided[c].meaning;
    if (found->second == "-") {
      ++score.others;
      const bool called = is_personal(meaning);
      score.called_personal += called ? 1 : 0;
      if (called)
        std::printf("  %s %s: '-' called %s (%.2f)\n", set.name, table.headers[c].c_str(), meaning.c_str(),
                    decided[c].confidence);
      continue;
    }
    ++score.personal;
    const bool right = meaning == found->second || (blind && is_surname(found->second) && is_surname(meaning));
    score.right += right ? 1 : 0;
    if (!right) {
      std::printf("  %s %s: %s called %s (%.2f)\n", set.name, table.headers[c].c_str(), found->second.c_str(),
                  meaning.c_str(), decided[c].confidence);
    }
  }
  return score;
}

void measure_all(bool blind, double at_least) {
  if (read_text(data_folder() + "/" + kSets[0].path).empty()) GTEST_SKIP() << "third-party data is not in SIDIK_DATA";
  Score all;
  for (const DataSet& set : kSets) {
    const Score score = measure(set, blind);
    std::printf("%s %s: %d of %d personal columns right (%.1f %%), %d of %d others called personal\n", set.name,
                blind ? "blind" : "with headers", score.right, score.personal, score.share(), score.called_personal,
                score.others);
    all.personal += score.personal;
    all.right += score.right;
    all.others += score.others;
    all.called_personal += score.called_personal;
  }
  std::printf("all %s: %d of %d (%.1f %%), %d of %d others called personal\n", blind ? "blind" : "with headers",
              all.right, all.personal, all.share(), all.called_personal, all.others);
  EXPECT_GE(all.share(), at_least);
}

TEST(MeaningData, ReadsThePersonalColumnsByHeaderAndValues) { measure_all(false, 97); }
TEST(MeaningData, ReadsThePersonalColumnsBlind) { measure_all(true, 85); }

}  // namespace
}  // namespace sidik::identify
