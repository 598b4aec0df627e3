#include "people/field_choice.hpp"

#include <string>

#include <gtest/gtest.h>

namespace sidik::people {
namespace {

std::vector<std::string> repeat(std::size_t distinct, const std::string& stem) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < 400; ++i) values.push_back(stem + std::to_string(i % distinct));
  return values;
}

std::optional<LinkageField> choose(const char* meaning, double confidence, const std::vector<std::string>& texts) {
  const std::vector<std::string_view> values(texts.begin(), texts.end());
  return choose_field({"header", meaning, confidence, values});
}

TEST(FieldChoice, TakesWhatSaysSomethingOfAPerson) {
  EXPECT_EQ(choose("person.name", 1, repeat(300, "ani "))->kind, FieldKind::name);
  EXPECT_TRUE(choose("person.surname", 1, repeat(300, "w"))->is_shared);
  EXPECT_TRUE(choose("id.national", 1, repeat(400, "31"))->proves);
  EXPECT_EQ(choose("unknown", 0, repeat(100, "word "))->kind, FieldKind::text);
  EXPECT_EQ(choose("unknown", 0, repeat(100, "98"))->kind, FieldKind::digits);
  EXPECT_EQ(choose("unknown", 0, repeat(3, "c"))->kind, FieldKind::category);
}

TEST(FieldChoice, LeavesOutKeysConstantsAndWhatSaysNothing) {
  EXPECT_FALSE(choose("unknown", 0, repeat(400, "7")));
  EXPECT_FALSE(choose("person.name", 1, repeat(1, "same")));
  EXPECT_FALSE(choose("record.created", 1, repeat(300, "2020-01-")));
  EXPECT_FALSE(choose("id.record", 1, repeat(400, "4")));
}

TEST(FieldChoice, NeedsANameOrANumberToTellPersonsApart) {
  EXPECT_FALSE(are_fit({}));
  const LinkageField town{"town", "contact.city", FieldKind::text, true, false, 2};
  EXPECT_FALSE(are_fit(std::span(&town, 1)));
  const LinkageField name{"name", "person.name", FieldKind::name, false, false, 1};
  EXPECT_TRUE(are_fit(std::span(&name, 1)));
}

}  // namespace
}  // namespace sidik::people
