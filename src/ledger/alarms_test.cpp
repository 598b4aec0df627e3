#include "ledger/alarms.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sidik::ledger {
namespace {

std::vector<std::string> kinds(const AlarmInput& input) {
  std::vector<std::string> words;
  for (const auto& alarm : raise_alarms(input)) words.push_back(alarm.kind);
  return words;
}

TableFacts quiet_table() {
  TableFacts table;
  table.name = "dump.csv";
  table.header = true;
  table.records = 500;
  table.lines = 501;
  table.columns = {
      {.position = 1, .name = "NAMA", .meaning = "person.name", .header_meaning = "person.name", .filled = 500},
      {.position = 2, .name = "NIK", .meaning = "id.national", .header_meaning = "id.national", .filled = 500},
      {.position = 3, .name = "EMAIL", .meaning = "contact.email", .header_meaning = {}, .filled = 20},
      {.position = 4, .name = "ALAMAT", .meaning = "contact.address", .header_meaning = {}, .filled = 0}};
  return table;
}

TEST(Alarms, AreSilentOnAQuietTable) {
  AlarmInput input;
  input.tables = {quiet_table()};
  EXPECT_TRUE(raise_alarms(input).empty());
}

TEST(Alarms, SayEachKind) {
  AlarmInput input;
  input.complete = false;
  input.incomplete_because = "the gzip stream ends early";
  TableFacts table = quiet_table();
  table.records = 1000000;
  table.headers_inside = 1;
  table.has_trailer = true;
  table.columns[0].header_meaning = "contact.phone";
  table.columns[1].zeros_lost = 12;
  table.columns[1].spreadsheet_damage = 1234;
  input.tables = {table};
  input.sold = parse_sold("salary");
  EXPECT_EQ(kinds(input),
            (std::vector<std::string>{"cut_off", "tool_limit", "header_inside", "trailer_line", "sold_but_absent",
                                      "lying_header", "leading_zeros_lost", "spreadsheet_damage"}));
  const auto alarms = raise_alarms(input);
  EXPECT_NE(alarms.front().says.find("(the gzip stream ends early)"), std::string::npos);
  EXPECT_NE(alarms.back().says.find("1,234 values in column 2 (NIK) of dump.csv"), std::string::npos)
      << alarms.back().says;
}

TEST(Alarms, SayWhichColumnASpreadsheetCut) {
  AlarmInput input;
  TableFacts table = quiet_table();
  table.columns[1].cut_numbers = 5678;
  input.tables = {table};
  ASSERT_EQ(kinds(input), (std::vector<std::string>{"spreadsheet_damage"}));
  EXPECT_NE(raise_alarms(input).front().says.find("5,678 numbers in column 2 (NIK) of dump.csv"), std::string::npos);
}

TEST(Alarms, FindWhatWasSoldByMeaningPartWordOrHeader) {
  AlarmInput input;
  input.tables = {quiet_table()};
  for (const char* word :
       {"person.name", "name", "Name", "e-mail", "E_MAIL", "nik", "id.national", "national", "email , nama"}) {
    input.sold = parse_sold(word);
    EXPECT_TRUE(raise_alarms(input).empty()) << word;
  }
  input.sold = {{"surat elektronik", {"contact.email"}}};
  EXPECT_TRUE(raise_alarms(input).empty());
}

TEST(Alarms, TellAnEmptyColumnFromNone) {
  AlarmInput input;
  input.tables = {quiet_table()};
  input.sold = parse_sold("address,,photo, ");
  const auto alarms = raise_alarms(input);
  ASSERT_EQ(alarms.size(), 2U);
  EXPECT_EQ(alarms[0].says, "'address' was advertised; its column is there but empty.");
  EXPECT_EQ(alarms[1].says, "'photo' was advertised, but no column holds it.");
}

TEST(Alarms, DoNotCallAHeaderALiarWithoutEvidence) {
  AlarmInput input;
  TableFacts table = quiet_table();
  table.columns[0].meaning = "unknown";
  table.columns[1].header_meaning.clear();
  input.tables = {table};
  EXPECT_TRUE(raise_alarms(input).empty());
}

}  // namespace
}  // namespace sidik::ledger
