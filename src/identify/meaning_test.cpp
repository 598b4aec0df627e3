#include "identify/meaning.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

std::string digits(unsigned value, int width) {
  std::string out(static_cast<std::size_t>(width), '0');
  for (int i = width; i-- > 0; value /= 10) out[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
  return out;
}

/// Invented persons, by number.
struct Person {
  explicit Person(unsigned i)
      : day(i * 7 % 28 + 1), month(i * 5 % 12 + 1), year(1950 + i * 13 % 55), woman(i % 2 == 1) {}
  unsigned day, month, year;
  bool woman;
  [[nodiscard]] std::string nik(unsigned i) const {
    return "317401" + digits(day + (woman ? 40 : 0), 2) + digits(month, 2) + digits(year % 100, 2) + digits(i + 1, 4);
  }
  [[nodiscard]] std::string date(char mark, bool month_first) const {
    const std::string first = digits(month_first ? month : day, 2);
    const std::string second = digits(month_first ? day : month, 2);
    return first + mark + second + mark + digits(year, 4);
  }
};

TestTable table_of(std::vector<std::string> headers, const std::function<std::vector<std::string>(unsigned)>& row) {
  TestTable table;
  table.headers = std::move(headers);
  for (unsigned i = 0; i < 120; ++i) table.rows.push_back(row(i));
  return table;
}

TEST(DecideMeanings, NoticesALyingHeader) {
  const auto table = table_of({"email", "nama"}, [](unsigned i) {
    return std::vector<std::string>{"0812345" + digits(i * 7919 % 100000, 5), "user" + digits(i, 3) + "@example.org"};
  });
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].meaning, "contact.phone");
  EXPECT_EQ(decided[0].header_meaning, "contact.email");
  EXPECT_EQ(decided[0].decided_by, DecidedBy::values);
  EXPECT_EQ(decided[1].meaning, "contact.email");
  EXPECT_EQ(decided[1].header_meaning, "person.name");
}

TEST(DecideMeanings, ReadsColumnsWithoutHeaderByTheirValues) {
  const auto table = table_of({"", "", "", ""}, [](unsigned i) {
    const Person person(i);
    return std::vector<std::string>{person.nik(i), person.date('-', false), person.woman ? "2" : "1",
                                    "00012" + digits(i * 977, 8)};
  });
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].meaning, "id.national");
  EXPECT_EQ(decided[0].identifier, "id.nik");
  EXPECT_EQ(decided[1].meaning, "birth.date");
  EXPECT_EQ(decided[2].meaning, "person.sex");
  EXPECT_EQ(decided[3].meaning, "id.member");
  for (const ColumnMeaning& column : decided) {
    EXPECT_EQ(column.decided_by, DecidedBy::values);
    EXPECT_TRUE(column.header_meaning.empty());
  }
}

TEST(DecideMeanings, DecidesTheOrderOfDateParts) {
  const auto table = table_of({"tgl_lahir", "birthday"}, [](unsigned i) {
    const Person person(i);
    return std::vector<std::string>{person.date('/', false), person.date('/', true)};
  });
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].date_order, text::DateOrder::day_month_year);
  EXPECT_EQ(decided[1].date_order, text::DateOrder::month_day_year);
}

TEST(DecideMeanings, CallsNineBareDigitsNoForeignIdentifier) {
  const auto table =
      table_of({"c1"}, [](unsigned i) { return std::vector<std::string>{digits(100000000 + i * 7654321, 9)}; });
  EXPECT_NE(table.decide(false)[0].meaning, "id.national");
}

TEST(DecideMeanings, TakesTheHeaderOfAnEmptyColumn) {
  TestTable table;
  table.headers = {"NOKTP", "c2"};
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].meaning, "id.national");
  EXPECT_EQ(decided[0].decided_by, DecidedBy::header);
  EXPECT_EQ(decided[1].meaning, "unknown");
  EXPECT_EQ(decided[1].decided_by, DecidedBy::nothing);
}

/// The columns published in 2021, with the meanings that public schemas of the same names give them.
TEST(DecideMeanings, ReadsThePublishedHeadersOf2021) {
  const std::pair<const char*, const char*> columns[] = {{"PSNOKA", "id.member"},
                                                         {"PSNOKALAMA", "id.member_old"},
                                                         {"PSNOKALAMA2", "id.member_old"},
                                                         {"NAMA", "person.name"},
                                                         {"NMCETAK", "person.name_printed"},
                                                         {"JENKEL", "person.sex"},
                                                         {"AGAMA", "person.religion"},
                                                         {"TMPLHR", "birth.place"},
                                                         {"TGLLHR", "birth.date"},
                                                         {"FLAGTANGGUNGAN", "status.dependant"},
                                                         {"NOHP", "contact.phone"},
                                                         {"NIK", "id.national"},
                                                         {"NOKTP", "id.national"},
                                                         {"TMT", "date.start"},
                                                         {"TAT", "date.end"},
                                                         {"NPWP", "id.tax"},
                                                         {"EMAIL", "contact.email"},
                                                         {"NOKA", "id.member_head"},
                                                         {"KDHUBKEL", "relation.family"},
                                                         {"KDSTAWIN", "person.marital_status"},
                                                         {"KDNEGARA", "nationality"},
                                                         {"KDGOLDARAH", "person.blood_group"},
                                                         {"KDSTATUSPST", "status.membership"},
                                                         {"KDKANTOR", "office.code"},
                                                         {"TSINPUT", "record.created"},
                                                         {"TSUPDATE", "record.updated"},
                                                         {"USERINPUT", "record.author"},
                                                         {"USERUPDATE", "record.editor"},
                                                         {"TSSTATUS", "date.status"},
                                                         {"DAFTAR", "status.registration"}};
  TestTable table;
  for (const auto& [header, meaning] : columns) table.headers.emplace_back(header);
  const auto decided = table.decide(false);
  for (std::size_t c = 0; c < decided.size(); ++c) EXPECT_EQ(decided[c].meaning, columns[c].second) << columns[c].first;
}

TEST(DecideMeanings, TakesHostileValues) {
  TestTable table;
  table.headers = {"\xFF\xFE", std::string(5000, 'a'), "NIK"};
  table.rows = {
      {std::string(100000, '9'), "\xC3", std::string("\0\0", 2)}, {"(((((((((", "\"", "@"}, {"@@@", ".", "1e999"}};
  EXPECT_EQ(table.decide(false).size(), 3U);
}

}  // namespace
}  // namespace sidik::identify
