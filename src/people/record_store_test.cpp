#include "people/record_store.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

#include "pack/pack.hpp"
#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

std::vector<LinkageField> fields() {
  return {field_for_test("given", FieldKind::name, false, 1), field_for_test("family", FieldKind::name, true, 1),
          field_for_test("town", FieldKind::text)};
}

TestRows random_rows(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  TestRows rows;
  for (std::size_t r = 0; r < count; ++r)
    rows.push_back(
        {"g" + std::to_string(random() % 20), "f" + std::to_string(random() % 20), random() % 3 == 0 ? "" : "t"});
  return rows;
}

std::vector<std::string> texts_of_row(const RecordStore& store, std::size_t row) {
  std::vector<std::string> texts;
  const Record& record = store.record(store.record_of_row()[row]);
  for (std::size_t f = 0; f < store.fields().size(); ++f) texts.emplace_back(store.text(f, record[f]));
  return texts;
}

TEST(RecordStore, KeepsEveryRowAndEachDistinctOneOnce) {
  const TestRows rows = random_rows(37, 3000);
  const RecordStore store = store_of_rows(fields(), rows);
  ASSERT_EQ(store.rows(), rows.size());
  std::map<std::vector<std::string>, std::uint32_t> copies;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    ASSERT_EQ(texts_of_row(store, r), rows[r]);
    ++copies[rows[r]];
  }
  EXPECT_EQ(store.records(), copies.size());
  for (std::size_t r = 0; r < rows.size(); ++r) ASSERT_EQ(store.copies(store.record_of_row()[r]), copies[rows[r]]);
}

TEST(RecordStore, TakesTheRowsOfAnotherAsIfAddedOneByOne) {
  const TestRows first = random_rows(41, 500);
  const TestRows second = random_rows(43, 700);
  RecordStore store = store_of_rows(fields(), first);
  store.append(store_of_rows(fields(), second));
  TestRows both = first;
  both.insert(both.end(), second.begin(), second.end());
  const RecordStore whole = store_of_rows(fields(), both);
  ASSERT_EQ(store.rows(), whole.rows());
  EXPECT_EQ(store.records(), whole.records());
  for (std::size_t r = 0; r < both.size(); ++r) {
    ASSERT_EQ(store.record_of_row()[r], whole.record_of_row()[r]);
    ASSERT_EQ(texts_of_row(store, r), both[r]);
    ASSERT_EQ(store.copies(store.record_of_row()[r]), whole.copies(whole.record_of_row()[r]));
  }
}

TEST(RecordStore, FieldsOfADomainShareTheirCodes) {
  RecordStore store = store_of_rows(fields(), {});
  EXPECT_EQ(store.intern(0, "lopes"), store.intern(1, "lopes"));
  EXPECT_EQ(store.intern(2, "first of its pool"), 1U);
}

TEST(RecordStore, HasNoMoreThanItsFields) {
  RecordStore store;
  for (std::size_t f = 0; f < kMostFields; ++f) EXPECT_EQ(store.add_field(field_for_test("", FieldKind::text)), f);
  EXPECT_EQ(store.add_field(field_for_test("", FieldKind::text)), std::nullopt);
}

TEST(RecordStore, AFieldAddedLateIsMissingInEarlierRecords) {
  RecordStore store = store_of_rows(fields(), {{"ana", "lopes", "oakfield"}});
  const auto late = store.add_field(field_for_test("phone", FieldKind::phone));
  ASSERT_TRUE(late);
  EXPECT_EQ(store.text(*late, store.record(0)[*late]), "");
}

TEST(RecordStore, KnowsSpellingsOfOneName) {
  const std::array<std::string, 1> packs{"id"};
  const auto pack = pack::load_pack(packs);
  ASSERT_TRUE(pack.has_value());
  const NameReader reader(pack->name_rules);
  RecordStore store;
  store.read_names_with(reader);
  for (const auto& field : fields()) (void)store.add_field(field);
  const ValueCode old_spelling = store.intern(0, "soekarno");
  const ValueCode spelling = store.intern(1, "sukarno");
  const ValueCode other = store.intern(0, "suharto");
  EXPECT_TRUE(store.is_same_name(0, old_spelling, spelling));
  EXPECT_EQ(store.neutral(0, old_spelling), store.neutral(1, spelling));
  EXPECT_FALSE(store.is_same_name(0, old_spelling, other));
  // A town is no name: it stays as it is written.
  const ValueCode town = store.intern(2, "soekarno");
  EXPECT_EQ(store.neutral(2, town), "soekarno");
  EXPECT_FALSE(store.is_same_name(2, town, town));
}

}  // namespace
}  // namespace sidik::people
