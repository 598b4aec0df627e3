#include "origin/column_pairing.hpp"

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

std::vector<std::pair<std::size_t, std::size_t>> paired(const std::vector<ColumnLabel>& here,
                                                        const std::vector<ColumnLabel>& there) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (const auto& pair : pair_columns(here, there)) out.emplace_back(pair.here, pair.there);
  return out;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

TEST(ColumnPairing, FollowsNamesInAnyOrderAndWriting) {
  EXPECT_EQ(paired({{"NAMA"}, {"tgl_lahir"}, {"x"}}, {{"TglLahir"}, {"nama"}}), (Pairs{{1, 0}, {0, 1}}));
}

TEST(ColumnPairing, FollowsMeaningsWhereNamesDiffer) {
  EXPECT_EQ(paired({{"a", "id.national"}, {"b", "person.name"}}, {{"name", "person.name"}, {"nik", "id.national"}}),
            (Pairs{{1, 0}, {0, 1}}));
}

TEST(ColumnPairing, LeavesMeaningsThatStandMoreOftenOnOneSide) {
  EXPECT_EQ(paired({{"a", "contact.phone"}}, {{"b", "contact.phone"}, {"c", "contact.phone"}}), Pairs{});
  EXPECT_EQ(paired({{"a", "contact.phone"}, {"d", "contact.phone"}}, {{"b", "contact.phone"}, {"c", "contact.phone"}}),
            (Pairs{{0, 0}, {1, 1}}));
}

TEST(ColumnPairing, FollowsPlacesOnlyWhereNoNameIsTheSameAndNothingMoved) {
  EXPECT_EQ(paired({{"", "id.national"}, {""}, {""}}, {{"nik", "id.national"}, {"q"}, {"r"}}),
            (Pairs{{0, 0}, {1, 1}, {2, 2}}));
  EXPECT_EQ(paired({{""}, {"", "id.national"}, {""}}, {{"nik", "id.national"}, {"q"}, {"r"}}), (Pairs{{1, 0}}));
  EXPECT_EQ(paired({{"p"}, {"s"}}, {{"q"}, {"r"}}), (Pairs{{0, 0}, {1, 1}}));  // all renamed
  EXPECT_EQ(paired({{"p"}, {"s"}, {"t"}}, {{"q"}, {"r"}}), Pairs{});
  EXPECT_EQ(paired({{"p"}, {"s"}}, {{"p"}, {"r"}}), (Pairs{{0, 0}}));  // a name stayed, so names can be trusted
}

TEST(ColumnPairing, ComparesRowsOnlyByEnoughOfThem) {
  EXPECT_TRUE(can_compare_rows(1, 1, 1));
  EXPECT_FALSE(can_compare_rows(1, 3, 2));
  EXPECT_TRUE(can_compare_rows(2, 30, 4));
  EXPECT_FALSE(can_compare_rows(2, 30, 5));
}

}  // namespace
}  // namespace sidik::origin
