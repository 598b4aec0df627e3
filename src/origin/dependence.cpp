#include "origin/dependence.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/dates.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kMostColumns = 32;
constexpr std::size_t kLeastRows = 200;
/// Categories of a column; rarer ones are one, as cells that expect next to nothing make any table look dependent.
constexpr int kMostCategories = 16;
constexpr int kLeastOfCategory = 20;
/// Standard deviations beyond chance; with few rows a cell the test has long tails.
constexpr double kFarBeyond = 15;
constexpr int kNone = -1;
constexpr int kPivot = 2049;

/// A column in categories, a row each.
using Categories = std::vector<int>;

/// What a field is told by: `first` characters of a number, however long the column's values are.
struct Telling {
  bool has_few = false;
  std::size_t first = 4;
};

std::string category_of(std::string_view field, Telling telling, text::DateOrder order, const pack::Pack& pack) {
  if (telling.has_few) return std::string(field);
  if (const auto date = text::parse_date(field, order, pack.months, kPivot)) return std::to_string(date->date.year / 5);
  if (std::ranges::all_of(field, text::is_digit)) return std::string(field.substr(0, telling.first));
  const std::string folded = text::fold_plain(field.substr(0, field.find(' ')));
  return folded.empty() ? std::string() : folded.substr(folded.size() - 1);
}

/// Numbers by how frequent the categories are; those that are rare are the last one.
struct Numbered {
  Categories of_row;
  double covered = 0;  ///< share of the filled rows that are in categories of their own
};

Numbered number(const std::vector<std::string>& words) {
  std::unordered_map<std::string, int> counts;
  int filled = 0;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    ++counts[word];
    ++filled;
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [word, count] : counts) order.emplace_back(-count, word);
  std::ranges::sort(order);
  const auto least = std::max(kLeastOfCategory, static_cast<int>(words.size() / 100));
  std::unordered_map<std::string, int> numbers;
  Numbered out;
  for (const auto& [count, word] : order) {
    const bool is_own = -count >= least && numbers.size() + 1 < kMostCategories;
    out.covered += is_own ? -static_cast<double>(count) / filled : 0;
    numbers.emplace(word, is_own ? static_cast<int>(numbers.size()) : kMostCategories - 1);
  }
  for (const std::string& word : words) out.of_row.push_back(word.empty() ? kNone : numbers.at(word));
  return out;
}

Categories categories_of(const SampledRows& sample, std::size_t column, const pack::Pack& pack) {
  constexpr std::size_t kFew = 60;
  constexpr double kEnough = 0.5;
  std::unordered_set<std::string_view> values;
  for (const auto* row : sample.rows) values.insert(row->field(column));
  for (Telling telling{values.size() <= kFew, 4};; --telling.first) {
    std::vector<std::string> words;
    for (const auto* row : sample.rows) {
      const std::string_view field = text::trim(row->field(column));
      words.push_back(field.empty() ? std::string()
                                    : category_of(field, telling, sample.meanings[column].date_order, pack));
    }
    Numbered numbered = number(words);
    if (numbered.covered >= kEnough || telling.has_few || telling.first == 1) return std::move(numbered.of_row);
  }
}

/// Pearson's statistic in standard deviations beyond its mean under independence; nothing where a column does not vary.
std::optional<double> beyond_chance(const Categories& left, const Categories& right) {
  std::vector<double> cells(kMostCategories * kMostCategories, 0);
  std::vector<double> rows(kMostCategories, 0);
  std::vector<double> columns(kMostCategories, 0);
  double all = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == kNone || right[i] == kNone) continue;
    ++cells[static_cast<std::size_t>(left[i] * kMostCategories + right[i])];
    ++rows[static_cast<std::size_t>(left[i])];
    ++columns[static_cast<std::size_t>(right[i])];
    ++all;
  }
  if (all < static_cast<double>(kLeastRows)) return std::nullopt;
  double statistic = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const double expected = rows[r] * columns[c] / all;
      if (expected > 0) statistic += std::pow(cells[r * columns.size() + c] - expected, 2) / expected;
    }
  }
  const auto used = [](const std::vector<double>& counts) {
    return static_cast<double>(std::ranges::count_if(counts, [](double count) { return count > 0; }));
  };
  const double freedom = (used(rows) - 1) * (used(columns) - 1);
  if (freedom < 1) return std::nullopt;
  return (statistic - freedom) / std::sqrt(2 * freedom);
}

std::size_t column_meaning(const SampledRows& sample, std::string_view meaning) {
  const auto found = std::ranges::find(sample.meanings, meaning, &identify::ColumnMeaning::meaning);
  return static_cast<std::size_t>(found - sample.meanings.begin());
}

/// Whether the local part of an address holds a word of the name.
bool is_made_of(std::string_view address, std::string_view name) {
  const std::string local = text::fold_plain(address.substr(0, address.find('@')));
  const std::string words = text::fold_plain(name);
  constexpr std::size_t kLeastLetters = 4;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end - at >= kLeastLetters && local.find(words.substr(at, end - at)) != std::string::npos) return true;
    at = end + 1;
  }
  return false;
}

/// Whether `holds` is true of a row's two fields far more often than of fields of two rows.
template <class Holds>
std::optional<bool> ties(const SampledRows& sample, std::size_t left, std::size_t right, Holds holds) {
  const std::size_t columns = sample.meanings.size();
  if (left >= columns || right >= columns) return std::nullopt;
  std::size_t asked = 0;
  std::size_t own = 0;
  std::size_t others = 0;
  const std::size_t rows = sample.rows.size();
  for (std::size_t r = 0; r < rows; ++r) {
    const std::string_view one = sample.rows[r]->field(left);
    const std::string_view other = sample.rows[r]->field(right);
    if (one.empty() || other.empty()) continue;
    ++asked;
    own += holds(other, one) ? 1 : 0;
    others += holds(other, sample.rows[(r + rows / 2 + 1) % rows]->field(left)) ? 1 : 0;
  }
  if (asked < kLeastRows / 2) return std::nullopt;
  constexpr double kLeastShare = 0.1;
  return static_cast<double>(own) - static_cast<double>(others) > kLeastShare * static_cast<double>(asked);
}

}  // namespace

DependentPairs dependent_pairs(const SampledRows& sample, const pack::Pack& pack) {
  std::vector<Categories> columns;
  for (std::size_t c = 0; c < std::min(sample.names.size(), kMostColumns); ++c)
    columns.push_back(categories_of(sample, c, pack));
  DependentPairs out;
  for (std::size_t left = 0; left < columns.size(); ++left) {
    for (std::size_t right = left + 1; right < columns.size(); ++right) {
      const auto beyond = beyond_chance(columns[left], columns[right]);
      if (!beyond) continue;
      ++out.asked;
      out.dependent += *beyond > kFarBeyond ? 1 : 0;
    }
  }
  return out;
}

std::optional<double> name_ties(const SampledRows& sample, const pack::Pack& pack) {
  const std::size_t name = column_meaning(sample, "person.name");
  if (name >= sample.meanings.size()) return std::nullopt;
  std::size_t asked = 0;
  std::size_t tied = 0;
  const auto note = [&](std::optional<bool> is_tied) {
    if (!is_tied) return;
    ++asked;
    tied += *is_tied ? 1 : 0;
  };
  note(ties(sample, name, column_meaning(sample, "contact.email"), is_made_of));
  note(ties(
      sample, name, column_meaning(sample, "person.name_printed"), [](std::string_view printed, std::string_view of) {
        return text::fold_plain(printed.substr(0, printed.find(' '))) == text::fold_plain(of.substr(0, of.find(' ')));
      }));
  if (const std::size_t sex = column_meaning(sample, "person.sex"); sex < sample.meanings.size()) {
    const auto beyond = beyond_chance(categories_of(sample, name, pack), categories_of(sample, sex, pack));
    if (beyond) note(*beyond > kFarBeyond);
  }
  if (asked == 0) return std::nullopt;
  return static_cast<double>(tied) / static_cast<double>(asked);
}

}  // namespace sidik::origin
