#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "rehearse/mess.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/slow_reader_for_test.hpp"
#include "rehearse/test_pack.hpp"

namespace sidik::rehearse {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// A folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "sidik-scenarios-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path path() const { return path_; }

 private:
  fs::path path_;
};

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

const Scenario& scenario(std::string_view name) {
  const auto all = scenarios();
  return *std::find_if(all.begin(), all.end(), [&](const Scenario& one) { return one.name == name; });
}

struct Played {
  Folder folder;
  Json truth;
  std::string dump;
};

void play(Played& out, std::string_view name, std::uint64_t rows, std::uint64_t seed, unsigned mess,
          const pack::Pack& pack) {
  RehearsalOptions options{.directory = out.folder.path().string(), .rows = rows, .seed = seed};
  options.mess = mess;
  const Status status = scenario(name).play(options, pack, Context{});
  ASSERT_TRUE(status) << to_line(status.error());
  out.truth = Json::parse(read_all(out.folder.path() / "truth.json"));
  out.dump = read_all(out.folder.path() / (name == "shop-2020" ? "dump.sql" : "dump.csv"));
}

void expect_ledger(const Json& truth, const std::map<std::string, std::uint64_t>& found, const std::string& where) {
  for (const auto& [step, count] : found) EXPECT_EQ(truth["ledger"][step], count) << step << ' ' << where;
}

std::string mess_of(const Json& truth) {
  std::string out;
  for (const Json& entry : truth["mess"]) out += entry["kind"].get<std::string>() + ' ';
  return out;
}

TEST(Scenarios, TellTheTruthThatASlowReaderFinds) {
  const pack::Pack pack = test_pack();
  for (const std::string name : {"bpjs-2021", "sim-2022", "registry-2023"}) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      for (unsigned mess = 0; mess <= kMostMess; ++mess) {
        Played played;
        play(played, name, 700, seed, mess, pack);
        const std::string where = name + ' ' + std::to_string(seed) + ' ' + mess_of(played.truth);
        expect_ledger(played.truth, slow_recount(played.dump, played.truth), where);
      }
    }
  }
}

TEST(Scenarios, TellTheTruthAboutAnSqlDump) {
  const pack::Pack pack = test_pack();
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    for (unsigned mess = 0; mess <= kMostMess; ++mess) {
      Played played;
      play(played, "shop-2020", 900, seed, mess, pack);
      expect_ledger(played.truth, slow_recount_sql(played.dump, played.truth),
                    std::to_string(seed) + ' ' + mess_of(played.truth));
    }
  }
}

TEST(Scenarios, WriteTheSameBytesForTheSameSeed) {
  const pack::Pack pack = test_pack();
  for (const Scenario& one : scenarios()) {
    Played first;
    Played second;
    Played other;
    play(first, one.name, 300, 4, 2, pack);
    play(second, one.name, 300, 4, 2, pack);
    play(other, one.name, 300, 5, 2, pack);
    EXPECT_EQ(first.dump, second.dump) << one.name;
    EXPECT_EQ(first.truth, second.truth) << one.name;
    EXPECT_NE(first.dump, other.dump) << one.name;
  }
}

TEST(Scenarios, WorkAtTheEdges) {
  const pack::Pack pack = test_pack();
  for (const Scenario& one : scenarios()) {
    for (const std::uint64_t rows : {1U, 2U, 3U, 17U}) {
      for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        Played played;
        play(played, one.name, rows, seed, static_cast<unsigned>(seed % 4), pack);
        EXPECT_EQ(played.truth["complete"], true);
        const auto found = one.name == "shop-2020" ? slow_recount_sql(played.dump, played.truth)
                                                   : slow_recount(played.dump, played.truth);
        expect_ledger(played.truth, found,
                      std::string(one.name) + ' ' + std::to_string(rows) + ' ' + std::to_string(seed) + ' ' +
                          mess_of(played.truth));
      }
    }
  }
}

TEST(Scenarios, CountPersonsAsTheListOfRowsNamesThem) {
  const pack::Pack pack = test_pack();
  for (const Scenario& one : scenarios()) {
    Played played;
    play(played, one.name, 3000, 2, 0, pack);
    std::istringstream list(read_all(played.folder.path() / "rows.csv"));
    std::string line;
    std::getline(list, line);
    std::set<std::string> persons;
    std::map<std::string, std::set<std::string>> in_stratum;
    std::map<std::string, std::uint64_t> records;
    while (std::getline(list, line)) {
      std::istringstream cells(line);
      std::string number;
      std::string origin;
      std::string person;
      std::getline(cells, number, ',');
      std::getline(cells, origin, ',');
      std::getline(cells, person, ',');
      ++records[origin];
      if (person.empty()) continue;
      persons.insert(person);
      in_stratum[origin].insert(person);
    }
    EXPECT_EQ(played.truth["ledger"]["persons"], persons.size()) << one.name;
    for (const Json& stratum : played.truth["strata"]) {
      const auto origin = stratum["origin"].get<std::string>();
      EXPECT_EQ(stratum["records"], records[origin]) << one.name << ' ' << origin;
      EXPECT_EQ(stratum["persons"], in_stratum[origin].size()) << one.name << ' ' << origin;
    }
    EXPECT_LT(persons.size(), played.truth["ledger"]["records"].get<std::uint64_t>()) << one.name;
  }
}

TEST(Sim2022, HasOneHolderOfMoreThanAThousandNumbersAndManyOfOne) {
  const pack::Pack pack = test_pack();
  Played played;
  play(played, "sim-2022", 60000, 3, 0, pack);
  const auto records = slow_records(played.dump, played.truth);
  std::map<std::string, std::uint64_t> numbers;
  for (const Fields& fields : records) ++numbers[fields[0]];
  std::uint64_t most = 0;
  std::uint64_t ones = 0;
  for (const auto& [id, count] : numbers) {
    most = std::max(most, count);
    ones += count == 1 ? 1 : 0;
  }
  EXPECT_GT(most, 1200U);
  EXPECT_LE(played.truth["facts"]["numbers_of_largest_holder"].get<std::uint64_t>(), 1368U);
  EXPECT_GT(ones * 3, numbers.size());
}

TEST(Registry2023, LeavesMostColumnsEmptyAndNamesOfficers) {
  const pack::Pack pack = test_pack();
  Played played;
  play(played, "registry-2023", 3000, 1, 0, pack);
  const auto records = slow_records(played.dump, played.truth);
  std::vector<std::uint64_t> filled(69);
  std::set<std::string> officers;
  for (const Fields& fields : records) {
    ASSERT_EQ(fields.size(), 69U);
    for (std::size_t c = 0; c < 69; ++c) filled[c] += fields[c].empty() || fields[c] == "-" ? 0 : 1;
    officers.insert(fields[30]);
    officers.insert(fields[32]);
  }
  EXPECT_EQ(std::count(filled.begin(), filled.end(), 0U), 33);
  EXPECT_EQ(std::count_if(filled.begin(), filled.end(), [&](auto count) { return count * 5 > records.size(); }), 28);
  EXPECT_GE(played.truth["facts"]["officers_with_number"].get<std::uint64_t>(), officers.size());
}

TEST(Shop2020, SharesItsSampleASecondTime) {
  const pack::Pack pack = test_pack();
  Played played;
  play(played, "shop-2020", 4000, 1, 0, pack);
  const Json& truth = played.truth;
  EXPECT_GT(truth["ledger"]["exact_duplicates"].get<std::uint64_t>(), 50U);
  EXPECT_GT(truth["duplicates"]["altered"].get<std::uint64_t>(), 20U);
  EXPECT_GT(truth["facts"]["deleted_accounts"].get<std::uint64_t>(), 20U);
  EXPECT_FALSE(truth["ledger"].contains("distinct_national_id"));
  EXPECT_FALSE(truth.contains("members"));
}

TEST(Scenarios, RefuseMembersAndMessThatTheyDoNotHave) {
  const pack::Pack pack = test_pack();
  Folder folder;
  for (const Scenario& one : scenarios()) {
    RehearsalOptions options{.directory = (folder.path() / one.name).string(), .rows = 10};
    options.mess = 4;
    const Status messy = one.play(options, pack, Context{});
    ASSERT_FALSE(messy);
    EXPECT_EQ(messy.error().code.name(), "rehearse.mess_unknown");
    if (one.name == "bpjs-2021") continue;
    options.mess = 0;
    options.members = 3;
    const Status with_members = one.play(options, pack, Context{});
    ASSERT_FALSE(with_members);
    EXPECT_EQ(with_members.error().code.name(), "rehearse.members_unused");
    EXPECT_EQ(with_members.error().kind, ErrorKind::usage);
  }
}

}  // namespace
}  // namespace sidik::rehearse
