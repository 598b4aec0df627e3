#include "ingest/sqlite/sqlite_reader.hpp"

#include <gtest/gtest.h>

#include "ingest/sqlite/sqlite_for_test.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

const std::string kPeople = "CREATE TABLE t(id INTEGER PRIMARY KEY, name)";

std::string person(std::uint64_t key, const std::string& name) {
  // A NULL in the place of the key, as SQLite writes it.
  const std::string types = std::string(1, '\0') + SqliteBytes::varint(name.size() * 2 + 13);
  return SqliteBytes::cell(key, SqliteBytes::varint(types.size() + 1) + types + name);
}

std::string_view code_of(const SqliteReading& reading) {
  return reading.status ? "" : reading.status.error().code.name();
}

void expect_whole_account(const SqliteReading& reading, std::size_t size) {
  EXPECT_EQ(reading.total(), size);
  for (const auto& account : reading.accounts) EXPECT_EQ(sum_of(account), account.total_bytes);
}

TEST(SqliteReader, ReadsATableWithItsSpans) {
  SqliteBytes file(2);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13, {person(3, "Ani"), person(9, "Budi")});
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"3", "Ani"}, {"9", "Budi"}}));
  EXPECT_EQ(reading.info.name, "a.db/t0");
  EXPECT_EQ(reading.info.format, "sqlite");
  EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"id", "name"}));
  EXPECT_EQ(reading.spans[0].offset.value, 1024 - person(3, "Ani").size());
  EXPECT_EQ(reading.account.record_bytes, person(3, "Ani").size() + person(9, "Budi").size());
  EXPECT_TRUE(reading.cut_because.empty());
  expect_whole_account(reading, 1024);
}

TEST(SqliteReader, GivesTheLastTableToldAllOtherPages) {
  SqliteBytes file(6);
  file.make_schema({{2, kPeople}, {4, kPeople}, {5, kPeople}});
  file.make_page(2, 13, {person(1, "Ani")});
  file.make_page(4, 13, {person(1, "Budi")});
  file.make_page(5, 13, {});
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  ASSERT_EQ(reading.accounts.size(), 2U);
  EXPECT_EQ(reading.accounts[0].total_bytes, 512U);
  EXPECT_EQ(reading.accounts[1].total_bytes, 5U * 512);
  ASSERT_EQ(reading.skipped.size(), 1U);
  EXPECT_EQ(reading.skipped[0].name, "a.db/t2");
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, EndsCirclesOfPages) {
  SqliteBytes file(3);
  file.make_schema({{2, kPeople}});
  const std::string to_itself = SqliteBytes::big_endian(2, 4) + "\1";
  const std::string to_leaf = SqliteBytes::big_endian(3, 4) + "\2";
  file.make_page(2, 5, {to_itself, to_leaf, to_leaf}, 1);
  file.make_page(3, 13, {person(1, "Ani")});
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"1", "Ani"}}));
  EXPECT_EQ(reading.rejects.size(), 3U);  // to itself, to the leaf again, to page 1
  for (const auto& reject : reading.rejects) EXPECT_EQ(reject.reason, RejectReason::record_damaged);
  EXPECT_EQ(reading.account.rejected_bytes, 12U);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, RefusesPointersOutOfTheFileAndCellsOutOfThePage) {
  SqliteBytes file(3);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 5, {SqliteBytes::big_endian(3, 4) + "\1"}, 0xffffffffU);
  file.make_page(3, 13, {person(1, "Ani"), person(2, "Budi"), person(3, "Citra")});
  file.put(1024 + 8, SqliteBytes::big_endian(511, 2));  // the length would be the last byte
  file.put(1024 + 10, SqliteBytes::big_endian(4, 2));   // inside the page's header
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"3", "Citra"}}));
  EXPECT_EQ(reading.rejects.size(), 3U);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, ReadsBytesThatTwoCellsClaimOnce) {
  SqliteBytes file(2);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13, {person(1, "Ani"), person(2, "Budi")});
  file.put(512 + 10, SqliteBytes::big_endian(512 - person(1, "Ani").size(), 2));
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"1", "Ani"}}));
  ASSERT_EQ(reading.rejects.size(), 1U);
  EXPECT_EQ(reading.rejects[0].span.offset.value, 512U + 10);  // the pointer: its bytes are nobody else's
  EXPECT_EQ(reading.rejects[0].span.length.value, 2U);
  expect_whole_account(reading, file.bytes().size());
}

/// A cell of 600 bytes whose rest lies on page 3 and those behind it.
std::string long_person(std::uint64_t payload_bytes = 600) {
  const std::string name(payload_bytes - 4, 'x');
  const std::string types = std::string(1, '\0') + SqliteBytes::varint(name.size() * 2 + 13);
  const std::string payload = SqliteBytes::varint(types.size() + 1) + types + name;
  const std::size_t least = (512 - 12) * 32 / 255 - 23;
  const std::size_t wanted = least + (payload.size() - least) % 508;
  const std::size_t local = wanted <= 477 ? wanted : least;
  return SqliteBytes::cell(1, payload).substr(0, 3 + local) + SqliteBytes::big_endian(3, 4);
}

TEST(SqliteReader, FollowsOverflowPages) {
  SqliteBytes file(3);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13, {long_person()});
  file.put(1024, SqliteBytes::big_endian(0, 4) + std::string(508, 'x'));
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"1", std::string(596, 'x')}}));
  EXPECT_EQ(reading.account.record_bytes, 3U + 600 + 4);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, EndsCirclesOfOverflowPages) {
  SqliteBytes file(3);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13, {long_person(3000), person(2, "Budi")});
  file.put(1024, SqliteBytes::big_endian(3, 4));
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"2", "Budi"}}));
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(RejectReason::record_damaged)], 1U);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, RefusesRecordsThatContradictThemselves) {
  SqliteBytes file(2);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13,
                 {SqliteBytes::cell(1, "\x7f\1"),                    // a header longer than the record
                  SqliteBytes::cell(2, std::string("\3\0\x0b", 3)),  // a type that is kept for later
                  SqliteBytes::cell(3, std::string("\3\0\x7f"
                                                   "ab",
                                                   5)),                              // a text longer than the record
                  SqliteBytes::cell(4, SqliteBytes::record({"a", "b", "c"})),        // more values than columns
                  person(5, "Ani"), SqliteBytes::cell(6, std::string("\2\0", 2))});  // older than the column
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"5", "Ani"}, {"6", ""}}));
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(RejectReason::record_damaged)], 3U);
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(RejectReason::too_many_fields)], 1U);
  EXPECT_EQ(reading.account.padded, 1U);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, RefusesARecordLongerThanTheLimit) {
  SqliteBytes file(3);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13, {long_person(), person(2, "Budi")});
  Limits limits;
  limits.record_bytes = 500;
  const auto reading = read_sqlite_bytes(file.bytes(), limits);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records.size(), 1U);
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(RejectReason::record_too_long)], 1U);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, EndsATreeThatIsTooDeep) {
  SqliteBytes file(60);
  file.make_schema({{2, kPeople}});
  for (std::size_t page = 2; page < 60; ++page) {
    file.make_page(page, 5, {SqliteBytes::big_endian(page == 2 ? 60 : 0, 4) + "\1"}, page + 1);
  }
  file.make_page(60, 13, {person(1, "Ani")});
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records.size(), 1U);
  EXPECT_GT(reading.rejects.size(), 1U);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, GivesATreeToItsFirstTable) {
  SqliteBytes file(2);
  file.make_schema({{2, kPeople}, {2, kPeople}, {1, kPeople}, {9, kPeople}});
  file.make_page(2, 13, {person(1, "Ani")});
  const auto reading = read_sqlite_bytes(file.bytes());
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records.size(), 1U);
  EXPECT_EQ(reading.skipped.size(), 3U);
  expect_whole_account(reading, file.bytes().size());
}

TEST(SqliteReader, SaysWhatIsMissing) {
  SqliteBytes file(3);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13, {person(1, "Ani")});
  file.put(28, SqliteBytes::big_endian(3, 4));
  EXPECT_TRUE(read_sqlite_bytes(file.bytes()).cut_because.empty());
  const auto cut = read_sqlite_bytes(file.bytes().substr(0, 1100));
  ASSERT_TRUE(cut.status);
  EXPECT_EQ(cut.cut_because, "the database should have 3 pages and has 2");
  expect_whole_account(cut, 1100);
}

TEST(SqliteReader, RefusesWhatIsNoDatabase) {
  EXPECT_EQ(code_of(read_sqlite_bytes(std::string("SQLite format 3\0", 16))), "ingest.sqlite_damaged");
  SqliteBytes odd(2);
  odd.put(16, SqliteBytes::big_endian(513, 2));
  EXPECT_EQ(code_of(read_sqlite_bytes(odd.bytes())), "ingest.sqlite_damaged");
  SqliteBytes reserved(2);
  reserved.put(20, "\xff");
  EXPECT_EQ(code_of(read_sqlite_bytes(reserved.bytes())), "ingest.sqlite_damaged");
  EXPECT_EQ(code_of(read_sqlite_bytes(SqliteBytes(2).bytes())), "ingest.sqlite_damaged");
  SqliteBytes empty(1);
  empty.make_schema({});
  EXPECT_EQ(code_of(read_sqlite_bytes(empty.bytes())), "ingest.no_record");
}

TEST(SqliteReader, LeavesReservedBytesAlone) {
  SqliteBytes file(2);
  file.make_schema({{2, kPeople}});
  file.make_page(2, 13, {person(1, "Ani")});
  file.put(20, "\4");  // the cell now reaches into them
  const auto reading = read_sqlite_bytes(file.bytes());
  EXPECT_TRUE(reading.records.empty());
}

}  // namespace
}  // namespace sidik::ingest
