#include "base/crew.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <vector>

namespace sidik {
namespace {

TEST(Crew, DoesEveryTaskOnceAndNoLaneTwoAtATime) {
  for (const std::size_t lanes : {1U, 2U, 5U}) {
    Crew crew(lanes);
    std::vector<int> done(1000, 0);
    std::vector<std::atomic<int>> busy(lanes);
    std::vector<std::uint64_t> by_lane(lanes, 0);
    std::atomic<bool> collided = false;
    for (std::size_t i = 0; i < done.size(); ++i) {
      crew.submit([&, i](std::size_t lane) {
        if (busy[lane].exchange(1) == 1) collided = true;
        ++done[i];
        ++by_lane[lane];
        busy[lane] = 0;
      });
    }
    crew.wait();
    EXPECT_FALSE(collided);
    std::uint64_t sum = 0;
    for (const auto count : by_lane) sum += count;
    EXPECT_EQ(sum, done.size());
    for (const int count : done) EXPECT_EQ(count, 1);
  }
}

TEST(Crew, GivesBackWhatATaskHeldBeforeWaitEnds) {
  Crew crew(3);
  const auto held = std::make_shared<int>(1);
  for (int i = 0; i < 100; ++i) crew.submit([held](std::size_t) {});
  crew.wait();
  EXPECT_EQ(held.use_count(), 1);
}

TEST(Crew, CanBeUsedAgainAfterWaiting) {
  Crew crew(2);
  std::atomic<int> count = 0;
  for (int round = 0; round < 50; ++round) {
    crew.submit([&](std::size_t) { ++count; });
    crew.wait();
    ASSERT_EQ(count, round + 1);
  }
}

TEST(Crew, EndsWhatWasSubmittedBeforeItGoes) {
  std::atomic<int> count = 0;
  {
    Crew crew(4);
    for (int i = 0; i < 64; ++i) crew.submit([&](std::size_t) { ++count; });
  }
  EXPECT_EQ(count, 64);
}

}  // namespace
}  // namespace sidik
