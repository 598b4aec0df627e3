#include "casefile/sharing/stable_id.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

constexpr const char* kNames = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

// RFC 9562, appendix A.4.
TEST(StableId, IsThatOfTheStandardsExample) {
  EXPECT_EQ(stable_id(kNames, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST(StableId, TellsNamesAndSpacesApart) {
  EXPECT_NE(stable_id(kNames, "exhibit/E1"), stable_id(kNames, "exhibit/E2"));
  EXPECT_NE(stable_id(kNames, "exhibit/E1"), stable_id(stable_id(kNames, "a case"), "exhibit/E1"));
}

TEST(StableId, OfNoSpaceIsStillOne) { EXPECT_EQ(stable_id("no uuid", "x").size(), 36U); }

}  // namespace
}  // namespace sidik::casefile
