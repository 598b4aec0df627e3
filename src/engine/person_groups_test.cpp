#include "engine/person_groups.hpp"

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

/// Six rows of three persons: the person of row r is r mod 3.
struct Linked {
  Linked() {
    const auto field = store.add_field({.name = "NIK", .meaning = "id.national"});
    for (const char* value : {"a", "b", "c", "a", "b", "c"}) {
      people::Record record{};
      record[*field] = store.intern(*field, value);
      store.add(record);
    }
    linkage.persons = 3;
    linkage.person_of_record = {0, 1, 2};
  }
  people::RecordStore store;
  people::Linkage linkage;
};

TEST(PersonGroups, CountsAPersonOnceAGroup) {
  const Linked linked;
  const std::uint32_t group[] = {0, 0, 1, 0, 1, kNoGroup};
  const PersonGroups groups(group, 2, linked.store, linked.linkage);
  EXPECT_EQ(groups.persons(0), 2U);
  EXPECT_EQ(groups.persons(1), 2U);
  EXPECT_EQ(groups.shared(0, 1), 1U);
  EXPECT_EQ(groups.shared(1, 0), 1U);
}

TEST(PersonGroups, CountsPersonsOfEveryGroupHoweverMany) {
  const Linked linked;
  const std::uint32_t group[] = {0, 70, 70, 200};
  const PersonGroups groups(group, 201, linked.store, linked.linkage);
  EXPECT_EQ(groups.persons(0), 1U);
  EXPECT_EQ(groups.persons(70), 2U);
  EXPECT_EQ(groups.persons(200), 1U);
  EXPECT_EQ(groups.persons(64), 0U);
  EXPECT_EQ(groups.shared_groups(), PersonGroups::kMostShared);
}

TEST(PersonGroups, NamesWhatIsShared) {
  const Linked linked;
  const std::uint32_t group[] = {0, 1, 2, 1, 1, 2};
  const PersonGroups groups(group, 3, linked.store, linked.linkage);
  const std::string names[] = {"a.csv", "b.csv", "c.csv"};
  findings::People people;
  add_shared(groups, names, "exhibit", true, people);
  ASSERT_EQ(people.shared.size(), 3U);
  EXPECT_EQ(people.shared[0].left, "a.csv");
  EXPECT_EQ(people.shared[0].right, "b.csv");
  EXPECT_EQ(people.shared[0].persons, 1U);
  EXPECT_EQ(people.shared[1].persons, 0U);
  findings::People some;
  add_shared(groups, names, "source", false, some);
  EXPECT_EQ(some.shared.size(), 1U);
}

}  // namespace
}  // namespace sidik::engine
