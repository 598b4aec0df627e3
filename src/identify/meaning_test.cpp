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

/// One column of made-up values under a header.
ColumnMeaning decide_column(const char* header, const std::function<std::string(unsigned)>& value) {
  return table_of({header}, [&](unsigned i) { return std::vector<std::string>{value(i)}; }).decide(false)[0];
}

TEST(DecideMeanings, KeepsTheCheckThatTheHeaderPromisesWhenValuesFail) {
  struct Case {
    const char* header;
    std::function<std::string(unsigned)> value;
    const char* meaning;
    const char* identifier;
  };
  const Case cases[] = {
      {"NIK", [](unsigned i) { return std::to_string(i + 1); }, "id.national", "id.nik"},
      {"NIK", [](unsigned i) { return "31740101" + digits(i * 7919, 6); }, "id.national", "id.nik"},
      {"nik", [](unsigned i) { return "999999010190" + digits(i + 1, 4); }, "id.national", "id.nik"},
      {"NIK", [](unsigned i) { return "3,27" + digits(i % 90 + 300, 3) + "E+15"; }, "id.national", "id.nik"},
      {"no_ktp", [](unsigned i) { return digits(i * 7919, 9); }, "id.national", "id.nik"},
      {"no_kk", [](unsigned i) { return std::to_string(i * 31 + 7); }, "id.family", "id.kk"},
      {"NPWP", [](unsigned i) { return std::to_string(i * 31 + 7); }, "id.tax", "id.npwp15"},
      {"kartu_kredit", [](unsigned i) { return "41111111" + digits(i * 10 + (i % 2), 7); }, "payment.card",
       "global.card"},
      {"NIP", [](unsigned i) { return digits(10000 + i * 7919, 10); }, "id.employee", "id.nip"},
      {"employee_id", [](unsigned i) { return std::to_string(i * 7 + 100); }, "id.employee", ""},
  };
  for (const Case& given : cases) {
    const ColumnMeaning decided = decide_column(given.header, given.value);
    EXPECT_EQ(decided.meaning, given.meaning) << given.header << ' ' << given.value(5);
    EXPECT_EQ(decided.identifier, given.identifier) << given.header << ' ' << given.value(5);
    EXPECT_TRUE(decided.header_meaning.empty() || decided.header_meaning == decided.meaning) << given.header;
  }
}

TEST(DecideMeanings, BelievesTheValuesUnderALyingHeader) {
  const ColumnMeaning dates = decide_column("NIK", [](unsigned i) { return Person(i).date('-', false); });
  EXPECT_TRUE(dates.meaning.starts_with("birth.") || dates.meaning.starts_with("date.")) << dates.meaning;
  EXPECT_EQ(dates.header_meaning, "id.national");
  const ColumnMeaning numbers = decide_column("hp", [](unsigned i) { return Person(i).nik(i); });
  EXPECT_EQ(numbers.meaning, "id.national");
  EXPECT_EQ(numbers.header_meaning, "contact.phone");
  const ColumnMeaning phones =
      decide_column("NIK", [](unsigned i) { return "0812345" + digits(i * 7919 % 100000, 5); });
  EXPECT_EQ(phones.meaning, "contact.phone");
  EXPECT_EQ(phones.header_meaning, "id.national");
  const ColumnMeaning mails = decide_column("no_kk", [](unsigned i) { return "user" + digits(i, 3) + "@example.org"; });
  EXPECT_EQ(mails.meaning, "contact.email");
  EXPECT_EQ(mails.header_meaning, "id.family");
}

TEST(DecideMeanings, RaisesNoFalseAlarmOverAHeader) {
  const std::function<std::string(unsigned)> number = [](unsigned i) { return digits(i * 7919 + 17, 13); };
  const std::function<std::string(unsigned)> name = [](unsigned i) { return i % 2 == 0 ? "Budi" : "Siti Aminah"; };
  const std::function<std::string(unsigned)> date = [](unsigned i) { return Person(i).date('-', false); };
  const std::function<std::string(unsigned)> sex = [](unsigned i) { return i % 2 == 0 ? "L" : "P"; };
  const std::function<std::string(unsigned)> phone = [](unsigned i) {
    return "0812345" + digits(i * 7919 % 100000, 5);
  };
  const std::function<std::string(unsigned)> hash = [](unsigned i) {
    std::string out;
    for (unsigned at = 0; at < 4; ++at)
      out += digits((i + 1) * 2654435U + at * 977, 7) + static_cast<char>('a' + (i + at) % 6);
    return out;
  };
  const std::function<std::string(unsigned)> nip = [](unsigned i) {
    return "19800101" + std::string("200501") + "1" + digits(i + 1, 3);
  };
  const std::pair<const char*, const std::function<std::string(unsigned)>*> cases[] = {
      {"KDPST", &number}, {"NMPST", &name}, {"TGLLHRPST", &date}, {"SEXPST", &sex}, {"PSTNOHP", &phone},
      {"birth", &date},   {"sandi", &hash}, {"password", &hash},  {"NIP", &nip}};
  for (const auto& [header, value] : cases) {
    const ColumnMeaning decided = decide_column(header, *value);
    EXPECT_TRUE(decided.header_meaning.empty() || decided.header_meaning == decided.meaning)
        << header << " says " << decided.header_meaning << ", values are " << decided.meaning;
  }
}

TEST(DecideMeanings, ReadsIndonesianHeadersThatLookLikeOthers) {
  TestTable table;
  table.headers = {"kelas", "NO_KEL", "kode_icd", "NIP", "hak kelas"};
  const char* meanings[] = {"person.education", "area.code", "health.diagnosis", "id.employee", "health.insurer"};
  const auto decided = table.decide(false);
  for (std::size_t c = 0; c < decided.size(); ++c) EXPECT_EQ(decided[c].meaning, meanings[c]) << table.headers[c];
  EXPECT_EQ(decide_column("kelas", [](unsigned i) { return digits(i % 6 + 1, 1); }).meaning, "person.education");
  EXPECT_EQ(decide_column("NO_KEL", [](unsigned i) { return digits(1001 + i % 9, 4); }).meaning, "area.code");
}

TEST(DecideMeanings, FollowsAPhoneHeaderWhenZerosAreLost) {
  for (const char* header : {"no_hp", "NOHP", "telp"}) {
    const ColumnMeaning decided =
        decide_column(header, [](unsigned i) { return "812345" + digits(i * 7919 % 100000, 5); });
    EXPECT_EQ(decided.meaning, "contact.phone") << header;
    EXPECT_GT(decided.confidence, 0.9) << header;
  }
}

TEST(DecideMeanings, TakesHostileValues) {
  TestTable table;
  table.headers = {"\xFF\xFE", std::string(5000, 'a'), "NIK"};
  table.rows = {
      {std::string(100000, '9'), "\xC3", std::string("\0\0", 2)}, {"(((((((((", "\"", "@"}, {"@@@", ".", "1e999"}};
  EXPECT_EQ(table.decide(false).size(), 3U);
}

TEST(MeaningReader, TakesNoTitleOfAWorkForAFormOfAddress) {
  TestTable works;
  works.headers = {"id", "title"};
  TestTable persons = works;
  static constexpr const char* kWords[] = {"Blue", "Live", "Night", "Songs", "River", "Best", "Glass", "Stone", "Hits"};
  static constexpr const char* kTitles[] = {"Mr.", "Mrs.", "Ms.", "Dr."};
  static constexpr const char* kGerman[] = {"Herr", "Frau"};
  TestTable german = works;
  for (int i = 0; i < 80; ++i) {
    const std::string number = std::to_string(i);
    works.rows.push_back({number, std::string(kWords[i % 9]) + " " + kWords[i * 4 % 7] + (i % 3 ? "" : " " + number)});
    persons.rows.push_back({number, kTitles[i * 7 % 4]});
    german.rows.push_back({number, kGerman[i % 2]});
  }
  EXPECT_NE(works.decide(false)[1].meaning, "person.title");
  EXPECT_EQ(persons.decide(false)[1].meaning, "person.title");
  EXPECT_EQ(german.decide(false)[1].meaning, "person.title");
}

}  // namespace
}  // namespace sidik::identify
