#include "origin/dependence.hpp"

#include <functional>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

/// Invented rows with columns of given meanings.
class Rows {
 public:
  Rows(const std::vector<const char*>& meanings, std::size_t count,
       const std::function<std::vector<std::string>()>& row) {
    for (const char* meaning : meanings) {
      names_.emplace_back(meaning);
      meanings_.emplace_back();
      meanings_.back().meaning = meaning;
    }
    rows_.resize(count);
    for (auto& made : rows_) {
      for (const std::string& field : row()) {
        made.text += field;
        made.ends.push_back(static_cast<std::uint32_t>(made.text.size()));
      }
      views_.push_back(&made);
    }
  }
  [[nodiscard]] SampledRows sample() const { return {views_, names_, meanings_, 1}; }

 private:
  std::vector<std::string> names_;
  std::vector<identify::ColumnMeaning> meanings_;
  std::vector<RowSample::Row> rows_;
  std::vector<const RowSample::Row*> views_;
};

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
  const Rows rows({"unknown", "unknown", "unknown"}, 800, [] {
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
    const Rows rows({"unknown", "unknown", "unknown", "unknown", "unknown"}, 400, [] {
      return std::vector<std::string>{std::to_string(roll(3)), std::to_string(roll(40)),
                                      std::to_string(10000 + roll(90000)),
                                      "1990-0" + std::to_string(1 + roll(9)) + "-11", kGiven[roll(6)]};
    });
    dependent += dependent_pairs(rows.sample(), no_pack()).dependent;
  }
  EXPECT_EQ(dependent, 0U);
}

TEST(Dependence, AsksNothingOfFewRowsOrColumnsOfOneValue) {
  const Rows few({"unknown", "unknown"}, 100, [] { return std::vector<std::string>{std::to_string(roll(3)), "1"}; });
  EXPECT_EQ(dependent_pairs(few.sample(), no_pack()).asked, 0U);
  const Rows still({"unknown", "unknown"}, 500, [] { return std::vector<std::string>{std::to_string(roll(3)), "1"}; });
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
  const Rows real(meanings, 900, [&] { return person(true); });
  EXPECT_DOUBLE_EQ(*name_ties(real.sample(), no_pack()), 1);
  const Rows drawn(meanings, 900, [&] { return person(false); });
  EXPECT_DOUBLE_EQ(*name_ties(drawn.sample(), no_pack()), 0);
  const Rows alone({"person.name"}, 900, [] { return std::vector<std::string>{kGiven[roll(6)]}; });
  EXPECT_FALSE(name_ties(alone.sample(), no_pack()));
}

}  // namespace
}  // namespace sidik::origin
