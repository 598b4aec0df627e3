#include "rehearse/retyping.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "rehearse/test_pack.hpp"
#include "rehearse/world.hpp"

namespace sidik::rehearse {
namespace {

class Retyping : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    pack_ = new pack::Pack(test_pack());
    world_ = World::create(5, 2021, 500, *pack_).value().release();
  }
  static void TearDownTestSuite() {
    delete world_;
    delete pack_;
    world_ = nullptr;
    pack_ = nullptr;
  }

  static Record record_of(const Person& person) {
    Record out;
    out[nama] = out[nmcetak] = person.name;
    out[tmplhr] = person.birth_place;
    append_date(out[tgllhr], person.identity.birth, DateStyle::iso);
    append_padded(out[nik], person.national_id, 16);
    out[noktp] = out[nik];
    out[psnoka] = person.card;
    out[noka] = person.head_card;
    out[nohp] = "0" + person.phone;
    out[jenkel] = person.identity.female ? "P" : "L";
    return out;
  }

  static inline pack::Pack* pack_ = nullptr;
  static inline World* world_ = nullptr;
};

TEST_F(Retyping, ChangesNearlyEveryRecordInMoreThanOneColumnTogether) {
  const RetypingWeights weights = draw_retyping_weights(5);
  std::set<std::size_t> columns;
  int changed = 0;
  for (std::uint32_t index = 0; index < 500; ++index) {
    Person person;
    world_->census().person(index, person);
    const Record before = record_of(person);
    Record after = before;
    RandomStream stream(5, Purpose::retyping, index);
    retype_record({after, person, world_->census(), DateStyle::iso, stream}, weights);
    changed += after.fields != before.fields ? 1 : 0;
    for (std::size_t column = 0; column < kColumns; ++column) {
      if (after[column] != before[column]) columns.insert(column);
    }
  }
  EXPECT_GT(changed, 495);
  for (const Column column : {nama, nmcetak, nik, noktp, tgllhr, nohp, email, tmplhr, psnoka, noka})
    EXPECT_TRUE(columns.contains(column)) << kColumnFacts[column].name;
}

TEST_F(Retyping, NeverMakesTheNumberOfAnother) {
  const RetypingWeights weights = draw_retyping_weights(6);
  std::set<std::string> ids;
  std::set<std::string> cards;
  for (std::uint32_t index = 0; index < 500; ++index) {
    Person person;
    world_->census().person(index, person);
    const Record record = record_of(person);
    ids.insert(record[nik]);
    cards.insert(record[psnoka]);
  }
  for (std::uint64_t i = 0; i < 20000; ++i) {
    Person person;
    world_->census().person(static_cast<std::uint32_t>(i % 500), person);
    const Record before = record_of(person);
    Record after = before;
    RandomStream stream(6, Purpose::retyping, i);
    retype_record({after, person, world_->census(), DateStyle::iso, stream}, weights);
    for (const Column column : {nik, noktp}) {
      EXPECT_FALSE(after[column] != before[column] && ids.contains(after[column]));
    }
    EXPECT_FALSE(after[psnoka] != before[psnoka] && cards.contains(after[psnoka]));
  }
}

TEST(RetypingWeights, DifferBySeed) { EXPECT_NE(draw_retyping_weights(1), draw_retyping_weights(2)); }

}  // namespace
}  // namespace sidik::rehearse
