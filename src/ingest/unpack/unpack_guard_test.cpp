#include "ingest/unpack/unpack_guard.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(UnpackGuard, LetsASmallArchiveHaveAnyRatio) {
  const Limits limits;
  UnpackGuard guard(limits);
  EXPECT_TRUE(guard.add(60 << 20, 1));
}

TEST(UnpackGuard, StopsAtTheRatioAndAtTheSize) {
  Limits limits;
  limits.archive_bytes = 500 << 20;
  UnpackGuard ratio(limits);
  EXPECT_EQ(ratio.add(100 << 20, 1000).error().code.name(), "ingest.archive_ratio");
  UnpackGuard size(limits);
  EXPECT_EQ(size.add(501 << 20, 400 << 20).error().code.name(), "ingest.archive_bytes");
}

}  // namespace
}  // namespace sidik::ingest
