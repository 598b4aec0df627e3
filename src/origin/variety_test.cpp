#include "origin/variety.hpp"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "table/record_batch.hpp"

namespace sidik::origin {
namespace {

using Fields = std::vector<std::string>;

/// Invented rows of two groups under one header; the variety of each.
class Groups {
 public:
  Groups(std::size_t columns, std::size_t rows, const std::function<Fields(std::size_t)>& left,
         const std::function<Fields(std::size_t)>& right) {
    table::RecordBatch batch;
    batch.reset(columns, RecordIndex(0));
    for (std::size_t i = 0; i < 2 * rows; ++i) {
      std::vector<std::string_view> fields;
      for (auto& field : i % 2 == 0 ? left(i / 2) : right(i / 2)) fields.push_back(batch.keep(field));
      batch.append(fields, {});
    }
    const table::RecordBatch* seen[] = {&batch};
    const auto coders = learn_coders(seen, columns);
    RowSample sample;
    for (std::size_t r = 0; r < batch.records(); ++r) sample.add(r, static_cast<std::uint32_t>(r % 2), batch.record(r));
    const std::uint32_t class_of[] = {0, 1};
    of_ = varieties(sample, coders, class_of, 2);
  }
  [[nodiscard]] const Variety& left() const { return of_[0]; }
  [[nodiscard]] const Variety& right() const { return of_[1]; }

 private:
  std::vector<Variety> of_;
};

std::string pick(std::size_t i, std::size_t of) { return std::string(1, static_cast<char>('A' + i * 7 % of)); }

/// A person of a register: sex, religion, status, relation, marriage, office; all vary.
Fields registered(std::size_t i) {
  return {pick(i, 2), pick(i + i / 3, 5), pick(i + i / 5, 3), pick(i / 2, 4), pick(i / 7, 3), pick(i / 3, 9)};
}

TEST(Variety, ColumnsThatStandStillSetRowsApart) {
  const auto filled_up = [](std::size_t i) { return Fields{pick(i, 2), "A", "A", "B", "A", "C"}; };
  const Groups groups(6, 400, registered, filled_up);
  // Five stand still, one varies in both.
  EXPECT_DOUBLE_EQ(stillness(groups.left(), groups.right()), 2);
  EXPECT_DOUBLE_EQ(stillness(groups.right(), groups.left()), 2);
}

TEST(Variety, PartsOfOneRegisterAreNotApart) {
  const Groups same(6, 400, registered, [](std::size_t i) { return registered(i + 1000); });
  EXPECT_DOUBLE_EQ(stillness(same.left(), same.right()), 0);
  // Taken over in bulk: one status and one office, but the people differ.
  const Groups bulk(6, 400, registered, [](std::size_t i) {
    Fields row = registered(i);
    row[2] = "A";
    row[5] = "D";
    return row;
  });
  EXPECT_DOUBLE_EQ(stillness(bulk.left(), bulk.right()), 0);
}

TEST(Variety, TimesOfWritingCountOnce) {
  const auto stamped = [](std::size_t i) {
    const std::string day = "2019-03-" + std::to_string(10 + i % 19);
    return Fields{day, "2020-04-" + std::to_string(10 + i % 17), "2020-06-" + std::to_string(10 + i % 13)};
  };
  const Groups groups(3, 200, stamped, [](std::size_t) { return Fields{"2019-03-10", "2020-04-10", "2020-06-10"}; });
  EXPECT_DOUBLE_EQ(stillness(groups.left(), groups.right()), 0.5);
}

TEST(Variety, FewRowsSayNothing) {
  const Groups groups(6, 10, registered, [](std::size_t) { return Fields{"A", "A", "A", "A", "A", "A"}; });
  EXPECT_DOUBLE_EQ(stillness(groups.left(), groups.right()), 0);
}

TEST(ZerosLost, AreFoundWhereTheLengthsBehindThemAgree) {
  const auto number = [](std::size_t i) { return std::to_string(1000000000 + i * 977); };
  const auto with_zeros = [&](std::size_t i) { return Fields{"000" + number(i), number(i) + "123"}; };
  const Groups lost(2, 100, with_zeros, [&](std::size_t i) { return Fields{number(i), number(i + 500) + "123"}; });
  EXPECT_EQ(zeros_lost(lost.left(), lost.right()), (std::vector<bool>{true, false}));
  EXPECT_EQ(zeros_lost(lost.right(), lost.left()), (std::vector<bool>{true, false}));
  const Groups other(2, 100, with_zeros,
                     [&](std::size_t i) { return Fields{std::to_string(1000 + i * 7), number(i)}; });
  EXPECT_EQ(zeros_lost(other.left(), other.right()), (std::vector<bool>{false, false}));
}

}  // namespace
}  // namespace sidik::origin
