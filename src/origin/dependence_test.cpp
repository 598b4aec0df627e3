#include "origin/dependence.hpp"

#include <functional>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "origin/sampled_rows_for_test.hpp"

namespace sidik::origin {
namespace {

std::size_t roll(std::size_t below) {
  static std::mt19937 random(11);
  return random() % below;
}
const pack::Pack& no_pack() {
  static const pack::Pack kPack;
  return kPack;
}
constexpr const char* kGiven[] = {"budi", "siti", "agus", "dewi", "joko", "ratna"};
constexpr const char* kFamily[] = {"santoso", "wijaya", "lestari", "pratama", "hidayat"};

TEST(Dependence, FindsWhatHangsTogether) {
  const SampledRowsForTest rows({"unknown", "unknown", "unknown"}, 800, [](std::size_t) {
    const std::size_t office = roll(8);
    return std::vector<std::string>{std::to_string(office), std::to_string(office * 1000 + 5000 + roll(900)),
                                    std::to_string(roll(4))};
  });
  const auto pairs = dependent_pairs(rows.sample(), no_pack());
  EXPECT_EQ(pairs.asked, 3U);
  EXPECT_EQ(pairs.dependent, 1U);
}

TEST(Dependence, FindsNoneInColumnsDrawnOneByOne) {
  std::size_t dependent = 0;
  for (int table = 0; table < 20; ++table) {
    const SampledRowsForTest rows({"unknown", "unknown", "unknown", "unknown", "unknown"}, 400, [](std::size_t) {
      return std::vector<std::string>{std::to_string(roll(3)), std::to_string(roll(40)),
                                      std::to_string(10000 + roll(90000)),
                                      "1990-0" + std::to_string(1 + roll(9)) + "-11", kGiven[roll(6)]};
    });
    dependent += dependent_pairs(rows.sample(), no_pack()).dependent;
  }
  EXPECT_EQ(dependent, 0U);
}

TEST(Dependence, AsksNothingOfFewRowsOrColumnsOfOneValue) {
  const SampledRowsForTest few({"unknown", "unknown"}, 100,
                               [](std::size_t) { return std::vector<std::string>{std::to_string(roll(3)), "1"}; });
  EXPECT_EQ(dependent_pairs(few.sample(), no_pack()).asked, 0U);
  const SampledRowsForTest still({"unknown", "unknown"}, 500,
                                 [](std::size_t) { return std::vector<std::string>{std::to_string(roll(3)), "1"}; });
  EXPECT_EQ(dependent_pairs(still.sample(), no_pack()).asked, 0U);
}

TEST(NameTies, AreSeenInEmailsSexesAndPrintedNames) {
  const std::vector<const char*> meanings{"person.name", "contact.email", "person.sex", "person.name_printed"};
  const auto person = [](bool is_drawn_together) {
    const std::size_t given = roll(6);
    const std::string name = std::string(kGiven[given]) + " " + kFamily[roll(5)];
    const std::size_t other = is_drawn_together ? given : roll(6);
    return std::vector<std::string>{name, std::string(kGiven[other]) + std::to_string(roll(99)) + "@example.org",
                                    other % 2 == 0 ? "L" : "P", std::string(kGiven[other])};
  };
  const SampledRowsForTest real(meanings, 900, [&](std::size_t) { return person(true); });
  EXPECT_DOUBLE_EQ(*name_ties(real.sample(), no_pack()), 1);
  const SampledRowsForTest drawn(meanings, 900, [&](std::size_t) { return person(false); });
  EXPECT_DOUBLE_EQ(*name_ties(drawn.sample(), no_pack()), 0);
  const SampledRowsForTest alone({"person.name"}, 900,
                                 [](std::size_t) { return std::vector<std::string>{kGiven[roll(6)]}; });
  EXPECT_FALSE(name_ties(alone.sample(), no_pack()));
}

}  // namespace
}  // namespace sidik::origin
