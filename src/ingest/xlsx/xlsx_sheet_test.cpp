#include "ingest/xlsx/xlsx_sheet.hpp"

#include <gtest/gtest.h>

#include "ingest/xlsx/xlsx_for_test.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

ReadOptions with_header(bool header) {
  ReadOptions options;
  options.header = header;
  return options;
}

TEST(XlsxSheet, PutsCellsInTheirColumns) {
  const auto reading =
      read_sheet_xml(sheet_xml("<row><c r='A1' t='s'><v>0</v></c><c r='C1'><v>7</v></c></row>"
                               "<row><c><v>1</v></c><c><v>2</v></c></row>"
                               "<row><c r='B3' s='2'><v>12</v></c><c r='A3' s='1'><v>61</v></c></row>"),
                     with_header(false));
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"Ani", "", "7"}, {"1", "2", ""}, {"1900-03-01", "0012", ""}}));
}

TEST(XlsxSheet, SpendsEveryByteOnce) {
  const std::string row = "<row><c t='s'><v>0</v></c><c><v>1</v></c><c><v>2</v></c></row>";
  const std::string xml =
      sheet_xml("<row><c t='s'><v>1</v></c></row><row/>" + row + row + row + row + "<row><c/></row>");
  const auto reading = read_sheet_xml(xml, with_header(true));
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.account.total_bytes, xml.size());
  EXPECT_EQ(sum_of(reading.account), xml.size());
  EXPECT_EQ(reading.account.header_bytes, row.size());
  EXPECT_EQ(reading.account.record_bytes, 3 * row.size());
  EXPECT_EQ(reading.account.blank_bytes, 6U + 15);
  ASSERT_EQ(reading.spans.size(), 3U);
  EXPECT_EQ(xml.substr(reading.spans[1].offset.value, reading.spans[1].length.value), row);
  EXPECT_TRUE(reading.cut_because.empty());
}

TEST(XlsxSheet, AddsColumnsForWiderRows) {
  std::string rows;
  for (int r = 0; r < 400; ++r) rows += "<row><c><v>1</v></c></row>";
  rows += "<row><c r='E1'><v>5</v></c></row>";
  const auto reading = read_sheet_xml(sheet_xml(rows), with_header(false));
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.info.columns.size(), 5U);
  EXPECT_EQ(reading.records.back(), (std::vector<std::string>{"", "", "", "", "5"}));
}

TEST(XlsxSheet, GuessesTheHeader) {
  std::string rows = "<row><c t='str'><v>nomor</v></c><c t='str'><v>nama</v></c></row>";
  for (int r = 0; r < 20; ++r)
    rows += "<row><c><v>" + std::to_string(r) + "</v></c><c t='s'><v>" + std::to_string(r % 2) + "</v></c></row>";
  const auto reading = read_sheet_xml(sheet_xml(rows));
  ASSERT_TRUE(reading.status);
  EXPECT_TRUE(reading.info.has_header);
  EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"nomor", "nama"}));
  EXPECT_EQ(reading.records.size(), 20U);
}

TEST(XlsxSheet, RefusesRowsThatCannotBe) {
  Limits limits;
  limits.record_bytes = 20;
  limits.columns = 3;
  const auto reading = read_sheet_xml(sheet_xml("<row><c><v>1</v></c></row>"
                                                "<row><c t='s'><v>9</v></c></row>"
                                                "<row><c r='D1'><v>1</v></c></row>"
                                                "<row><c t='str'><v>123456789012345678901</v></c></row>"),
                                      with_header(false), limits);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"1"}}));
  ASSERT_EQ(reading.rejects.size(), 3U);
  EXPECT_EQ(reading.rejects[0].reason, RejectReason::record_damaged);
  EXPECT_EQ(reading.rejects[1].reason, RejectReason::too_many_fields);
  EXPECT_EQ(reading.rejects[2].reason, RejectReason::record_too_long);
  EXPECT_EQ(sum_of(reading.account), reading.account.total_bytes);
}

TEST(XlsxSheet, MakesTheRestOfADamagedSheetAReject) {
  const std::string row = "<row><c><v>1</v></c></row>";
  const std::string head = "<worksheet><sheetData>" + row + row;
  for (const std::string rest : {"<row><c><v>2</v>", "<row><c></row>", "</c>", "<row></", "\x01\x02"}) {
    const auto reading = read_sheet_xml(head + rest, with_header(false));
    ASSERT_TRUE(reading.status) << rest;
    EXPECT_EQ(reading.records.size(), 2U) << rest;
    ASSERT_EQ(reading.rejects.size(), 1U) << rest;
    EXPECT_EQ(reading.rejects[0].span.offset.value, head.size()) << rest;
    EXPECT_EQ(reading.rejects[0].span.length.value, rest.size()) << rest;
    EXPECT_FALSE(reading.cut_because.empty()) << rest;
    EXPECT_EQ(sum_of(reading.account), head.size() + rest.size()) << rest;
  }
}

TEST(XlsxSheet, ReadsTheSameInPieces) {
  std::string rows;
  for (int r = 0; r < 50; ++r)
    rows += "<row><c t='inlineStr'><is><t>a&amp;b \xc3\xa9</t></is></c><c><v>1.5</v></c></row>";
  const auto whole = read_sheet_xml(sheet_xml(rows), with_header(false));
  const auto pieces = read_sheet_xml(sheet_xml(rows), with_header(false), {}, 3);
  EXPECT_EQ(whole.records.front(), (std::vector<std::string>{"a&b \xc3\xa9", "1.5"}));
  EXPECT_EQ(whole.records, pieces.records);
  EXPECT_EQ(whole.account.record_bytes, pieces.account.record_bytes);
}

TEST(XlsxSheet, CountsNumbersThatWereCut) {
  std::string rows;
  for (int r = 0; r < 10; ++r)
    rows += "<row><c><v>317401020390" + std::to_string(1000 + r) + "</v></c><c><v>3.17E+15</v></c></row>";
  const auto reading = read_sheet_xml(sheet_xml(rows), with_header(false));
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.account.rounded_numbers, (std::vector<std::uint64_t>{0, 10}));
}

}  // namespace
}  // namespace sidik::ingest
