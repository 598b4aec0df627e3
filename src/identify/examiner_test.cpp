#include "identify/examiner.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

ColumnMeaning meaning(const char* name, const char* identifier = "") {
  ColumnMeaning out;
  out.meaning = name;
  out.identifier = identifier;
  out.decided_by = DecidedBy::header;
  return out;
}

/// A NIK, the same again, the birth date, the sex, two days, and a card.
TableExaminer make() {
  return {
      {"NIK", "NOKTP", "TGLLHR", "JENKEL", "TMT", "TAT", "NOKA"},
      {meaning("id.national", "id.nik"), meaning("id.national", "id.nik"), meaning("birth.date"),
       meaning("person.sex", "sex"), meaning("date.start"), meaning("date.end"), meaning("id.member", "id.bpjs_card")},
      test_pack(),
      2021};
}

table::RecordBatch batch_of(const std::vector<std::vector<std::string_view>>& rows) {
  table::RecordBatch batch;
  batch.reset(rows[0].size(), RecordIndex(0));
  for (const auto& row : rows) batch.append(row, {});
  return batch;
}

const std::vector<std::vector<std::string_view>> kRows = {
    {"3174010101900001", "3174010101900001", "1990-01-01", "L", "2014-01-01", "2099-12-31", "0001234567890"},
    {"3174014101900002", "3174010101900002", "1990-01-02", "L", "2014-01-01", "2010-01-01", "1234567890"},
    {"3174010101900000", "", "0000-00-00", "?", "31-02-2014", "", ""}};

TEST(TableExaminer, CountsFilledValidAndFaults) {
  TableExaminer examiner = make();
  examiner.examine_batch(batch_of(kRows));
  const auto columns = examiner.columns();
  ASSERT_EQ(columns.size(), 7U);
  EXPECT_EQ(columns[0].filled, 3U);
  EXPECT_EQ(columns[0].valid, 2U);
  EXPECT_EQ(columns[0].faults.at("serial_zero"), 1U);
  EXPECT_EQ(columns[1].filled, 2U);
  EXPECT_EQ(columns[2].faults.at("zero_date"), 1U);
  EXPECT_EQ(columns[3].faults.at("not_in_list"), 1U);
  EXPECT_EQ(columns[4].faults.at("impossible_date"), 1U);
  EXPECT_EQ(columns[5].valid, 2U);
  EXPECT_EQ(columns[6].faults.at("zeros_lost"), 1U);
  EXPECT_TRUE(columns[0].checked);
  EXPECT_EQ(columns[0].shape, "digits");
  for (const auto& column : columns) {
    for (const std::string& example : column.examples_masked) EXPECT_EQ(example.find("0101900001"), std::string::npos);
  }
}

TEST(TableExaminer, ComparesTheFieldsOfARecord) {
  TableExaminer examiner = make();
  std::vector<std::string> failed;
  examiner.examine_batch(batch_of(kRows), &failed);
  ASSERT_EQ(failed.size(), 3U);
  EXPECT_EQ(failed[0], "");
  EXPECT_EQ(failed[1], "NOKA:zeros_lost;nik_birth_date;nik_sex;nik_equals_noktp;start_before_end");
  EXPECT_EQ(failed[2], "NIK:serial_zero;TGLLHR:zero_date;JENKEL:not_in_list;TMT:impossible_date");
  for (const auto& rule : examiner.coherence()) {
    EXPECT_EQ(rule.checked, 2U) << rule.rule;
    EXPECT_EQ(rule.agree, 1U) << rule.rule;
  }
  EXPECT_EQ(examiner.coherence().size(), 4U);
}

TEST(TableExaminer, GivesCanonicalForms) {
  const TableExaminer examiner = make();
  EXPECT_EQ(examiner.canonical(0, "31.74.01.010190.0001"), "3174010101900001");
  EXPECT_EQ(examiner.canonical(0, "nothing"), "");
  EXPECT_EQ(examiner.canonical(2, "01/02/1990").size(), 10U);
  EXPECT_EQ(examiner.canonical(3, "P"), examiner.canonical(3, "perempuan"));
  EXPECT_EQ(examiner.canonical(6, "1234567890"), "0001234567890");
  EXPECT_TRUE(examiner.check(0, "").valid);
  EXPECT_FALSE(examiner.check(0, "1").valid);
}

TEST(TableExaminer, FindsNoNationalIdAmongNonsenseUnderItsHeader) {
  TableExaminer examiner({"NIK", "NIK"}, {meaning("id.national", "id.nik"), meaning("id.national")}, test_pack(), 2021);
  examiner.examine_batch(batch_of({{"1", "1"}, {"01/02/1990", "2"}, {"3,27301E+15", "3"}}));
  const auto columns = examiner.columns();
  EXPECT_EQ(columns[0].valid, 0U);
  EXPECT_EQ(columns[0].faults.at("wrong_length"), 1U);
  EXPECT_EQ(columns[0].faults.at("not_digits"), 1U);
  EXPECT_EQ(columns[0].faults.at("spreadsheet_damage"), 1U);
  EXPECT_FALSE(columns[1].checked);
  EXPECT_EQ(examiner.canonical(0, "1"), "");
  EXPECT_EQ(examiner.canonical(1, "3174010101900001"), "");
}

TEST(TableExaminer, AddsUpWorkersAndGrows) {
  TableExaminer one = make();
  TableExaminer two = make();
  TableExaminer both = make();
  one.examine_batch(batch_of({kRows[0], kRows[1]}));
  two.examine_batch(batch_of({kRows[2]}));
  both.examine_batch(batch_of(kRows));
  one.merge(two);
  for (std::size_t c = 0; c < 7; ++c) {
    EXPECT_EQ(one.columns()[c].valid, both.columns()[c].valid);
    EXPECT_EQ(one.columns()[c].faults, both.columns()[c].faults);
  }
  EXPECT_EQ(one.coherence()[0].agree, both.coherence()[0].agree);
  one.grow({"late"});
  ASSERT_EQ(one.columns().size(), 8U);
  EXPECT_EQ(one.columns()[7].meaning, "unknown");
  auto row = kRows[0];
  row.push_back("new");
  one.examine_batch(batch_of({row}));
  EXPECT_EQ(one.columns()[7].filled, 1U);
  EXPECT_EQ(one.coherence()[0].checked, 3U);
}

}  // namespace
}  // namespace sidik::identify
