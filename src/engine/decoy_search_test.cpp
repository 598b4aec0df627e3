#include "engine/decoy_search.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sidik::engine {
namespace {

Hash128 token(std::uint64_t number) { return {number, number + 7}; }

SealedDecoy decoy(std::uint64_t first) {
  return {{token(first), token(first + 1)}, {token(first + 2), token(first + 3)}};
}

MarkSeal seal() {
  MarkSeal out;
  out.copies.resize(2);
  out.copies[0].decoys = {decoy(10), decoy(20)};
  out.copies[1].decoys = {decoy(30)};
  out.controls = {decoy(40)};
  return out;
}

TEST(DecoySearch, KnowsADecoyByOneStrongTokenOrItsNameWithAnother) {
  const MarkSeal marks = seal();
  DecoySearch search(marks);
  search.add_row(std::vector<Hash128>{{}, token(999), token(12)});  // a name alone
  search.add_row(std::vector<Hash128>{token(13), token(23)});       // birth dates alone
  EXPECT_EQ(search.found(0), 0U);
  EXPECT_EQ(search.named(0), 1U);
  search.add_row(std::vector<Hash128>{token(12), token(13)});
  EXPECT_EQ(search.found(0), 1U);
  search.add_row(std::vector<Hash128>{token(21)});
  search.add_row(std::vector<Hash128>{token(21)});
  EXPECT_EQ(search.found(0), 2U);
  search.add_row(std::vector<Hash128>{token(41)});
  EXPECT_EQ(search.found(1), 0U);
  EXPECT_EQ(search.controls_found(), 1U);
}

TEST(DecoySearch, CountsARowForOneDecoy) {
  const MarkSeal marks = seal();
  DecoySearch search(marks);
  // A dependant's row that names the head of its family by one number.
  search.add_row(std::vector<Hash128>{token(10), token(20), token(21), token(22)});
  EXPECT_EQ(search.found(0), 1U);
  EXPECT_EQ(search.found_twice(0), 1U);
  search.add_row(std::vector<Hash128>{token(30), token(30), token(32)});
  EXPECT_EQ(search.found(1), 1U);
  EXPECT_EQ(search.found_twice(1), 0U);
}

}  // namespace
}  // namespace sidik::engine
