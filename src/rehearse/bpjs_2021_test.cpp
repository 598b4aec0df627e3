#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "rehearse/scenario.hpp"
#include "rehearse/test_pack.hpp"
#include "text/dates.hpp"

namespace sidik::rehearse {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Fields = std::vector<std::string>;

/// A folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "sidik-rehearse-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string operator/(const char* name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::string read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

/// One line outside of quotes, with its fields and its place.
struct Line {
  Fields fields;
  std::string raw;
};

/// The slow twin: RFC 4180 with raw quotes inside unquoted fields, byte by byte, one state at a time.
std::vector<Line> read_lines(const std::string& text, char delimiter) {
  enum class State { start, plain, quoted, quote_in_quoted };
  std::vector<Line> lines;
  Line line;
  std::string field;
  State state = State::start;
  const auto end_field = [&] {
    line.fields.push_back(field);
    field.clear();
    state = State::start;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    line.raw += c;
    if (state == State::quoted) {
      if (c == '"')
        state = State::quote_in_quoted;
      else
        field += c;
      continue;
    }
    if (state == State::quote_in_quoted && c == '"') {
      field += '"';
      state = State::quoted;
      continue;
    }
    if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    if (c == delimiter) {
      end_field();
    } else if (c == '\n') {
      end_field();
      lines.push_back(line);
      line = {};
    } else if (state == State::start && c == '"') {
      state = State::quoted;
    } else {
      EXPECT_NE(state, State::quote_in_quoted) << "a byte stands behind a closing quote";
      field += c;
      state = State::plain;
    }
  }
  EXPECT_NE(state, State::quoted) << "a quote stays open";
  if (!line.raw.empty()) {
    end_field();
    lines.push_back(line);
  }
  return lines;
}

bool is_valid_id(std::string value, const pack::Pack& pack) {
  while (!value.empty() && value.back() == ' ') value.pop_back();
  while (!value.empty() && value.front() == ' ') value.erase(0, 1);
  if (value.size() != 16 || value.find_first_not_of("0123456789") != std::string::npos) return false;
  if (!pack.area_by_code.contains(value.substr(0, 4))) return false;
  int day = std::stoi(value.substr(6, 2));
  if (day > 40) day -= 40;
  const int month = std::stoi(value.substr(8, 2));
  const int year = std::stoi(value.substr(10, 2));
  const bool is_real = text::is_real_date(1900 + year, month, day) || text::is_real_date(2000 + year, month, day);
  return is_real && value.substr(12) != "0000";
}

struct Recount {
  std::map<std::string, std::uint64_t> ledger;
  std::map<std::string, std::uint64_t> bytes;
  std::vector<Fields> records;
  std::set<std::string> ids;
};

Recount recount(const std::string& text, char delimiter, const pack::Pack& pack) {
  Recount out;
  const bool has_mark = text.starts_with("\xef\xbb\xbf");
  const std::string body = has_mark ? text.substr(3) : text;
  std::set<Fields> distinct;
  Fields header;
  std::uint64_t rejects = 0;
  out.bytes["other"] = has_mark ? 3 : 0;
  for (const Line& line : read_lines(body, delimiter)) {
    if (header.empty()) {
      header = line.fields;
      out.bytes["header"] += line.raw.size();
    } else if (line.raw == "\n" || line.raw == "\r\n") {
      out.bytes["blank"] += line.raw.size();
    } else if (line.fields.size() != 30 || line.fields == header) {
      ++rejects;
      out.bytes["rejected"] += line.raw.size();
    } else {
      out.bytes["records"] += line.raw.size();
      distinct.insert(line.fields);
      out.records.push_back(line.fields);
      for (const std::size_t column : {11U, 12U}) {
        std::string value = line.fields[column];
        if (is_valid_id(value, pack)) out.ids.insert(value.substr(value.find_first_not_of(' '), 16));
      }
    }
  }
  const auto line_ends = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  out.ledger = {{"bytes", text.size()},
                {"lines", line_ends + (text.empty() || text.back() == '\n' ? 0 : 1)},
                {"records", out.records.size()},
                {"records_and_rejects", out.records.size() + rejects},
                {"distinct_records", distinct.size()},
                {"exact_duplicates", out.records.size() - distinct.size()},
                {"distinct_national_id", out.ids.size()}};
  return out;
}

Status rehearse(const std::string& folder, std::uint64_t rows, std::uint64_t seed, const pack::Pack& pack,
                bool gzip = false, std::uint64_t members = 0) {
  RehearsalOptions options{.directory = folder, .rows = rows, .seed = seed, .members = members, .gzip = gzip};
  return bpjs_2021(options, pack, Context{});
}

class Bpjs2021Seeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Bpjs2021Seeds, TellsTheTruthThatASlowReaderFinds) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder.path(), 2000, GetParam(), pack));
  const Json truth = Json::parse(read_all(folder / "truth.json"));
  const std::string text = read_all(folder / "dump.csv");
  const Recount found = recount(text, truth["file"]["delimiter"].get<std::string>()[0], pack);
  for (const auto& [step, count] : found.ledger) EXPECT_EQ(truth["ledger"][step], count) << step;
  std::uint64_t bytes = 0;
  for (const auto& [kind, count] : truth["bytes_by_kind"].items()) {
    EXPECT_EQ(count.get<std::uint64_t>(), found.bytes.contains(kind) ? found.bytes.at(kind) : 0) << kind;
    bytes += count.get<std::uint64_t>();
  }
  EXPECT_EQ(bytes, text.size());
  EXPECT_EQ(truth["rejects"], found.ledger.at("records_and_rejects") - found.ledger.at("records"));
}

/// The members are recognised by the national id: it is never lost in all rows of one, and no other row shows that of a
/// member who did not leak.
TEST_P(Bpjs2021Seeds, HoldsExactlyTheMembersOfTheRegister) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder.path(), 2000, GetParam(), pack));
  const Json truth = Json::parse(read_all(folder / "truth.json"));
  const Recount found = recount(read_all(folder / "dump.csv"), truth["file"]["delimiter"].get<std::string>()[0], pack);
  std::set<std::string> members;
  const auto lines = read_lines(read_all(folder / "registers/insurer.csv"), ',');
  for (std::size_t i = 1; i < lines.size(); ++i) members.insert(lines[i].fields[lines[i].fields[11].empty() ? 12 : 11]);
  EXPECT_EQ(members.size(), 245U);
  std::uint64_t confirmed = 0;
  for (const std::string& member : members) confirmed += found.ids.contains(member) ? 1 : 0;
  EXPECT_EQ(confirmed, 200U);
  EXPECT_EQ(truth["ledger"]["confirmed"], 200U);
}

TEST_P(Bpjs2021Seeds, ListsEveryRecordAndWhatItRepeats) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder.path(), 2000, GetParam(), pack));
  const Json truth = Json::parse(read_all(folder / "truth.json"));
  const Recount found = recount(read_all(folder / "dump.csv"), truth["file"]["delimiter"].get<std::string>()[0], pack);
  const auto list = read_lines(read_all(folder / "rows.csv"), ',');
  ASSERT_EQ(list.size(), found.records.size() + 1);
  std::set<std::string> persons;
  std::uint64_t repeated = 0;
  std::map<Fields, std::size_t> first;
  for (std::size_t i = 0; i < found.records.size(); ++i) {
    const Fields& row = list[i + 1].fields;
    EXPECT_EQ(row[0], std::to_string(i + 1));
    persons.insert(row[2]);
    const auto [known, is_new] = first.emplace(found.records[i], i + 1);
    EXPECT_EQ(row[3], is_new ? "" : std::to_string(known->second));
    repeated += is_new ? 0 : 1;
  }
  EXPECT_EQ(truth["ledger"]["persons"], persons.size());
  EXPECT_EQ(truth["duplicates"]["exact"], repeated);
}

TEST_P(Bpjs2021Seeds, DistinctRowsStayDistinctWhenBytesAreReplaced) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder.path(), 2000, GetParam(), pack));
  const Json truth = Json::parse(read_all(folder / "truth.json"));
  std::string text = read_all(folder / "dump.csv");
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  for (char& c : text) c = static_cast<unsigned char>(c) >= 0x80 || c == '\0' ? '?' : c;
  const Recount found = recount(text, truth["file"]["delimiter"].get<std::string>()[0], pack);
  EXPECT_EQ(truth["ledger"]["distinct_records"], found.ledger.at("distinct_records"));
}

/// With altered rows everything above holds as well, and the persons of both lists are those that the ledger counts.
TEST_P(Bpjs2021Seeds, TellsTheTruthOfAlteredRows) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder / "plain", 2000, GetParam(), pack));
  ASSERT_TRUE(bpjs_2021({.directory = folder / "altered",
                         .rows = 2000,
                         .seed = GetParam(),
                         .altered_per_million = 300000,
                         .truth_column = "WHO"},
                        pack, Context{}));
  const Json plain = Json::parse(read_all(folder / "plain/truth.json"));
  const Json truth = Json::parse(read_all(folder / "altered/truth.json"));
  EXPECT_GT(truth["duplicates"]["altered"], plain["duplicates"]["altered"]);
  EXPECT_LT(truth["duplicates"]["exact"], plain["duplicates"]["exact"]);
  for (const char* step : {"records", "persons", "confirmed"}) EXPECT_EQ(truth["ledger"][step], plain["ledger"][step]);
  EXPECT_EQ(truth["persons"], truth["ledger"]["persons"]);
  EXPECT_GT(truth["households"], 0);
  EXPECT_LT(truth["households"], truth["persons"]);
  EXPECT_EQ(read_all(folder / "plain/people.csv"), read_all(folder / "altered/people.csv"));
  const auto lines =
      read_lines(read_all(folder / "altered/dump.csv"), truth["file"]["delimiter"].get<std::string>()[0]);
  const auto people = read_lines(read_all(folder / "altered/people.csv"), ',');
  std::set<std::string> persons;
  std::size_t record = 0;
  for (const Line& line : lines) {
    if (line.fields.size() != 31 || line.fields[30] == "WHO") continue;
    ASSERT_LT(++record, people.size());
    EXPECT_EQ(line.fields[30], people[record].fields[1]);
    EXPECT_EQ(people[record].fields[0], std::to_string(record));
    persons.insert(line.fields[30]);
  }
  EXPECT_EQ(record + 1, people.size());
  EXPECT_EQ(truth["ledger"]["persons"], persons.size());
}

INSTANTIATE_TEST_SUITE_P(Seeds, Bpjs2021Seeds, testing::Range<std::uint64_t>(1, 25));

TEST(Bpjs2021, GivesTheSameBytesForTheSameSeed) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder / "a", 1000, 7, pack));
  ASSERT_TRUE(rehearse(folder / "b", 1000, 7, pack));
  ASSERT_TRUE(rehearse(folder / "c", 1000, 8, pack));
  for (const char* name : {"dump.csv", "rows.csv", "truth.json", "registers/insurer.csv"}) {
    EXPECT_EQ(read_all((folder / "a/") + name), read_all((folder / "b/") + name)) << name;
  }
  EXPECT_NE(read_all(folder / "a/dump.csv"), read_all(folder / "c/dump.csv"));
}

TEST(Bpjs2021, PacksTheSameDumpWithGzip) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder / "a", 500, 3, pack));
  ASSERT_TRUE(rehearse(folder / "b", 500, 3, pack, true));
  gzFile file = gzopen((folder / "b/dump.csv.gz").c_str(), "rb");
  ASSERT_NE(file, nullptr);
  std::string text(1U << 20U, '\0');
  const int count = gzread(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
  text.resize(static_cast<std::size_t>(count));
  EXPECT_EQ(text, read_all(folder / "a/dump.csv"));
  EXPECT_FALSE(fs::exists(folder / "b/dump.csv"));
}

TEST(Bpjs2021, WorksAtTheEdges) {
  const pack::Pack pack = test_pack();
  struct Edge {
    std::uint64_t rows, members;
  };
  for (const Edge edge : {Edge{1, 0}, Edge{1, 1}, Edge{2, 1}, Edge{5, 5}, Edge{12, 3}, Edge{300, 300}}) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      Folder folder;
      ASSERT_TRUE(rehearse(folder.path(), edge.rows, seed, pack, false, edge.members));
      const Json truth = Json::parse(read_all(folder / "truth.json"));
      const Recount found =
          recount(read_all(folder / "dump.csv"), truth["file"]["delimiter"].get<std::string>()[0], pack);
      for (const auto& [step, count] : found.ledger)
        EXPECT_EQ(truth["ledger"][step], count) << step << ' ' << edge.rows << ' ' << seed;
      EXPECT_EQ(truth["ledger"]["confirmed"], edge.members);
    }
  }
}

TEST(Bpjs2021, UsesReservedMailDomainsOnly) {
  const pack::Pack pack = test_pack();
  Folder folder;
  ASSERT_TRUE(rehearse(folder.path(), 3000, 5, pack));
  const std::string text = read_all(folder / "dump.csv") + read_all(folder / "registers/insurer.csv");
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz.", at + 1);
    const std::string domain = text.substr(at + 1, end - at - 1);
    const bool is_reserved = domain == "example.com" || domain == "example.net" || domain == "example.org" ||
                             domain.ends_with(".example") || domain.ends_with(".test") || domain.ends_with(".invalid");
    EXPECT_TRUE(is_reserved) << domain;
  }
}

TEST(Bpjs2021, RefusesWhatItCannotDo) {
  const pack::Pack pack = test_pack();
  Folder folder;
  const auto code = [](const Status& status) {
    return status ? std::string("none") : std::string(status.error().code.name());
  };
  EXPECT_EQ(code(rehearse(folder.path(), 10, 1, pack, false, 11)), "rehearse.members_too_many");
  EXPECT_EQ(code(rehearse(folder.path(), 0, 1, pack)), "rehearse.no_rows");
  EXPECT_EQ(code(rehearse("/proc/none", 10, 1, pack)), "rehearse.unwritable");
  const auto play = [&](std::uint32_t altered, const char* column, auto scenario) {
    return code(scenario(
        {.directory = folder.path(), .rows = 10, .seed = 1, .altered_per_million = altered, .truth_column = column},
        pack, Context{}));
  };
  EXPECT_EQ(play(1000001, "", bpjs_2021), "rehearse.altered_unfit");
  EXPECT_EQ(play(0, "NIK", bpjs_2021), "rehearse.truth_column_unfit");
  EXPECT_EQ(play(0, "a,b", bpjs_2021), "rehearse.truth_column_unfit");
  EXPECT_EQ(play(1, "", sim_2022), "rehearse.altered_unused");
  EXPECT_EQ(play(0, "who", shop_2020), "rehearse.truth_column_unused");
  EXPECT_EQ(code(rehearse(folder.path(), 10, 1, pack::Pack{})), "rehearse.pack_without_areas");
  std::ofstream(folder / "diary.txt") << "mine";
  EXPECT_EQ(code(rehearse(folder.path(), 10, 1, pack)), "rehearse.exists");
  EXPECT_EQ(read_all(folder / "diary.txt"), "mine");
}

TEST(Bpjs2021, EndsWhenCancelledAndSaysThatItIsIncomplete) {
  const pack::Pack pack = test_pack();
  Folder folder;
  CancelToken cancel;
  cancel.cancel();
  Context context;
  context.cancel = &cancel;
  const Status status = bpjs_2021({.directory = folder.path(), .rows = 100, .seed = 1}, pack, context);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code.name(), "rehearse.cancelled");
  EXPECT_EQ(Json::parse(read_all(folder / "truth.json"))["complete"], false);
}

/// Set SIDIK_REHEARSE_ROWS to time a large one.
TEST(Bpjs2021, IsTimedWhenAsked) {
  const char* rows = std::getenv("SIDIK_REHEARSE_ROWS");
  if (rows == nullptr) GTEST_SKIP() << "SIDIK_REHEARSE_ROWS is not set";
  const std::vector<std::string> names = {"id"};
  const auto pack = pack::load_pack(names);
  ASSERT_TRUE(pack);
  Folder folder;
  const auto start = std::chrono::steady_clock::now();
  ASSERT_TRUE(rehearse(folder.path(), std::strtoull(rows, nullptr, 10), 1, *pack));
  std::cout << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s\n";
}

}  // namespace
}  // namespace sidik::rehearse
