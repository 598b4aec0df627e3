#include "people/pair_comparer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "people/comparison.hpp"
#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

std::vector<LinkageField> names() {
  return {field_for_test("given", FieldKind::name, false, 1), field_for_test("family", FieldKind::name, true, 1)};
}

std::vector<std::string_view> levels_of(const RecordStore& store, RecordNumber left, RecordNumber right) {
  const AgreementPattern pattern = PairComparer(store).compare(left, right);
  EXPECT_EQ(PairComparer(store).compare(right, left), pattern);
  std::vector<std::string_view> levels;
  for (std::size_t f = 0; f < store.fields().size(); ++f) levels.push_back(level_name(level_in(pattern, f)));
  return levels;
}

using Levels = std::vector<std::string_view>;

TEST(PairComparer, WhatWasMetBeforeIsWhatTheTextsSay) {
  std::mt19937_64 random(29);
  TestRows rows;
  for (int r = 0; r < 400; ++r) {
    std::string word;
    for (std::size_t i = 2 + random() % 4; i > 0; --i) word += static_cast<char>('a' + random() % 3);
    rows.push_back({word, std::to_string(random() % 50000)});
  }
  const RecordStore store =
      store_of_rows({field_for_test("word", FieldKind::text), field_for_test("code", FieldKind::digits)}, rows);
  PairComparer comparer(store);
  // Some 80,000 pairs a field, more than its memory has places.
  for (int round = 0; round < 2; ++round) {
    for (RecordNumber l = 0; l < store.records(); ++l) {
      for (RecordNumber r = 0; r < store.records(); ++r) {
        const AgreementPattern pattern = comparer.compare(l, r);
        for (std::size_t f = 0; f < 2; ++f) {
          // The earlier value first: Jaro-Winkler is not quite the same both ways.
          const auto [first, second] = std::minmax(store.record(l)[f], store.record(r)[f]);
          const auto left = store.text(f, first);
          const auto right = store.text(f, second);
          ASSERT_EQ(level_in(pattern, f), compare_values(store.fields()[f].kind, left, right)) << left << ' ' << right;
        }
      }
    }
  }
}

TEST(PairComparer, ReadsFewTextsTwice) {
  TestRows rows;
  for (int r = 0; r < 200; ++r) rows.push_back({"name" + std::to_string(r % 10), "family" + std::to_string(r)});
  const RecordStore store = store_of_rows(names(), rows);
  PairComparer comparer(store);
  for (RecordNumber r = 1; r < 200; ++r) (void)comparer.compare(r % 10, r);
  const auto once = comparer.compared_texts();
  for (RecordNumber r = 1; r < 200; ++r) (void)comparer.compare(r % 10, r);
  EXPECT_GT(once, 0U);
  EXPECT_LT(comparer.compared_texts() - once, once / 10);
}

TEST(PairComparer, MissingIsNoDisagreement) {
  const RecordStore store = store_of_rows(names(), {{"ana", ""}, {"wilma", "jones"}, {"", ""}});
  EXPECT_EQ(levels_of(store, 0, 1), (Levels{"different", "missing"}));
  EXPECT_EQ(levels_of(store, 1, 2), (Levels{"missing", "missing"}));
}

TEST(PairComparer, NamesThatChangedPlacesAreOneEvent) {
  const RecordStore store = store_of_rows(
      names(), {{"wilma", "jones"}, {"jones", "wilma"}, {"jonas", "wilma"}, {"jones", ""}, {"edmund", "wilma"}});
  EXPECT_EQ(levels_of(store, 0, 1), (Levels{"crossed", "missing"}));
  EXPECT_EQ(levels_of(store, 0, 2), (Levels{"crossed", "missing"}));  // with an error besides
  EXPECT_EQ(levels_of(store, 0, 3), (Levels{"crossed", "missing"}));  // one of them left out
  EXPECT_NE(levels_of(store, 0, 4)[0], "crossed");
}

TEST(PairComparer, APlaceMayStandInAnotherFieldOfPlaces) {
  const std::vector<LinkageField> places = {field_for_test("line", FieldKind::address, true, 2),
                                            field_for_test("suburb", FieldKind::text, true, 2),
                                            field_for_test("shop", FieldKind::text, true)};
  const RecordStore store = store_of_rows(places, {{"rose lane", "delmar", "x1"}, {"delmar", "oakfield", "rose lane"}});
  EXPECT_EQ(levels_of(store, 0, 1), (Levels{"crossed", "crossed", "different"}));
}

}  // namespace
}  // namespace sidik::people
