#include "origin/copy_match.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <random>
#include <vector>

namespace sidik::origin {
namespace {

/// A register of numbers: two columns that tell persons apart, an office, a day and a status.
struct Table {
  std::size_t columns = 5;
  std::vector<std::uint64_t> forms;
  std::vector<std::vector<std::int32_t>> days = std::vector<std::vector<std::int32_t>>(5);
  [[nodiscard]] FormTable view() const { return {columns, forms}; }
  [[nodiscard]] std::size_t rows() const { return forms.size() / columns; }
};

void add_row(Table& table, std::uint64_t person, std::uint64_t office, std::int32_t day, std::uint64_t status) {
  for (const std::uint64_t form : {1'000'000 + person, 2'000'000 + person, 100 + office,
                                   std::uint64_t{5000} + static_cast<std::uint64_t>(day), status})
    table.forms.push_back(form);
  for (std::size_t c = 0; c < 5; ++c) {
    if (c == 3) table.days[c].push_back(day);
  }
}

Table people(std::size_t first, std::size_t last, std::uint64_t status = 7) {
  Table out;
  for (std::size_t p = first; p < last; ++p) add_row(out, p, p % 6, static_cast<std::int32_t>(p), status);
  return out;
}

Table some_of(const Table& from, const std::function<bool(std::size_t)>& has) {
  Table out;
  out.columns = from.columns;
  for (std::size_t r = 0; r < from.rows(); ++r) {
    if (!has(r)) continue;
    const auto row = from.view().row(r);
    out.forms.insert(out.forms.end(), row.begin(), row.end());
    if (from.days[3].size() == from.rows()) out.days[3].push_back(from.days[3][r]);
  }
  return out;
}

TEST(CopyMatch, FindsRowsAndColumnsWhateverTheirOrder) {
  const Table copy = people(0, 400);
  // The leak: every third row, columns turned round, the status dropped.
  Table leak;
  leak.columns = 4;
  for (std::size_t r = 0; r < 400; r += 3) {
    const auto row = copy.view().row(399 - r);
    leak.forms.insert(leak.forms.end(), {row[3], row[2], row[1], row[0]});
  }
  const LeakIndex index(leak.view());
  const auto match = match_copy(index, copy.view());
  EXPECT_EQ(match.column, (std::vector<std::size_t>{3, 2, 1, 0}));
  EXPECT_EQ(match.held, 0b1111U);
  for (std::size_t r = 0; r < leak.view().rows(); ++r) EXPECT_EQ(match.agreeing[r], 0b1111U);
  EXPECT_EQ(std::ranges::count(match.is_hit, 1), 134);
}

TEST(CopyMatch, SaysWhichFieldsAreOthers) {
  Table leak = people(0, 100);
  leak.forms[4] = 9;  // the first row's status
  const LeakIndex index(leak.view());
  const auto match = match_copy(index, people(0, 100).view());
  EXPECT_EQ(match.agreeing[0], 0b01111U);
  EXPECT_EQ(match.agreeing[1], 0b11111U);
  EXPECT_EQ(match_copy(index, people(500, 600).view()).agreeing[1], 0U);
  EXPECT_EQ(match_copy(index, people(500, 600).view()).held, 0U);
}

/// The slow twin: every row with every row.
TEST(CopyMatch, FindsTheBestRowAsTryingAllDoes) {
  std::mt19937 chance(3);
  Table copy = people(0, 150);
  Table leak = people(50, 200);
  for (auto* table : {&copy, &leak}) {
    for (auto& form : table->forms) {
      if (chance() % 12 == 0) form = 1 + chance() % 3;
    }
  }
  const LeakIndex index(leak.view());
  const auto match = match_copy(index, copy.view());
  for (std::size_t r = 0; r < leak.rows(); ++r) {
    int best = 0;
    for (std::size_t k = 0; k < copy.rows(); ++k) {
      int equal = 0;
      bool has_rare = false;
      for (std::size_t c = 0; c < 5; ++c) {
        const bool is_equal = leak.view().row(r)[c] == copy.view().row(k)[c];
        equal += is_equal ? 1 : 0;
        has_rare = has_rare || (is_equal && !index.rows_with(leak.view().row(r)[c]).empty());
      }
      if (has_rare) best = std::max(best, equal);
    }
    EXPECT_EQ(std::popcount(match.agreeing[r]), best) << r;
  }
}

TEST(LackingPart, SeesOfficesAndLatestDaysThatAreMissing) {
  const Table copy = people(0, 1200);
  std::mt19937 chance(1);
  std::bernoulli_distribution third(0.3);
  const auto hits_of = [&](const std::function<bool(std::size_t)>& has) {
    const Table leak = some_of(copy, [&](std::size_t r) { return has(r) && third(chance); });
    const LeakIndex index(leak.view());
    return match_copy(index, copy.view()).is_hit;
  };
  EXPECT_FALSE(lacking_part(copy.view(), copy.days, hits_of([](std::size_t) { return true; }), 1));
  EXPECT_EQ(lacking_part(copy.view(), copy.days, hits_of([](std::size_t r) { return r % 6 != 2; }), 1), 2U);
  EXPECT_EQ(lacking_part(copy.view(), copy.days, hits_of([](std::size_t r) { return r < 1150; }), 1), 3U);
  EXPECT_EQ(lacking_part(copy.view(), copy.days, hits_of([](std::size_t r) { return r % 6 != 2; }), 3), 2U);
}

TEST(LackingPart, SeesThatRowsOfItsOwnAreMissing) {
  std::mt19937 chance(4);
  std::vector<std::uint8_t> hit;
  std::vector<std::uint8_t> in_other;
  std::vector<std::uint8_t> hit_in_both;
  for (std::size_t r = 0; r < 1000; ++r) {
    const bool is_own = r % 5 == 0;
    const std::uint8_t is_hit = chance() % 10 < 3 ? 1 : 0;
    in_other.push_back(is_own ? 0 : 1);
    hit.push_back(is_hit);
    hit_in_both.push_back(is_own ? 0 : is_hit);
  }
  EXPECT_FALSE(lacks_own_rows(hit, in_other));
  EXPECT_TRUE(lacks_own_rows(hit_in_both, in_other));
  EXPECT_FALSE(lacks_own_rows(hit_in_both, std::vector<std::uint8_t>(1000, 1)));
  EXPECT_FALSE(lacks_own_rows({}, {}));
}

TEST(LaterDays, SeesDaysThatACopyCannotHave) {
  const Table leak = people(300, 600);
  const LeakIndex index(leak.view());
  const Table whole = people(0, 600);
  const Table earlier = people(0, 560);
  EXPECT_FALSE(later_days(index, match_copy(index, whole.view()), leak.days, whole.days));
  EXPECT_EQ(later_days(index, match_copy(index, earlier.view()), leak.days, earlier.days), 3U);
}

TEST(FieldDifferences, TellAnotherDayFromALeakersHand) {
  std::mt19937 chance(9);
  // Two copies; a tenth of the people has another status in the second.
  const Table first = people(0, 500);
  Table second = people(0, 500);
  for (std::size_t r = 0; r < 500; r += 10) second.forms[r * 5 + 4] = 8;
  // The leak of a third day: another tenth has changed.
  Table third_day = people(0, 500);
  for (std::size_t r = 5; r < 500; r += 10) third_day.forms[r * 5 + 4] = 9;
  // The leak of the first copy with a tenth of all fields altered.
  Table altered = people(0, 500);
  for (auto& form : altered.forms) {
    if (chance() % 10 == 0) form = 3'000'000 + chance() % 1'000'000;
  }
  for (const bool is_other_day : {true, false}) {
    const Table& leak = is_other_day ? third_day : altered;
    const LeakIndex index(leak.view());
    const std::vector<CopyMatch> copies = {match_copy(index, first.view()), match_copy(index, second.view())};
    const ColumnMask held = copies[0].held | copies[1].held;
    const ColumnMask changing = changing_columns(index, copies, held);
    EXPECT_EQ(changing, 0b10000U);
    const std::size_t set[] = {0};
    EXPECT_EQ(field_differences(index, copies, set, held, changing).tell_another_day(), is_other_day);
  }
}

}  // namespace
}  // namespace sidik::origin
