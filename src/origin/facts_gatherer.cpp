#include "origin/facts_gatherer.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "origin/date_form.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kFewCodes = 64;
constexpr std::size_t kFewStarts = 200;
constexpr std::size_t kStart = 4;
constexpr double kLeastShownEqual = 0.05;

std::string_view trimmed(std::string_view field) {
  while (!field.empty() && (field.front() == ' ' || field.front() == '\t')) field.remove_prefix(1);
  while (!field.empty() && (field.back() == ' ' || field.back() == '\t')) field.remove_suffix(1);
  return field;
}

bool is_nothing(std::string_view field) {
  static constexpr std::array<std::string_view, 7> kNothing{"NULL", "null", "-", "\\N", "N/A", "None", "nil"};
  return field.empty() || std::ranges::find(kNothing, field) != kNothing.end();
}

/// The place at which `share` of the counts are reached.
template <class Counts>
std::size_t percentile(const Counts& counts, std::uint64_t total, double share) {
  const double wanted = share * static_cast<double>(total);
  double seen = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    seen += static_cast<double>(counts[i]);
    if (seen > wanted) return i;
  }
  return counts.size() - 1;
}

int year_at(const std::map<int, std::uint64_t>& years, double share) {
  std::uint64_t total = 0;
  for (const auto& [year, count] : years) total += count;
  double seen = 0;
  for (const auto& [year, count] : years) {
    seen += static_cast<double>(count);
    if (seen > share * static_cast<double>(total)) return year;
  }
  return years.empty() ? 0 : years.rbegin()->first;
}

}  // namespace

FactsGatherer::FactsGatherer(std::vector<std::string> names, std::vector<std::string> meanings, const pack::Pack& pack)
    : names_(std::move(names)), meanings_(std::move(meanings)), pack_(pack), columns_(names_.size()) {
  meanings_.resize(names_.size(), "unknown");
  row_.resize(names_.size());
  const std::size_t linked = std::min(names_.size(), kMostLinked);
  both_.resize(linked * linked);
  equal_.resize(linked * linked);
}

void FactsGatherer::add_field(Gathered& column, std::string_view field, std::size_t hash) const {
  ++column.filled;
  ++column.shapes[static_cast<std::size_t>(table::shape_of(field))];
  ++column.lengths[std::min<std::size_t>(field.size(), 64)];
  const DateReading date = read_date_form(field, pack_.months);
  ++column.dates[static_cast<std::size_t>(date.form)];
  column.with_time += date.has_time ? 1 : 0;
  if (date.year != 0) ++column.years[date.year];
  column.distinct.insert(hash);
  if (column.codes.size() <= kFewCodes && field.size() <= 32) ++column.codes[std::string(field)];
  if (column.starts.size() <= kFewStarts) ++column.starts[std::string(field.substr(0, kStart))];
}

void FactsGatherer::add(std::span<const std::string_view> record) {
  if (records_ >= kMostRecords) return;
  ++records_;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const std::string_view field = c < record.size() ? trimmed(record[c]) : std::string_view();
    row_[c] = is_nothing(field) ? 0 : std::hash<std::string_view>{}(field) | 1U;
    if (row_[c] != 0) add_field(columns_[c], field, row_[c]);
  }
  add_links();
}

void FactsGatherer::add_links() {
  const std::size_t linked = std::min(row_.size(), kMostLinked);
  for (std::size_t left = 0; left < linked; ++left) {
    if (row_[left] == 0) continue;
    for (std::size_t right = left + 1; right < linked; ++right) {
      both_[left * linked + right] += row_[right] != 0 ? 1 : 0;
      equal_[left * linked + right] += row_[left] == row_[right] ? 1 : 0;
    }
  }
}

ColumnFacts FactsGatherer::facts_of(std::size_t column) const {
  const Gathered& from = columns_[column];
  ColumnFacts out;
  out.name = names_[column];
  out.meaning = meanings_[column];
  out.values = from.filled;
  if (from.filled == 0) return out;
  const auto filled = static_cast<double>(from.filled);
  out.filled = filled / static_cast<double>(records_);
  for (std::size_t s = 0; s < out.shapes.size(); ++s) out.shapes[s] = static_cast<double>(from.shapes[s]) / filled;
  out.shortest = static_cast<std::uint32_t>(percentile(from.lengths, from.filled, 0.05));
  out.longest = static_cast<std::uint32_t>(percentile(from.lengths, from.filled, 0.95));
  const DateForms forms = settle_date_forms(from.dates);
  if (static_cast<double>(forms.count) >= 0.8 * filled) {
    out.dates = forms.form;
    out.has_times = 2 * from.with_time > from.filled;
    out.first_year = year_at(from.years, 0.05);
    out.last_year = year_at(from.years, 0.95);
  }
  out.distinct = static_cast<double>(from.distinct.size()) / filled;
  const bool few = from.codes.size() <= kFewCodes && (out.distinct < 0.3 || from.codes.size() <= 2);
  if (few) {
    for (const auto& [code, count] : from.codes) out.codes.emplace_back(code, static_cast<double>(count) / filled);
    std::ranges::sort(out.codes, [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
  }
  if (from.starts.size() <= kFewStarts) {
    for (const auto& [start, count] : from.starts) out.starts[start] = static_cast<double>(count) / filled;
  }
  return out;
}

StratumFacts FactsGatherer::finish() const {
  StratumFacts out;
  out.records = records_;
  for (std::size_t c = 0; c < columns_.size(); ++c) out.columns.push_back(facts_of(c));
  const std::size_t linked = std::min(row_.size(), kMostLinked);
  for (std::size_t left = 0; left < linked; ++left) {
    for (std::size_t right = left + 1; right < linked; ++right) {
      const auto both = static_cast<double>(both_[left * linked + right]);
      const auto equal = static_cast<double>(equal_[left * linked + right]);
      // Codes that two columns share by chance are no link.
      const bool are_codes = !out.columns[left].codes.empty() || !out.columns[right].codes.empty();
      if (both < 20 || are_codes || equal < kLeastShownEqual * both) continue;
      out.links.push_back({ColumnLink::Kind::equal, left, right, equal / both});
    }
  }
  return out;
}

}  // namespace sidik::origin
