#include "engine/table_scan.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ranges>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

using Rows = std::vector<std::vector<std::string>>;

/// `rows` outlive the batch.
table::RecordBatch batch_of(const Rows& rows, std::size_t columns, std::uint64_t first = 0) {
  table::RecordBatch batch;
  batch.reset(columns, RecordIndex(first));
  for (const auto& row : rows) {
    const std::vector<std::string_view> fields(row.begin(), row.end());
    batch.append(fields, {ByteOffset(first * 10), ByteCount(10)});
  }
  return batch;
}

HeadBuffer survey_of(const Rows& rows, std::size_t columns) {
  HeadBuffer survey;
  survey.add(batch_of(rows, columns));
  return survey;
}

ingest::TableInfo info_of(std::vector<std::string> columns) {
  ingest::TableInfo info;
  info.name = "dump.csv";
  info.format = "delimited";
  info.has_header = true;
  info.columns = std::move(columns);
  return info;
}

Status examine(TableScan& scan, const ingest::TableInfo& info, table::RecordBatch batch) {
  return scan.examine(info, batch);
}

/// An examination around tables under test.
class TableScanTest : public testing::Test {
 protected:
  findings::Table scanned(const ingest::TableInfo& info, const Rows& rows, HeadBuffer survey = {}) {
    TableScan scan(std::move(survey), shared_);
    EXPECT_TRUE(examine(scan, info, batch_of(rows, info.columns.size())));
    auto table = scan.finish(info, {});
    EXPECT_TRUE(table);
    return table ? std::move(*table) : findings::Table{};
  }
  std::uint64_t distinct_rows() { return runs::count_distinct(shared_.all(&LaneKeys::rows)).value(); }

  crypto::KeyedHash hash_{std::array<std::uint8_t, crypto::KeyedHash::kKeyBytes>{7}};
  ScanShared shared_{pack_for_test(), meanings_for_test(), hash_, nullptr, 2021, 1, std::uint64_t{64} << 20, "/tmp"};
};

/// Invented: the area is Bandung, the rest made up.
const Rows kPersons = {{"3273010101900001", "BUDI SANTOSO", "budi@example.org"},
                       {"3273014203850002", "SITI AMINAH", "siti@example.org"},
                       {"3273014203850002", "SITI AMINAH", "siti@example.org"},
                       {"9999999999999999", "AGUS WIBOWO", ""}};

TEST_F(TableScanTest, CountsFilledValidAndDistinctOfEveryColumn) {
  const auto table = scanned(info_of({"nik", "nama", "email"}), kPersons);
  ASSERT_EQ(table.columns.size(), 3U);
  EXPECT_EQ(table.columns[0].meaning, "id.national");
  EXPECT_EQ(table.columns[0].filled, 4U);
  EXPECT_EQ(table.columns[0].valid, 3U);
  EXPECT_EQ(table.columns[0].distinct, 3U);
  EXPECT_EQ(table.columns[1].meaning, "person.name");
  EXPECT_EQ(table.columns[1].distinct, 3U);
  EXPECT_EQ(table.columns[2].meaning, "contact.email");
  EXPECT_EQ(table.columns[2].filled, 3U);
  EXPECT_EQ(table.columns[2].distinct, 2U);
  EXPECT_EQ(distinct_rows(), 3U);
}

TEST_F(TableScanTest, CountsValidNationalNumbersOfAllColumnsOnce) {
  // The second column holds the first one's number again, written with points, and one more.
  scanned(info_of({"nik", "nik_pasangan"}), {{"3273010101900001", "3273014203850002"},
                                             {"3273014203850002", "3273.0101.0190.0001"},
                                             {"9999999999999999", ""},
                                             {"3273011111700003", "3273015212720004"}});
  EXPECT_TRUE(shared_.has_national_id);
  EXPECT_EQ(shared_.keys.front()->records_with_national_id, 3U);
  EXPECT_EQ(runs::count_distinct(shared_.all(&LaneKeys::national_ids)).value(), 4U);
}

TEST_F(TableScanTest, AsksTheSurveyAndNotTheHeadWhatAColumnMeans) {
  Rows emails;
  for (int i = 0; i < 40; ++i) emails.push_back({fmt::format("person{}@example.org", i)});
  const Rows head = {{"3"}, {"14"}, {"15"}};
  EXPECT_NE(scanned(info_of({"c1"}), head).columns.at(0).meaning, "contact.email");
  EXPECT_EQ(scanned(info_of({"c1"}), head, survey_of(emails, 1)).columns.at(0).meaning, "contact.email");
}

TEST_F(TableScanTest, CountsNoRecordOfTheSurvey) {
  const auto table = scanned(info_of({"nik", "nama", "email"}), {kPersons[0]}, survey_of(kPersons, 3));
  EXPECT_EQ(table.columns.at(0).filled, 1U);
  EXPECT_EQ(table.columns.at(0).distinct, 1U);
  EXPECT_EQ(distinct_rows(), 1U);
}

TEST_F(TableScanTest, MasksNamesThatMayBeValues) {
  auto info = info_of({"nama", "SITI AMINAH", "siti@example.org", "081234567890"});
  const Rows rows = {{"a", "b", "c", "d"}};
  const auto sure = scanned(info, rows);
  EXPECT_EQ(sure.columns.at(0).name, "nama");
  EXPECT_EQ(sure.columns.at(1).name, "SITI AMINAH") << "a header that is sure is shown";
  EXPECT_EQ(sure.columns.at(2).name.find("siti"), std::string::npos) << "an address is never the name of a column";
  EXPECT_EQ(sure.columns.at(3).name.find("1234567"), std::string::npos);
  info.header_is_sure = false;
  const auto doubtful = scanned(info, rows);
  EXPECT_EQ(doubtful.columns.at(0).name, "nama") << "a known header is no value";
  EXPECT_EQ(doubtful.columns.at(1).name.find("AMINAH"), std::string::npos);
}

TEST_F(TableScanTest, LetsATableGrowColumnsLate) {
  auto info = info_of({"id"});
  TableScan scan(survey_of({{"1"}}, 1), shared_);
  const Rows narrow = {{"1"}, {"2"}};
  ASSERT_TRUE(examine(scan, info, batch_of(narrow, 1)));
  info.columns.emplace_back("email");
  const Rows wide = {{"1", ""}, {"3", "siti@example.org"}};
  ASSERT_TRUE(examine(scan, info, batch_of(wide, 2, 2)));
  const auto table = scan.finish(info, {});
  ASSERT_TRUE(table);
  ASSERT_EQ(table->columns.size(), 2U);
  EXPECT_EQ(table->columns[1].name, "email");
  EXPECT_EQ(table->columns[1].filled, 1U);
  EXPECT_EQ(distinct_rows(), 3U) << "a row is equal to itself with an empty tail";
}

TEST_F(TableScanTest, CountsTheSameWithAnyNumberOfThreads) {
  const auto info = info_of({"nik", "nama", "email", "no_kartu", "noka_induk"});
  Rows rows;
  for (int i = 0; i < 20000; ++i) {
    const int person = i % 7000;
    rows.push_back({fmt::format("32730101{:02}90{:04}", 1 + person % 12, 1 + person / 12),
                    fmt::format("N{}", person % 90), person % 5 == 0 ? "" : fmt::format("p{}@example.org", person),
                    fmt::format("{:013}", person + 1), fmt::format("{:013}", person / 3 * 4 + 1)});
  }
  std::vector<findings::Table> tables;
  std::vector<std::uint64_t> distinct;
  for (const std::size_t threads : {1U, 4U}) {
    ScanShared shared(pack_for_test(), meanings_for_test(), hash_, nullptr, 2021, threads, std::uint64_t{64} << 20,
                      "/tmp");
    TableScan scan(survey_of(rows, 5), shared);
    for (std::size_t from = 0; from < rows.size(); from += 100) {
      const Rows some(rows.begin() + static_cast<std::ptrdiff_t>(from),
                      rows.begin() + static_cast<std::ptrdiff_t>(from + 100));
      ASSERT_TRUE(examine(scan, info, batch_of(some, 5, from)));
    }
    auto table = scan.finish(info, {});
    ASSERT_TRUE(table);
    tables.push_back(std::move(*table));
    distinct.push_back(runs::count_distinct(shared.all(&LaneKeys::rows)).value());
    distinct.push_back(runs::count_distinct(shared.all(&LaneKeys::national_ids)).value());
  }
  EXPECT_EQ(distinct[0], 7000U);
  EXPECT_EQ(distinct[0], distinct[2]);
  EXPECT_EQ(distinct[1], distinct[3]);
  for (std::size_t c = 0; c < 5; ++c) {
    EXPECT_EQ(tables[0].columns[c].filled, tables[1].columns[c].filled);
    EXPECT_EQ(tables[0].columns[c].valid, tables[1].columns[c].valid);
    EXPECT_EQ(tables[0].columns[c].distinct, tables[1].columns[c].distinct);
    EXPECT_EQ(tables[0].columns[c].faults, tables[1].columns[c].faults);
    EXPECT_EQ(tables[0].columns[c].examples_masked, tables[1].columns[c].examples_masked);
  }
  ASSERT_EQ(tables[0].coherence.size(), tables[1].coherence.size());
  ASSERT_FALSE(tables[0].coherence.empty());
  for (std::size_t r = 0; r < tables[0].coherence.size(); ++r) {
    EXPECT_EQ(tables[0].coherence[r].agree, tables[1].coherence[r].agree);
    EXPECT_EQ(tables[0].coherence[r].checked, tables[1].coherence[r].checked);
  }
}

/// What ThreadSanitizer sees here: a table that comes later takes its place in the lanes' memory while batches of
/// another are at work in it.
TEST_F(TableScanTest, StartsLanesWhileAnotherTableIsAtWork) {
  const auto persons = info_of({"nik", "nama"});
  const auto cards = info_of({"no_kartu", "noka_induk"});
  Rows many;
  for (int i = 0; i < 3000; ++i) many.push_back({fmt::format("3273010101{:06}", i), fmt::format("N{}", i)});
  Rows few;
  for (int i = 0; i < 40; ++i) few.push_back({fmt::format("{:013}", i + 1), fmt::format("{:013}", i / 4 * 4 + 1)});
  const Rows first(many.begin(), many.begin() + 40);
  ScanShared shared(pack_for_test(), meanings_for_test(), hash_, nullptr, 2021, 3, std::uint64_t{64} << 20, "/tmp");
  TableScan scan(survey_of(first, 2), shared);
  TableScan other(survey_of(few, 2), shared);
  ASSERT_TRUE(examine(scan, persons, batch_of(first, 2)));
  ASSERT_TRUE(examine(other, cards, batch_of(few, 2)));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(examine(scan, persons, batch_of(many, 2)));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(examine(other, cards, batch_of(few, 2)));
  const auto table = scan.finish(persons, {});
  const auto other_table = other.finish(cards, {});
  ASSERT_TRUE(table && other_table);
  EXPECT_EQ(table->columns.at(0).distinct, 3000U);
  EXPECT_EQ(other_table->columns.at(0).distinct, 40U);
  EXPECT_EQ(other_table->coherence.back().checked, 160U);
}

TEST_F(TableScanTest, TellsARowFromItsFieldsInAnotherOrder) {
  scanned(info_of({"a", "b"}), {{"x", "y"}, {"y", "x"}, {"", "x"}, {"x", ""}, {"xy", ""}});
  EXPECT_EQ(distinct_rows(), 5U);
}

TEST_F(TableScanTest, ChecksThatTheHeadsCardIsACardOfTheTable) {
  Rows rows;
  for (int i = 0; i < 40; ++i) {
    const int head = i % 10 == 9 ? 5000 + i : i / 4 * 4;  // four of them point out of the table
    rows.push_back({fmt::format("{:013}", 1000 + i), fmt::format("{:013}", 1000 + head)});
  }
  const auto table = scanned(info_of({"no_kartu", "noka_induk"}), rows);
  ASSERT_EQ(table.columns.at(0).meaning, "id.member");
  ASSERT_EQ(table.columns.at(1).meaning, "id.member_head");
  const auto rule = std::ranges::find(table.coherence, "head_card_exists", &findings::Coherence::rule);
  ASSERT_NE(rule, table.coherence.end());
  EXPECT_EQ(rule->checked, 40U);
  EXPECT_EQ(rule->agree, 36U);
}

TEST_F(TableScanTest, TellsWhatTheHeadersAloneSay) {
  const auto info = info_of({"nik", "c2"});
  TableScan scan({}, shared_);
  const Rows rows = {{"3273010101900001", "x"}};
  ASSERT_TRUE(examine(scan, info, batch_of(rows, 2)));
  ASSERT_TRUE(scan.finish(info, {}));
  EXPECT_EQ(scan.header_meanings(), (std::vector<std::string>{"id.national", ""}));
}

TEST_F(TableScanTest, WritesEveryRecordOfTheHeadToTheRowsFile) {
  const auto path = fs::temp_directory_path() / fmt::format("sidik_table_scan_test_{}.csv", ::getpid());
  auto rows_file = RowsFile::create(path.string(), false);
  ASSERT_TRUE(rows_file);
  shared_.rows_file = rows_file->get();
  scanned(info_of({"nik", "nama", "email"}), kPersons);
  ASSERT_TRUE((*rows_file)->close());
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  fs::remove(path);
  EXPECT_EQ(std::ranges::count(text, '\n'), 5);
  EXPECT_EQ(text.find("SANTOSO"), std::string::npos);
  EXPECT_NE(text.find("\"dump.csv\",4,"), std::string::npos);
}

TEST_F(TableScanTest, DescribesTheTableAndWhoDecidedIt) {
  auto info = info_of({"a", "b"});
  info.delimiter = ";";
  info.delimiter_by = ingest::Decider::user;
  info.quote = '"';
  info.escape = '\\';
  info.newline = "CRLF";
  ingest::TableAccount account;
  account.records = 1;
  account.rejected = 2;
  account.total_bytes = 30;
  account.record_bytes = 10;
  account.rejected_bytes = 20;
  const auto reason = static_cast<std::size_t>(table::RejectReason::header_repeated);
  account.reject_count[reason] = 2;
  account.first_reject_offset[reason] = 10;
  TableScan scan({}, shared_);
  const Rows rows = {{"1", "2"}};
  ASSERT_TRUE(examine(scan, info, batch_of(rows, 2)));
  const auto table = scan.finish(info, account);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->delimiter, ";");
  EXPECT_EQ(table->decided_by.at("delimiter"), "user");
  EXPECT_EQ(table->decided_by.at("header"), "guessed");
  EXPECT_EQ(table->escape, "backslash");
  EXPECT_EQ(table->newline, "CRLF");
  EXPECT_EQ(table->bytes.total, 30U);
  EXPECT_EQ(table->bytes.rejected, 20U);
  ASSERT_EQ(table->rejects.size(), 1U);
  EXPECT_EQ(table->rejects[0].reason, table::reason_name(table::RejectReason::header_repeated));
  EXPECT_EQ(table->rejects[0].count, 2U);
  EXPECT_EQ(table->rejects[0].first_offset, 10U);
}

}  // namespace
}  // namespace sidik::engine
