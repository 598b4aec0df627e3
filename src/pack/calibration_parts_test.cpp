#include <gtest/gtest.h>

#include <string>

#include "pack/pack_parts.hpp"

namespace sidik::pack {
namespace {

constexpr std::string_view kHead = "ground\tvalues_from\tscore\tprobability\n";

Result<Pack> read(const std::string& rows) {
  Pack pack;
  const std::string text = std::string(kHead) + rows;
  SIDIK_CHECK(read_calibration({"test/calibration.tsv", text}, pack));
  return pack;
}

TEST(CalibrationParts, ReadsCurves) {
  const auto pack = read("values\t0\t-1.5\t0.25\nvalues\t0\t2\t0.9\nvalues\t20\t0\t0.5\nboth\t0\t1\t1\n");
  ASSERT_TRUE(pack.has_value());
  ASSERT_EQ(pack->calibration.size(), 3U);
  ASSERT_EQ(pack->calibration[0].points.size(), 2U);
  EXPECT_DOUBLE_EQ(pack->calibration[0].points[0].score, -1.5);
  EXPECT_DOUBLE_EQ(pack->calibration[0].points[1].probability, 0.9);
  EXPECT_EQ(pack->calibration[1].values_from, 20U);
  EXPECT_EQ(pack->calibration[2].ground, "both");
}

TEST(CalibrationParts, RefusesWhatIsNoRisingCurve) {
  for (const char* rows :
       {"guess\t0\t1\t0.5\n", "values\t0\tone\t0.5\n", "values\t0\t1\t1.5\n", "values\t0\t1\t-0.1\n",
        "values\t0\tnan\t0.5\n", "values\t0\t1\t0.5\nvalues\t0\t1\t0.6\n", "values\t0\t1\t0.5\nvalues\t0\t2\t0.4\n",
        "values\tx\t1\t0.5\n", "values\t0\t1\t0.5\nboth\t0\t1\t0.5\nvalues\t0\t2\t0.6\n"}) {
    const auto pack = read(rows);
    ASSERT_FALSE(pack.has_value()) << rows;
    EXPECT_EQ(pack.error().code, ErrorCode("pack.malformed")) << rows;
  }
}

}  // namespace
}  // namespace sidik::pack
