#include "people/comparison.hpp"

#include <gtest/gtest.h>

#include "people/canonical_value.hpp"

namespace sidik::people {
namespace {

struct Case {
  FieldKind kind;
  const char* left;
  const char* right;
  Level level;
};

TEST(Comparison, GradesHowFarValuesAgree) {
  const Case cases[] = {
      {FieldKind::name, "robert", "robert", Level::exact},
      {FieldKind::name, "robert", "robetr", Level::near},
      {FieldKind::name, "rob", "robert", Level::close},
      {FieldKind::name, "r", "robert", Level::close},
      {FieldKind::name, "siti aminah", "aminah siti", Level::near},
      {FieldKind::name, "budi santoso wijaya", "budi santoso", Level::close},
      {FieldKind::name, "abdul rahman", "abdulrahman", Level::near},
      {FieldKind::name, "ani wijaya", "joko wijaya", Level::weak},
      {FieldKind::name, "robert", "susanti", Level::different},
      {FieldKind::date, "1990-03-04", "1990-04-03", Level::near},
      {FieldKind::date, "1990-03-04", "1990-03-05", Level::near},
      {FieldKind::date, "1990-03-04", "1971-03-04", Level::close},
      {FieldKind::date, "1990-01-31", "1990-02-15", Level::similar},
      {FieldKind::date, "1990-01-31", "1990-11-15", Level::weak},
      {FieldKind::date, "1990-01-31", "1943-11-15", Level::different},
      {FieldKind::digits, "3171234567", "3171234576", Level::near},
      {FieldKind::digits, "3171234567", "9982345611", Level::different},
      {FieldKind::phone, "628123456789", "08123456789", Level::near},
      {FieldKind::phone, "628123456789", "628999996789", Level::different},
      {FieldKind::email, "ani.w@mail.example", "ani.w@post.example", Level::near},
      {FieldKind::address, "jalan merdeka 12 bandung", "bandung jalan merdeka 12", Level::near},
      {FieldKind::address, "jalan merdeka 12", "oak street 7", Level::different},
      {FieldKind::number, "41", "42", Level::near},
      {FieldKind::category, "a", "b", Level::different},
  };
  for (const auto& entry : cases) {
    EXPECT_EQ(compare_values(entry.kind, entry.left, entry.right), entry.level) << entry.left << " / " << entry.right;
    EXPECT_EQ(compare_values(entry.kind, entry.right, entry.left), entry.level) << entry.right << " / " << entry.left;
  }
}

TEST(CanonicalValue, FoldsAndDropsWhatStandsForNothing) {
  EXPECT_EQ(canonical_value(FieldKind::name, " O'Brien-Smith ", ""), "obrien smith");
  EXPECT_EQ(canonical_value(FieldKind::digits, "12.34-5a", ""), "12345a");
  EXPECT_EQ(canonical_value(FieldKind::date, "19901301", ""), "1990-13-01");
  EXPECT_EQ(canonical_value(FieldKind::phone, "0812 34", "+6281234"), "6281234");
  for (const char* nothing : {"", "  ", "NULL", "none", "0000", "N/A", "-"})
    EXPECT_EQ(canonical_value(FieldKind::text, nothing, ""), "") << nothing;
}

}  // namespace
}  // namespace sidik::people
