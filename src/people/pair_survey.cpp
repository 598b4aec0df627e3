#include "people/pair_survey.hpp"

#include <algorithm>

#include "people/blocking_plan.hpp"
#include "people/pair_comparer.hpp"
#include "people/pattern_table.hpp"
#include "people/text_hash.hpp"

namespace sidik::people {
namespace {

constexpr std::size_t kDrawn = 400'000;

/// The pairs that were looked at, summed up.
struct Counts {
  explicit Counts(const RecordStore& store) : by_field(store.fields().size()) {
    for (std::size_t f = 0; f < by_field.size(); ++f) {
      if (store.fields()[f].is_shared) shared_mask |= AgreementPattern{7} << (3 * f);
    }
  }
  void add(AgreementPattern pattern) {
    for (std::size_t f = 0; f < by_field.size(); ++f) ++by_field[f][pattern >> (3 * f) & 7U];
    in_common.add(pattern & shared_mask, 1);
  }
  std::vector<std::array<double, kLevels>> by_field;
  AgreementPattern shared_mask = 0;
  PatternTable in_common;
};

double count_all(const RecordStore& store, Counts& counts) {
  PairComparer comparer(store);
  const auto records = static_cast<RecordNumber>(store.records());
  for (RecordNumber left = 0; left < records; ++left) {
    for (RecordNumber right = left + 1; right < records; ++right) counts.add(comparer.compare(left, right));
  }
  return static_cast<double>(records) * (records - 1.0) / 2;
}

double count_drawn(const RecordStore& store, Counts& counts) {
  PairComparer comparer(store);
  for (std::size_t draw = 0; draw < kDrawn; ++draw) {
    const auto left = static_cast<RecordNumber>(spread_bits(2 * draw + 1) % store.records());
    const auto right = static_cast<RecordNumber>(spread_bits(2 * draw + 2) % store.records());
    if (left != right) counts.add(comparer.compare(left, right));
  }
  return static_cast<double>(kDrawn);
}

/// The share of all pairs in which both have the same value of a field.
double exact_share(const RecordStore& store, std::size_t field) {
  std::vector<double> records(store.pool(field).size(), 0);
  for (std::size_t r = 0; r < store.records(); ++r) ++records[store.record(static_cast<RecordNumber>(r))[field]];
  double pairs = 0;
  for (std::size_t code = 1; code < records.size(); ++code) pairs += records[code] * (records[code] - 1);
  const auto all = static_cast<double>(store.records());
  return pairs / std::max(1.0, all * (all - 1));
}

}  // namespace

AllPairs survey_pairs(const RecordStore& store) {
  AllPairs all;
  const auto records = static_cast<double>(store.records());
  all.pairs = std::max(1.0, records * (records - 1) / 2);
  Counts counts(store);
  all.shares = counts.by_field;
  if (store.records() < 2) return all;
  const bool is_small = store.records() <= kAllWithAll;
  const double seen = is_small ? count_all(store, counts) : count_drawn(store, counts);
  all.smallest_share = 0.5 / seen;
  for (std::size_t f = 0; f < all.shares.size(); ++f) {
    for (std::size_t l = 0; l < kLevels; ++l) all.shares[f][l] = counts.by_field[f][l] / seen;
    if (!is_small) all.shares[f][static_cast<std::size_t>(Level::exact)] = exact_share(store, f);
  }
  all.each_stands_for = all.pairs / seen;
  counts.in_common.for_each([&](const PatternCount& count) { all.in_common.push_back(count); });
  std::ranges::sort(all.in_common, {}, &PatternCount::pattern);
  return all;
}

}  // namespace sidik::people
