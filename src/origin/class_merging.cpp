#include "origin/class_merging.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace sidik::origin {
namespace {

/// 1 at `full` and below, 0 at `none` and above, evenly between; the other way round when full > none.
double ramp(double x, double full, double none) { return std::clamp((none - x) / (none - full), 0.0, 1.0); }

/// What a column of a class looks like.
struct ColumnFace {
  double filled = 0;   ///< rows
  double nothing = 0;  ///< rows with a word for nothing
  double decided = 0;  ///< rows whose coding speaks
};

ColumnFace face_of(const SignatureData& data, const ClassCounts& counts, std::size_t column) {
  ColumnFace face;
  for (std::uint32_t at = data.first[column]; at < data.first[column + 1]; ++at) {
    const Coding coding = data.categories[at].coding;
    if (coding == kEmpty) continue;
    if (is_nothing(coding)) {
      face.nothing += counts.of[at];
      continue;
    }
    face.filled += counts.of[at];
    if (!is_undecided(coding)) face.decided += counts.of[at];
  }
  return face;
}

/// The share of codings that two classes have in common, of those that speak.
double overlap(const SignatureData& data, const ClassCounts& a, const ClassCounts& b, std::size_t column,
               const ColumnFace& face_a, const ColumnFace& face_b) {
  double common = 0;
  for (std::uint32_t at = data.first[column]; at < data.first[column + 1]; ++at) {
    const Coding coding = data.categories[at].coding;
    if (is_nothing(coding) || is_undecided(coding)) continue;
    common += std::min(a.of[at] / face_a.decided, b.of[at] / face_b.decided);
  }
  return common;
}

bool column_is_temporal(const SignatureData& data, const ClassCounts& a, std::size_t column) {
  double temporal = 0;
  double all = 0;
  for (std::uint32_t at = data.first[column]; at < data.first[column + 1]; ++at) {
    if (is_nothing(data.categories[at].coding)) continue;
    all += a.of[at];
    if (is_temporal(data.categories[at].coding)) temporal += a.of[at];
  }
  return temporal * 2 > all;
}

double held(double filled, double rows) { return ramp(filled / rows, 0.6, 0.25); }
double lacking(double filled, double rows) { return ramp(filled / rows, 0.015, 0.05); }

}  // namespace

double Separation::total() const {
  return codings + mutual_gaps + 0.12 * (gaps - mutual_gaps) + (mutual_gaps > 0 ? 0.1 * (gaps - mutual_gaps) : 0);
}

void ClassCounts::add(const ClassCounts& other) {
  rows += other.rows;
  for (std::size_t i = 0; i < of.size(); ++i) of[i] += other.of[i];
}

Separation separation(const SignatureData& data, const ClassCounts& a, const ClassCounts& b,
                      const std::vector<bool>& alike) {
  Separation out;
  double only_a = 0;
  double only_b = 0;
  double days = 0;
  for (std::size_t c = 0; c < data.columns; ++c) {
    const ColumnFace face_a = face_of(data, a, c);
    const ColumnFace face_b = face_of(data, b, c);
    only_a += held(face_a.filled, a.rows) * lacking(face_b.filled, b.rows);
    only_b += held(face_b.filled, b.rows) * lacking(face_a.filled, a.rows);
    const auto is_seen = [](double decided, double rows) { return decided >= std::max(5.0, 0.04 * rows); };
    if (!is_seen(face_a.decided, a.rows) || !is_seen(face_b.decided, b.rows)) continue;
    if (c < alike.size() && alike[c]) continue;
    const double apart = ramp(overlap(data, a, b, c, face_a, face_b), 0.05, 0.2);
    // Days are written by one habit in all columns: they speak once and a little more.
    (column_is_temporal(data, a, c) && column_is_temporal(data, b, c) ? days : out.codings) += apart;
  }
  out.codings += std::min(days, 1.0) + 0.25 * std::max(days - 1, 0.0);
  out.mutual_gaps = std::min(only_a, only_b);
  out.gaps = std::max(only_a, only_b);
  return out;
}

namespace {

/// Classes on their way to sources.
class Merging {
 public:
  Merging(const SignatureData& data, std::span<const std::uint32_t> class_of, std::vector<Variety> varieties)
      : data_(data), varieties_(std::move(varieties)) {
    const std::size_t classes = class_of.empty() ? 0 : *std::ranges::max_element(class_of) + 1;
    groups_.assign(classes, {std::vector<double>(data.categories.size(), 0), 0});
    source_.resize(classes);
    std::iota(source_.begin(), source_.end(), 0U);
    for (std::size_t i = 0; i < data.size(); ++i) {
      ClassCounts& group = groups_[class_of[i]];
      group.rows += data.weights[i];
      for (const std::uint32_t place : data.row(i)) group.of[place] += data.weights[i];
    }
    for (const ClassCounts& group : groups_) all_ += group.rows;
  }

  void run(const MergeRule& rule) {
    const double least = std::max(rule.least_rows, rule.least_share * all_);
    for (;;) {
      std::size_t from = 0;
      std::size_t into = 0;
      const double nearest = find_nearest(least, from, into);
      if (from == into) return;
      if (nearest >= rule.least_separation && std::min(groups_[from].rows, groups_[into].rows) >= least) {
        if (!find_smallest(least, from, into)) return;
      }
      groups_[into].add(groups_[from]);
      if (!varieties_.empty()) varieties_[into].add(varieties_[from]);
      groups_[from].rows = 0;
      for (std::uint32_t& source : source_) {
        if (source == from) source = static_cast<std::uint32_t>(into);
      }
    }
  }

  std::vector<std::uint32_t> numbered() const {
    std::map<std::uint32_t, double> rows;
    for (const std::uint32_t source : source_) rows[source] = groups_[source].rows;
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const auto& [source, count] : rows) order.emplace_back(-count, source);
    std::ranges::sort(order);
    std::map<std::uint32_t, std::uint32_t> number;
    for (const auto& [count, source] : order) number.emplace(source, static_cast<std::uint32_t>(number.size()));
    std::vector<std::uint32_t> out;
    out.reserve(source_.size());
    for (const std::uint32_t source : source_) out.push_back(number.at(source));
    return out;
  }

 private:
  [[nodiscard]] bool is_there(std::size_t k) const { return groups_[k].rows > 0; }

  /// The two groups that are least apart, both of some size when there are such.
  double find_nearest(double least, std::size_t& from, std::size_t& into) {
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t a = 0; a < groups_.size(); ++a) {
      for (std::size_t b = a + 1; b < groups_.size(); ++b) {
        if (!is_there(a) || !is_there(b) || std::min(groups_[a].rows, groups_[b].rows) < least) continue;
        const double apart = distance(a, b);
        if (apart >= nearest) continue;
        nearest = apart;
        from = groups_[a].rows < groups_[b].rows ? a : b;
        into = from == a ? b : a;
      }
    }
    if (from == into) {
      if (!find_smallest(least, from, into)) from = into = 0;
      return 0;
    }
    return nearest;
  }

  /// The smallest group below `least`, and what it is most like.
  bool find_smallest(double least, std::size_t& from, std::size_t& into) {
    std::size_t smallest = groups_.size();
    for (std::size_t k = 0; k < groups_.size(); ++k) {
      if (!is_there(k) || groups_[k].rows >= least) continue;
      if (smallest == groups_.size() || groups_[k].rows < groups_[smallest].rows) smallest = k;
    }
    if (smallest == groups_.size()) return false;
    double nearest = std::numeric_limits<double>::max();
    std::size_t best = smallest;
    for (std::size_t k = 0; k < groups_.size(); ++k) {
      if (k == smallest || !is_there(k)) continue;
      const double apart = unlikeness(smallest, k);
      if (apart < nearest) nearest = apart, best = k;
    }
    if (best == smallest) return false;
    from = smallest;
    into = best;
    return true;
  }

  double distance(std::size_t a, std::size_t b) const {
    if (varieties_.empty()) return separation(data_, groups_[a], groups_[b]).total();
    const auto alike = zeros_lost(varieties_[a], varieties_[b]);
    return separation(data_, groups_[a], groups_[b], alike).total() + stillness(varieties_[a], varieties_[b]);
  }

  /// Of few rows, what the larger group would make of them: natural logarithms a row, with room for damage.
  double unlikeness(std::size_t few, std::size_t many) const {
    double out = 0;
    for (std::size_t at = 0; at < data_.categories.size(); ++at) {
      if (groups_[few].of[at] <= 0) continue;
      const double chance = (groups_[many].of[at] + 0.5) / (groups_[many].rows + 1);
      out -= groups_[few].of[at] / groups_[few].rows * std::log(chance);
    }
    return out;
  }

  const SignatureData& data_;
  std::vector<Variety> varieties_;  ///< by group, or none
  std::vector<ClassCounts> groups_;
  std::vector<std::uint32_t> source_;  ///< group of each class
  double all_ = 0;
};

}  // namespace

std::vector<std::uint32_t> merge_classes(const SignatureData& data, std::span<const std::uint32_t> class_of,
                                         const MergeRule& rule, std::vector<Variety> varieties) {
  Merging merging(data, class_of, std::move(varieties));
  merging.run(rule);
  return merging.numbered();
}

}  // namespace sidik::origin
