#include "origin/field_tokens.hpp"

#include <gtest/gtest.h>

#include <array>

#include "origin/copy_tokens.hpp"
#include "origin/real_pack_for_test.hpp"

namespace sidik::origin {
namespace {

/// One table of a column each meaning, and the tokens of fields in it.
class FieldTokensTest : public testing::Test {
 protected:
  static identify::TableExaminer examiner_of(const std::vector<const char*>& meanings) {
    std::vector<identify::ColumnMeaning> decided;
    std::vector<std::string> names;
    for (const char* meaning : meanings) {
      names.emplace_back(meaning);
      decided.emplace_back().meaning = meaning;
      if (std::string_view(meaning) == "id.national") decided.back().identifier = "id.nik";
      if (std::string_view(meaning) == "birth.date") decided.back().date_order = text::DateOrder::day_month_year;
    }
    return {names, decided, real_pack(), 2021};
  }
  Hash128 token(const char* meaning, std::string_view field, ValueForm form) {
    const auto examiner = examiner_of({meaning});
    FieldTokens tokens(hash_, examiner, real_pack());
    table::RecordBatch batch;
    batch.reset(1, RecordIndex(0));
    batch.append(std::array{field}, {});
    std::array<Hash128, 1> written{};
    hash_.hash_column(batch.fields().data(), 1, written);
    std::array<Hash128, 1> out{};
    tokens.read(batch, 0, form, written, out);
    return out[0];
  }
  Hash128 token(const char* meaning, std::string_view field) { return token(meaning, field, form_of(meaning)); }

  crypto::KeyedHash hash_{std::array<std::uint8_t, crypto::KeyedHash::kKeyBytes>{9}};
};

TEST_F(FieldTokensTest, TextIsTheSameInAnyCaseAndSpacing) {
  EXPECT_EQ(token("person.name", "Siti  Aminah "), token("person.name", "SITI AMINAH"));
  EXPECT_EQ(token("person.name", "siti aminah"), token("person.name", "SITI AMINAH"));
  EXPECT_EQ(token("person.name", "\xC3\x89LODIE"), token("person.name", "\xC3\xA9lodie"));
  EXPECT_NE(token("person.name", "siti amina"), token("person.name", "siti aminah"));
}

TEST_F(FieldTokensTest, WordsForNothingHaveNoToken) {
  for (const char* nothing : {"", "NULL", "n/a", "\\N", "-"})
    EXPECT_EQ(token("person.name", nothing), Hash128{}) << nothing;
}

TEST_F(FieldTokensTest, NumbersAndDaysAreTheSameInAnyWriting) {
  EXPECT_EQ(token("id.national", "3273.0101.0190.0001"), token("id.national", "3273010101900001"));
  EXPECT_EQ(token("contact.phone", "0812-3456-7890"), token("contact.phone", "+62 812 3456 7890"));
  EXPECT_EQ(token("birth.date", "31-12-1990"), token("birth.date", "1990-12-31"));
  EXPECT_EQ(token("birth.date", "1990-12-31 00:00:00"), token("birth.date", "1990-12-31"));
  EXPECT_NE(token("birth.date", "1990-12-31 10:20:30"), token("birth.date", "1990-12-31 10:20:31"));
  EXPECT_NE(token("birth.date", "31-12-1990", ValueForm::as_text), token("birth.date", "1990-12-31"));
}

TEST_F(FieldTokensTest, WhatTheMeaningCannotReadIsText) {
  EXPECT_EQ(token("id.national", "ABC"), token("person.name", "abc"));
  EXPECT_NE(token("id.national", "ABC"), Hash128{});
}

TEST_F(FieldTokensTest, RowsAreTheSameInAnyOrderOfColumnsAndSayNothingWithOneField) {
  const auto left = examiner_of({"id.national", "person.name", "birth.date"});
  const auto right = examiner_of({"person.name", "birth.date", "id.national"});
  CopyTokens one({{{0, ValueForm::by_meaning}, {1, ValueForm::as_text}, {2, ValueForm::by_meaning}}}, {}, hash_, left,
                 real_pack());
  CopyTokens other({{{2, ValueForm::by_meaning}, {0, ValueForm::as_text}, {1, ValueForm::by_meaning}}}, {{2, 0}}, hash_,
                   right, real_pack());
  table::RecordBatch here;
  here.reset(3, RecordIndex(0));
  const std::array<std::string_view, 3> first{"3273010101900001", "SITI", "31-12-1990"};
  const std::array<std::string_view, 3> lonely{"3273010101900001", "", ""};
  here.append(first, {});
  here.append(lonely, {});
  table::RecordBatch there;
  there.reset(3, RecordIndex(0));
  const std::array<std::string_view, 3> moved{"siti", "1990-12-31", "3273010101900001"};
  const std::array<std::string_view, 3> swapped{"1990-12-31", "siti", "3273010101900001"};
  there.append(moved, {});
  there.append(swapped, {});
  one.read(here, {});
  other.read(there, {});
  EXPECT_EQ(one.row_tokens(0)[0], other.row_tokens(0)[0]);
  EXPECT_NE(one.row_tokens(0)[0], other.row_tokens(0)[1]);
  EXPECT_EQ(one.row_tokens(0)[1], Hash128{});
  EXPECT_NE(other.field_tokens(0)[0], Hash128{});
  EXPECT_EQ(one.filled({1, ValueForm::as_text}), 1U);
}

TEST_F(FieldTokensTest, AColumnThatIsNotHereCountsAsEmpty) {
  const auto examiner = examiner_of({"person.name", "birth.place", "person.sex"});
  CopyTokens whole({{{0, ValueForm::as_text}, {1, ValueForm::as_text}, {2, ValueForm::as_text}}}, {}, hash_, examiner,
                   real_pack());
  CopyTokens part({{{0, ValueForm::as_text}, {kNoColumn, ValueForm::as_text}, {2, ValueForm::as_text}}}, {}, hash_,
                  examiner, real_pack());
  table::RecordBatch batch;
  batch.reset(3, RecordIndex(0));
  batch.append(std::array<std::string_view, 3>{"siti", "", "p"}, {});
  batch.append(std::array<std::string_view, 3>{"siti", "bandung", "p"}, {});
  whole.read(batch, {});
  part.read(batch, {});
  EXPECT_EQ(whole.row_tokens(0)[0], part.row_tokens(0)[0]);
  EXPECT_NE(whole.row_tokens(0)[1], part.row_tokens(0)[1]);
}

}  // namespace
}  // namespace sidik::origin
