#include "people/blocking_key.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

constexpr KeyForm kForms[] = {KeyForm::whole, KeyForm::sound,      KeyForm::last_sound, KeyForm::head,
                              KeyForm::tail,  KeyForm::year_month, KeyForm::month_day};

struct Case {
  KeyForm form;
  std::string_view left;
  std::string_view right;
  bool is_same;
};

TEST(BlockingKey, IsTheSameForWhatAFormTakesForTheSame) {
  const Case cases[] = {
      {KeyForm::whole, "ana maria", "maria ana", true},
      {KeyForm::whole, "ana maria", "ana marie", false},
      {KeyForm::sound, "robert jones", "rupert smith", true},
      {KeyForm::sound, "robert", "dobert", false},  // the first letter counts as it is
      {KeyForm::sound, "robert", "rolert", false},
      {KeyForm::last_sound, "ana robert", "maria rupert", true},
      {KeyForm::last_sound, "ana robert", "maria jones", false},
      {KeyForm::head, "12345678", "12349999", true},
      {KeyForm::head, "12345678", "12945678", false},
      {KeyForm::tail, "12345678", "99995678", true},
      {KeyForm::tail, "12345678", "12345679", false},
      {KeyForm::head, "ana@mail.example", "ana@post.example", true},
      {KeyForm::tail, "ana@mail.example", "budi@mail.example", true},
      {KeyForm::year_month, "1990-03-12", "1990-03-21", true},
      {KeyForm::year_month, "1990-03-12", "1990-04-12", false},
      {KeyForm::month_day, "1990-03-12", "1909-03-12", true},
      {KeyForm::month_day, "1990-03-12", "1990-03-13", false},
  };
  for (const auto& [form, left, right, is_same] : cases) {
    ASSERT_NE(key_of(left, form), 0U) << left;
    EXPECT_EQ(key_of(left, form) == key_of(right, form), is_same) << left << " | " << right;
  }
}

TEST(BlockingKey, IsZeroWhereAValueHasNoSuchPart) {
  for (const KeyForm form : kForms) EXPECT_EQ(key_of("", form), 0U);
  EXPECT_EQ(key_of("robert", KeyForm::last_sound), 0U);
  EXPECT_EQ(key_of("1234", KeyForm::head), 0U);
  EXPECT_EQ(key_of("al@mail.example", KeyForm::head), 0U);
  EXPECT_EQ(key_of("1990-3-1", KeyForm::year_month), 0U);
  EXPECT_EQ(key_of("1990-3-1", KeyForm::month_day), 0U);
}

TEST(BlockingKey, FormsHaveNamesOfTheirOwn) {
  const RecordStore store = store_of_rows({field_for_test("born", FieldKind::date)}, {});
  std::vector<std::string> names;
  for (const KeyForm form : kForms) names.push_back(name_of({0, form}, store));
  EXPECT_EQ(names.front(), "born");
  EXPECT_EQ(names[5], "born month");
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

TEST(BlockingKey, EveryKindHasItsWholeForm) {
  for (int kind = 0; kind <= static_cast<int>(FieldKind::number); ++kind) {
    const auto forms = forms_of(static_cast<FieldKind>(kind));
    ASSERT_FALSE(forms.empty());
    EXPECT_EQ(forms.front(), KeyForm::whole);
  }
  EXPECT_EQ(forms_of(FieldKind::category).size(), 1U);
}

TEST(KeyColumn, GivesEachRecordTheKeyOfItsValue) {
  const RecordStore store =
      store_of_rows({field_for_test("name", FieldKind::name)}, {{"robert jones"}, {""}, {"rupert"}});
  const KeyColumn column(store, {0, KeyForm::sound});
  EXPECT_EQ(column(store.record(0)), key_of("robert jones", KeyForm::sound));
  EXPECT_EQ(column(store.record(1)), 0U);
  EXPECT_EQ(column(store.record(0)), column(store.record(2)));
}

}  // namespace
}  // namespace sidik::people
