#include "engine/people_section.hpp"

#include <gtest/gtest.h>

#include "people/invented_people_for_test.hpp"

namespace sidik::engine {
namespace {

TEST(PeopleSection, AddsUpRecordsAndPersons) {
  const auto invented = people::invent_people(300, 5);
  const auto linkage = people::link(invented.store, {});
  const auto section = people_section(invented.store, linkage);
  ASSERT_TRUE(section.persons);
  EXPECT_LE(section.persons->low, section.persons->value);
  EXPECT_GE(section.persons->high, section.persons->value);
  std::uint64_t rows = 0;
  std::uint64_t persons = 0;
  for (const auto& bin : section.records_per_person) {
    rows += bin.records * bin.persons;
    persons += bin.persons;
  }
  EXPECT_EQ(rows, invented.store.rows());
  EXPECT_EQ(persons, linkage.persons);
  std::uint64_t links = 0;
  for (const auto& linked : section.linked_by) links += linked.pairs;
  EXPECT_EQ(links, invented.store.rows() - linkage.persons);
}

TEST(PeopleSection, ShowsNoValueUnmasked) {
  const auto invented = people::invent_people(300, 5);
  const auto section = people_section(invented.store, people::link(invented.store, {}));
  ASSERT_FALSE(section.examples.empty());
  for (const auto& example : section.examples) {
    for (const auto& writing : example.writings) EXPECT_NE(writing.find("•"), std::string::npos);
  }
}

TEST(PeopleSection, SaysWhyNothingWasLinked) {
  const auto section = people_not_linked("No column tells persons apart.");
  EXPECT_FALSE(section.persons);
  EXPECT_EQ(section.not_linked_because, "No column tells persons apart.");
}

}  // namespace
}  // namespace sidik::engine
