#include "people/canonical_value.hpp"

#include <gtest/gtest.h>

namespace sidik::people {
namespace {

struct Case {
  FieldKind kind;
  std::string_view field;
  std::string_view checked;
  std::string_view canonical;
};

TEST(CanonicalValue, IsOneFormForAllWritings) {
  const Case cases[] = {
      {FieldKind::name, "  O'Brien-SMITH, Zoë ", "", "obrien smith zoe"},
      {FieldKind::address, "12, Rose  Lane;", "", "12 rose lane"},
      {FieldKind::digits, "12.345-6 A", "", "123456a"},
      {FieldKind::phone, "+62 (21) 555-0100", "", "62215550100"},
      {FieldKind::phone, "021 5550100", "+62215550100", "62215550100"},  // what identify made of it goes first
      {FieldKind::date, "19991301", "", "1999-13-01"},
      {FieldKind::date, "1/2/1999", "1999-02-01", "1999-02-01"},
      {FieldKind::email, "Ana.Maria@Mail.Example", "", "ana.maria@mail.example"},
  };
  for (const auto& [kind, field, checked, canonical] : cases)
    EXPECT_EQ(canonical_value(kind, field, checked), canonical) << field;
}

TEST(CanonicalValue, IsEmptyForWhatStandsForNothing) {
  for (const std::string_view nothing : {"", " ", "NULL", "n/a", "None", "unknown", "0", "000000", "--"}) {
    EXPECT_EQ(canonical_value(FieldKind::text, nothing, ""), "") << nothing;
    EXPECT_EQ(canonical_value(FieldKind::digits, nothing == "n/a" ? "na" : nothing, ""), "") << nothing;
  }
  EXPECT_EQ(canonical_value(FieldKind::name, "Nona", ""), "nona");
}

TEST(CanonicalValue, IsItsOwnCanonicalForm) {
  for (const FieldKind kind : {FieldKind::name, FieldKind::address, FieldKind::digits, FieldKind::phone,
                               FieldKind::date, FieldKind::email, FieldKind::category, FieldKind::number}) {
    const std::string once = canonical_value(kind, "Ábc 12.3-`4' X/y", "");
    EXPECT_EQ(canonical_value(kind, once, ""), once);
  }
}

}  // namespace
}  // namespace sidik::people
