#include "origin/signature_table.hpp"

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

TEST(SignatureTable, CountsARowThatRepeatsOnceAsEvidence) {
  SignatureTable table(2);
  const Coding codings[] = {20, 21};
  const auto number = table.find_or_add(77, codings);
  for (int i = 0; i < 1000; ++i) table.count(number, 5);
  EXPECT_EQ(table.records(number), 1000U);
  EXPECT_EQ(table.weight(number), 1U);
  for (std::uint64_t i = 0; i < 1000; ++i) table.count(number, i);
  EXPECT_EQ(table.weight(number), 2000U);
}

TEST(SignatureTable, PutsRowsWithTheNearestWhenItIsFull) {
  SignatureTable table(8, 16);
  for (Coding i = 0; i < 16; ++i) {
    const std::vector<Coding> codings(8, static_cast<Coding>(100 + i));
    table.find_or_add(1000U + i, codings);
  }
  EXPECT_EQ(table.size(), 16U);
  std::vector<Coding> like_the_third(8, 102);
  like_the_third[0] = 7;
  EXPECT_EQ(table.find_or_add(5, like_the_third), 2U);
}

TEST(SignatureTable, AddsUpAsIfOneHadSeenAll) {
  SignatureTable left(2);
  SignatureTable right(2);
  const Coding same[] = {20, 21};
  const Coding other[] = {20, 22};
  left.count(left.find_or_add(1, same), 1);
  right.count(right.find_or_add(2, other), 2);
  right.count(right.find_or_add(1, same), 3);
  std::vector<std::uint32_t> renumber;
  left.merge(right, renumber);
  EXPECT_EQ(left.size(), 2U);
  EXPECT_EQ(left.records(left.find(1)), 2U);
  EXPECT_EQ(renumber[0], left.find(2));
}

}  // namespace
}  // namespace sidik::origin
