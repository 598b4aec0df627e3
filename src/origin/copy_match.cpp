#include "origin/copy_match.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <utility>

#include "origin/copy_exclusion.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kMostColumns = 64;
constexpr double kMostAgree = 0.5;
constexpr double kSurelyLacking = 3e-4;

/// The share of a part's rows that a leak has at least: a little thinner than the whole is no lack yet, shared out
/// among those who leaked together.
double thinned(std::size_t hits, std::size_t rows, std::size_t together) {
  constexpr double kThinner = 0.75;
  return kThinner * static_cast<double>(hits) / static_cast<double>(rows) / static_cast<double>(together);
}

/// A row of the copy and one of the leak that may be the same.
struct Pair {
  std::uint32_t copy = 0;
  std::uint32_t leak = 0;
  std::uint32_t shared = 0;  ///< rare forms
};

std::vector<Pair> pairs_of(const LeakIndex& leak, FormTable copy) {
  std::vector<Pair> out;
  std::vector<std::uint32_t> met;
  for (std::size_t r = 0; r < copy.rows(); ++r) {
    met.clear();
    const auto row = copy.row(r);
    for (std::size_t c = 0; c < row.size(); ++c) {
      // A number that stands twice in a row is one form.
      if (row[c] == 0 || std::find(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(c), row[c]) !=
                             row.begin() + static_cast<std::ptrdiff_t>(c))
        continue;
      const auto rows = leak.rows_with(row[c]);
      met.insert(met.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(met);
    for (std::size_t i = 0; i < met.size();) {
      std::size_t end = i;
      while (end < met.size() && met[end] == met[i]) ++end;
      out.push_back({static_cast<std::uint32_t>(r), met[i], static_cast<std::uint32_t>(end - i)});
      i = end;
    }
  }
  return out;
}

/// Of all pairs those that are surely one row: either row is the other's best, and they share about as many rare forms
/// as such pairs do.
std::vector<Pair> sure_pairs(const std::vector<Pair>& pairs, std::size_t copy_rows, std::size_t leak_rows) {
  std::vector<std::uint32_t> best_of_copy(copy_rows, 0);
  std::vector<std::uint32_t> best_of_leak(leak_rows, 0);
  for (const Pair& pair : pairs) {
    best_of_copy[pair.copy] = std::max(best_of_copy[pair.copy], pair.shared);
    best_of_leak[pair.leak] = std::max(best_of_leak[pair.leak], pair.shared);
  }
  std::vector<Pair> out;
  std::ranges::copy_if(pairs, std::back_inserter(out), [&](const Pair& pair) {
    return pair.shared == best_of_copy[pair.copy] && pair.shared == best_of_leak[pair.leak];
  });
  if (out.empty()) return out;
  std::vector<std::uint32_t> shared;
  for (const Pair& pair : out) shared.push_back(pair.shared);
  const auto high = shared.begin() + static_cast<std::ptrdiff_t>(shared.size() * 9 / 10);
  std::ranges::nth_element(shared, high);
  const std::uint32_t least = (*high + 1) / 2;
  std::erase_if(out, [&](const Pair& pair) { return pair.shared < least; });
  return out;
}

struct Alignment {
  std::vector<std::size_t> column;  ///< of the copy, by column of the index
  std::vector<double> share;
};

Alignment align(const LeakIndex& leak, FormTable copy, const std::vector<Pair>& pairs) {
  constexpr std::size_t kMostPairs = 2000;
  const auto& columns = leak.columns();
  std::vector<std::uint32_t> equal(columns.size() * copy.columns, 0);
  std::vector<std::uint32_t> filled(columns.size(), 0);
  const std::size_t step = std::max<std::size_t>(1, pairs.size() / kMostPairs);
  for (std::size_t i = 0; i < pairs.size(); i += step) {
    const auto ours = leak.leak().row(pairs[i].leak);
    const auto theirs = copy.row(pairs[i].copy);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const std::uint64_t form = ours[columns[c]];
      if (form == 0) continue;
      ++filled[c];
      for (std::size_t k = 0; k < copy.columns; ++k) equal[c * copy.columns + k] += theirs[k] == form ? 1 : 0;
    }
  }
  Alignment out{std::vector<std::size_t>(columns.size(), 0), std::vector<double>(columns.size(), 0)};
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto begin = equal.begin() + static_cast<std::ptrdiff_t>(c * copy.columns);
    const auto best = std::max_element(begin, begin + static_cast<std::ptrdiff_t>(copy.columns));
    if (filled[c] == 0 || copy.columns == 0) continue;
    out.column[c] = static_cast<std::size_t>(best - begin);
    out.share[c] = static_cast<double>(*best) / filled[c];
  }
  return out;
}

}  // namespace

LeakIndex::LeakIndex(FormTable leak) : leak_(leak), filled_(leak.rows(), 0) {
  std::vector<bool> is_filled(leak.columns, false);
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (std::size_t r = 0; r < leak.rows(); ++r) {
    const auto row = leak.row(r);
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c] == 0) continue;
      is_filled[c] = true;
      std::uint32_t& count = counts[row[c]];
      count = std::min<std::uint32_t>(count + 1, kMostRows + 1);
    }
  }
  for (std::size_t c = 0; c < leak.columns && columns_.size() < kMostColumns; ++c) {
    if (is_filled[c]) columns_.push_back(c);
  }
  std::uint32_t next = 0;
  for (const auto& [form, count] : counts) {
    if (count > kMostRows) continue;
    places_.emplace(form, Place{next, 0});
    next += count;
  }
  rows_.resize(next);
  for (std::size_t r = 0; r < leak.rows(); ++r) {
    const auto row = leak.row(r);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      filled_[r] |= row[columns_[i]] != 0 ? ColumnMask{1} << i : ColumnMask{0};
    for (const std::uint64_t form : row) {
      const auto found = form == 0 ? places_.end() : places_.find(form);
      if (found == places_.end()) continue;
      Place& place = found->second;
      rows_[place.first + place.count++] = static_cast<std::uint32_t>(r);
    }
  }
  // A form that stands twice in one row names it once.
  for (auto& [form, place] : places_) {
    const auto begin = rows_.begin() + place.first;
    place.count = static_cast<std::uint32_t>(std::unique(begin, begin + place.count) - begin);
  }
}

std::span<const std::uint32_t> LeakIndex::rows_with(std::uint64_t form) const {
  const auto found = places_.find(form);
  if (found == places_.end()) return {};
  return std::span(rows_).subspan(found->second.first, found->second.count);
}

CopyMatch match_copy(const LeakIndex& leak, FormTable copy) {
  CopyMatch out;
  out.agreeing.assign(leak.leak().rows(), 0);
  out.is_hit.assign(copy.rows(), 0);
  const auto pairs = pairs_of(leak, copy);
  Alignment columns = align(leak, copy, sure_pairs(pairs, copy.rows(), leak.leak().rows()));
  for (std::size_t c = 0; c < columns.share.size(); ++c)
    out.held |= columns.share[c] >= kMostAgree ? ColumnMask{1} << c : ColumnMask{0};
  std::size_t last = copy.rows();
  for (const Pair& pair : pairs) {
    if (pair.copy != last) ++out.met;
    last = pair.copy;
    const auto ours = leak.leak().row(pair.leak);
    const auto theirs = copy.row(pair.copy);
    ColumnMask mask = 0;
    for (std::size_t c = 0; c < columns.column.size(); ++c) {
      const std::uint64_t form = ours[leak.columns()[c]];
      if (form != 0 && columns.share[c] > 0 && theirs[columns.column[c]] == form) mask |= ColumnMask{1} << c;
    }
    if (std::popcount(mask) > std::popcount(out.agreeing[pair.leak])) out.agreeing[pair.leak] = mask;
    const ColumnMask asked = leak.filled(pair.leak) & out.held;
    if (asked != 0 && (mask & asked) == asked) out.is_hit[pair.copy] = 1;
  }
  out.share = std::move(columns.share);
  out.column = std::move(columns.column);
  return out;
}

std::optional<std::size_t> later_days(const LeakIndex& leak, const CopyMatch& match,
                                      std::span<const std::vector<std::int32_t>> leak_days,
                                      std::span<const std::vector<std::int32_t>> copy_days) {
  constexpr double kSurelyLater = 1e-3;
  for (std::size_t c = 0; c < match.column.size(); ++c) {
    const auto& ours = leak_days[leak.columns()[c]];
    const auto& theirs = copy_days[match.column[c]];
    if ((match.held >> c & 1U) == 0 || ours.empty() || theirs.empty()) continue;
    const std::int32_t last = *std::ranges::max_element(theirs);
    const auto later = static_cast<std::uint64_t>(std::ranges::count_if(ours, [&](auto day) { return day > last; }));
    if (binomial_upper(ours.size(), kCoincidence, later) < kSurelyLater) return match.column[c];
  }
  return std::nullopt;
}

namespace {

/// Whether a row of a copy is that of the leak, whatever else was changed in it.
bool is_same_row(ColumnMask agreeing, ColumnMask asked) {
  return asked != 0 && 2 * std::popcount(agreeing & asked) > std::popcount(asked);
}

}  // namespace

int least_fields(const LeakIndex& leak, ColumnMask held) {
  constexpr int kLeast = 2;
  std::vector<int> fields;
  for (std::size_t r = 0; r < leak.leak().rows(); ++r) fields.push_back(std::popcount(leak.filled(r) & held));
  if (fields.empty()) return kLeast;
  const auto middle = fields.begin() + static_cast<std::ptrdiff_t>(fields.size() / 2);
  std::ranges::nth_element(fields, middle);
  return std::max(kLeast, (6 * *middle + 9) / 10);
}

bool FieldDifferences::tell_another_day() const {
  if (changing == 0 || standing == 0) return false;
  constexpr double kSurely = 1e-3;
  constexpr double kUneven = 2;  // a leaker's hand on some columns rather than others
  const double rate = static_cast<double>(standing_differ) / static_cast<double>(standing);
  return binomial_upper(changing, std::min(1.0, kUneven * rate + 0.002), changing_differ) < kSurely;
}

ColumnMask changing_columns(const LeakIndex& leak, std::span<const CopyMatch> copies, ColumnMask held) {
  constexpr double kLeastShare = 0.003;
  std::vector<std::uint64_t> differing(leak.columns().size(), 0);
  std::uint64_t rows = 0;
  for (std::size_t r = 0; r < leak.leak().rows(); ++r) {
    const ColumnMask asked = leak.filled(r) & held;
    ColumnMask some = 0;
    ColumnMask not_all = 0;
    for (const CopyMatch& copy : copies) {
      const ColumnMask here = asked & copy.held;
      if (!is_same_row(copy.agreeing[r], here)) continue;
      some |= copy.agreeing[r] & here;
      not_all |= here & ~copy.agreeing[r];
    }
    rows += some != 0 ? 1 : 0;
    for (ColumnMask both = some & not_all; both != 0; both &= both - 1)
      ++differing[static_cast<std::size_t>(std::countr_zero(both))];
  }
  ColumnMask out = 0;
  for (std::size_t c = 0; c < differing.size(); ++c) {
    if (static_cast<double>(differing[c]) > kLeastShare * static_cast<double>(rows)) out |= ColumnMask{1} << c;
  }
  return out;
}

FieldDifferences field_differences(const LeakIndex& leak, std::span<const CopyMatch> copies,
                                   std::span<const std::size_t> set, ColumnMask held, ColumnMask changing) {
  FieldDifferences out;
  const int least = least_fields(leak, held);
  for (std::size_t r = 0; r < leak.leak().rows(); ++r) {
    if (std::popcount(leak.filled(r) & held) < least) continue;
    const CopyMatch* best = nullptr;
    for (const std::size_t i : set) {
      if (best == nullptr || std::popcount(copies[i].agreeing[r]) > std::popcount(best->agreeing[r])) best = &copies[i];
    }
    const ColumnMask asked = best == nullptr ? 0 : leak.filled(r) & held & best->held;
    if (best == nullptr || !is_same_row(best->agreeing[r], asked)) continue;
    const ColumnMask differ = asked & ~best->agreeing[r];
    const auto count = [](ColumnMask mask) { return static_cast<std::uint64_t>(std::popcount(mask)); };
    out.changing += count(asked & changing);
    out.changing_differ += count(differ & changing);
    out.standing += count(asked & ~changing);
    out.standing_differ += count(differ & ~changing);
  }
  return out;
}

bool lacks_own_rows(std::span<const std::uint8_t> is_hit, std::span<const std::uint8_t> is_in_other) {
  std::size_t own = 0;
  std::size_t own_hits = 0;
  for (std::size_t r = 0; r < is_hit.size() && r < is_in_other.size(); ++r) {
    if (is_in_other[r] != 0) continue;
    ++own;
    own_hits += is_hit[r];
  }
  const auto hits = static_cast<std::size_t>(std::ranges::count(is_hit, std::uint8_t{1}));
  if (is_hit.empty() || own == 0) return false;
  const double least = thinned(hits, is_hit.size(), kMostTogether);
  return static_cast<double>(own_hits) < least * static_cast<double>(own) &&
         binomial_lower(own, least, own_hits) < kSurelyLacking;
}

std::optional<std::size_t> lacking_part(FormTable copy, std::span<const std::vector<std::int32_t>> days,
                                        std::span<const std::uint8_t> is_hit, std::size_t together) {
  constexpr std::size_t kMostParts = 300;
  const std::size_t rows = copy.rows();
  const auto hits = static_cast<std::size_t>(std::ranges::count(is_hit, std::uint8_t{1}));
  if (rows == 0 || hits == 0) return std::nullopt;
  const double least = thinned(hits, rows, together);
  double smallest = kSurelyLacking;
  std::optional<std::size_t> out;
  const auto judge = [&](std::size_t column, std::size_t part_rows, std::size_t part_hits) {
    if (static_cast<double>(part_hits) >= least * static_cast<double>(part_rows)) return;
    const double chance = binomial_lower(part_rows, least, part_hits);
    if (chance >= smallest) return;
    smallest = chance;
    out = column;
  };
  for (std::size_t c = 0; c < copy.columns; ++c) {
    if (c < days.size() && days[c].size() == rows) {
      std::vector<std::pair<std::int32_t, std::uint8_t>> by_day;
      for (std::size_t r = 0; r < rows; ++r) by_day.emplace_back(days[c][r], is_hit[r]);
      std::ranges::sort(by_day, std::greater<>());
      std::size_t part_hits = 0;
      std::size_t next = 8;
      for (std::size_t r = 0; r < rows / 5; ++r) {
        part_hits += by_day[r].second;
        if (r + 1 < next) continue;
        judge(c, r + 1, part_hits);
        next += std::max<std::size_t>(8, next / 16);
      }
      continue;
    }
    std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>> parts;
    for (std::size_t r = 0; r < rows && parts.size() <= kMostParts; ++r) {
      auto& [part_rows, part_hits] = parts[copy.row(r)[c]];
      ++part_rows;
      part_hits += is_hit[r];
    }
    if (parts.size() > kMostParts) continue;
    for (const auto& [form, part] : parts) judge(c, part.first, part.second);
  }
  return out;
}

}  // namespace sidik::origin
