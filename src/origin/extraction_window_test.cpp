#include "origin/extraction_window.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "origin/real_pack_for_test.hpp"
#include "origin/sampled_rows_for_test.hpp"
#include "text/dates.hpp"

namespace sidik::origin {
namespace {

const std::int32_t kToday = text::day_number({2021, 5, 20});
const std::int32_t kTaken = text::day_number({2020, 6, 15});

TEST(ExtractionWindow, AgesLeaveOnlySomeDays) {
  std::mt19937_64 random(7);
  std::vector<DayRange> spans;
  for (int i = 0; i < 500; ++i) {
    const std::int32_t since = static_cast<std::int32_t>(random() % 365);
    spans.push_back({kTaken - since, kTaken - since + 364});
  }
  for (int i = 0; i < 20; ++i) spans.push_back({kTaken + 2000, kTaken + 2364});  // slips
  const auto range = range_of_ages(spans);
  ASSERT_TRUE(range);
  EXPECT_LE(range->from, kTaken);
  EXPECT_GE(range->to, kTaken);
  EXPECT_LE(range->to - range->from, 60);
  EXPECT_FALSE(range_of_ages(std::span(spans).first(49)));
}

std::string written(std::int32_t day) {
  const text::Date date = text::from_day_number(day);
  return std::to_string(date.year) + (date.month < 10 ? "-0" : "-") + std::to_string(date.month) +
         (date.day < 10 ? "-0" : "-") + std::to_string(date.day);
}

findings::StratumWindow window_of(const std::function<std::int32_t(std::size_t)>& day, std::size_t rows) {
  const SampledRowsForTest sample({"person.name", "record.created"}, rows,
                                  [&](std::size_t r) { return std::vector<std::string>{"orang", written(day(r))}; });
  return find_window(sample.sample(), {}, real_pack(), kToday);
}

TEST(ExtractionWindow, TellsCopiesOfSeveralDaysFromAFileSortedByTime) {
  std::mt19937_64 random(3);
  const auto glued = window_of(
      [&](std::size_t r) {
        const std::int32_t end = r < 2000 ? kTaken - 300 : kTaken;
        return end - static_cast<std::int32_t>(random() % 2000);
      },
      4000);
  ASSERT_TRUE(glued.from && glued.to);
  EXPECT_LE(*glued.from, written(kTaken - 300));
  EXPECT_GE(*glued.to, written(kTaken));
  const auto sorted = window_of([](std::size_t r) { return kTaken - 2000 + static_cast<std::int32_t>(r / 2); }, 4002);
  ASSERT_TRUE(sorted.from && sorted.to);
  EXPECT_GE(*sorted.from, written(kTaken - 10));
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

TEST(ExtractionWindow, ReadsEachOfficesDaysInItsOwnOrder) {
  std::mt19937_64 random(7);
  const SampledRowsForTest sample({"person.name", "record.created"}, 6000, [&](std::size_t r) {
    const int office = static_cast<int>(r / 2000);
    const text::Date day =
        text::from_day_number(kTaken - 400 * (2 - office) - static_cast<std::int32_t>(random() % 2000));
    const std::string year = std::to_string(day.year);
    const std::array<std::string, 3> forms = {two(day.day) + "-" + two(day.month) + "-" + year + " 10:00:00",
                                              two(day.month) + "/" + two(day.day) + "/" + year,
                                              year + two(day.month) + two(day.day) + "101112"};
    return std::vector<std::string>{"orang", forms[static_cast<std::size_t>(office)]};
  });
  const auto window = find_window(sample.sample(), {}, real_pack(), kToday);
  ASSERT_EQ(window.copies.size(), 3U);
  for (std::size_t office = 0; office < 3; ++office) {
    const std::string taken = written(kTaken - 400 * (2 - static_cast<std::int32_t>(office)));
    EXPECT_LE(window.copies[office].from, taken) << office;
    EXPECT_GE(window.copies[office].to, written(kTaken - 400 * (2 - static_cast<std::int32_t>(office)) - 10)) << office;
  }
}

TEST(ExtractionWindow, ManyStampsSayMoreThanTheSampledRows) {
  std::mt19937_64 random(9);
  const auto day = [&] { return kTaken - static_cast<std::int32_t>(random() % 4000); };
  const SampledRowsForTest sample({"person.name", "record.created"}, 500,
                                  [&](std::size_t) { return std::vector<std::string>{"orang", written(day())}; });
  std::vector<StampSample::Field> fields;
  for (std::uint64_t record = 0; record < 40000; ++record) fields.emplace_back(record, 0, 1, written(day()));
  std::vector<const StampSample::Field*> stamps;
  for (const auto& field : fields) stamps.push_back(&field);
  const auto few = find_window(sample.sample(), {}, real_pack(), kToday);
  const auto many = find_window(sample.sample(), stamps, real_pack(), kToday);
  ASSERT_TRUE(few.from && few.to && many.from && many.to);
  EXPECT_GT(*few.to, written(kTaken + 3));
  EXPECT_LE(*many.to, written(kTaken + 2));
  EXPECT_LE(*many.from, written(kTaken));
}

TEST(ExtractionWindow, WithoutStampsOnlyTheLastBirthIsKnown) {
  std::mt19937_64 random(5);
  const SampledRowsForTest sample({"person.name", "birth.date"}, 1000, [&](std::size_t) {
    return std::vector<std::string>{"orang", written(kTaken - static_cast<std::int32_t>(random() % 20000))};
  });
  const auto window = find_window(sample.sample(), {}, real_pack(), kToday);
  ASSERT_TRUE(window.from);
  EXPECT_LE(*window.from, written(kTaken));
  EXPECT_TRUE(window.from->ends_with("-01")) << "somebody's day of birth";
  EXPECT_FALSE(window.to);
}

}  // namespace
}  // namespace sidik::origin
