#include "engine/reupload.hpp"

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

std::vector<findings::Overlap> rows(std::uint64_t shared, double here, double there) {
  findings::Overlap overlap;
  overlap.field = "row";
  overlap.shared = shared;
  overlap.share_here = here;
  overlap.share_there = there;
  return {overlap};
}

TEST(Reupload, SharesSayHowAFileStandsToAnExhibit) {
  EXPECT_EQ(likeness_of(true, {}, {}), Likeness::same_file);
  EXPECT_EQ(likeness_of(false, rows(100, 1.0, 1.0), {}), Likeness::same_rows);
  EXPECT_EQ(likeness_of(false, rows(100, 0.99, 0.1), {}), Likeness::part);
  EXPECT_EQ(likeness_of(false, rows(100, 0.1, 0.99), {}), Likeness::more);
  EXPECT_EQ(likeness_of(false, rows(3, 0.1, 0.1), 5), Likeness::shares_rows);
  EXPECT_EQ(likeness_of(false, rows(0, 0, 0), 5), Likeness::alike_bytes);
  EXPECT_EQ(likeness_of(false, rows(0, 0, 0), 80), Likeness::other);
  EXPECT_EQ(likeness_of(false, {}, {}), Likeness::other);
}

TEST(Reupload, ValuesWithoutRowsAreSaidToBeValues) {
  auto overlaps = rows(0, 0, 0);
  overlaps.push_back(overlaps.front());
  overlaps.back().field = "id.national";
  overlaps.back().shared = 7;
  EXPECT_EQ(likeness_of(false, overlaps, 5), Likeness::shares_values);
}

TEST(Reupload, NothingToCompareWithIsSaid) {
  const auto found = compare_reupload({}, {}, Context{});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode("engine.exhibit_unknown"));
}

}  // namespace
}  // namespace sidik::engine
