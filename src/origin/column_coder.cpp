#include "origin/column_coder.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "origin/value_lists.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kSampledRows = 6000;
/// A column has few values when it has no more than this many, each standing in several rows.
constexpr std::size_t kFewValues = 40;
constexpr std::size_t kRowsAValue = 8;
constexpr std::size_t kLongestCode = 24;

using Row = std::span<const std::string_view>;

std::vector<Row> choose_rows(std::span<const table::RecordBatch* const> sample) {
  std::size_t records = 0;
  for (const auto* batch : sample) records += batch->records();
  const std::size_t step = records / kSampledRows + 1;
  std::vector<Row> rows;
  std::size_t at = 0;
  for (const auto* batch : sample) {
    for (std::size_t r = 0; r < batch->records(); ++r, ++at) {
      if (at % step == 0) rows.push_back(batch->record(r));
    }
  }
  return rows;
}

std::string_view field_of(Row row, std::size_t column) {
  return column < row.size() ? row[column] : std::string_view();
}

/// Few lengths that hold nearly all numbers are a habit; so are few first digits.
CodingHints learn_hints(std::span<const Row> rows, std::size_t column) {
  std::array<std::size_t, 32> lengths{};
  std::array<std::size_t, 10> starts{};
  std::size_t numbers = 0;
  for (const Row row : rows) {
    const std::string_view field = field_of(row, column);
    if (field.empty() || !std::ranges::all_of(field, text::is_digit)) continue;
    ++lengths[std::min<std::size_t>(field.size(), 31)];
    ++starts[static_cast<std::size_t>(field.front() - '0')];
    ++numbers;
  }
  const auto covered = [&](auto counts, std::size_t most) {
    std::ranges::sort(counts, std::greater<>());
    std::size_t sum = 0;
    for (std::size_t i = 0; i < most; ++i) sum += counts[i];
    return sum * 100 >= numbers * 97;
  };
  return {numbers == 0 || covered(lengths, 8), numbers > 0 && covered(starts, 3)};
}

/// Fewer rows do not tell chance from dependence.
constexpr std::size_t kLeastRowsForChance = 1500;
/// Bits that two columns may seem to have in common by chance.
constexpr double kMostChance = 0.012;

/// The codings of a column over the sample: its frequent ones by number, all others as the last.
class CodedColumn {
 public:
  explicit CodedColumn(const std::vector<Coding>& codings) {
    std::map<Coding, std::size_t> counts;
    for (const Coding coding : codings) ++counts[coding];
    std::vector<std::pair<std::size_t, Coding>> order;
    for (const auto& [coding, count] : counts) order.emplace_back(count, coding);
    std::ranges::sort(order, std::greater<>());
    std::map<Coding, std::uint8_t> number;
    for (const auto& [count, coding] : order) {
      if (count * 200 < codings.size() || frequent_.size() == kMostFrequent) break;
      number.emplace(coding, static_cast<std::uint8_t>(frequent_.size()));
      frequent_.push_back(coding);
      shares_.push_back(static_cast<double>(count) / static_cast<double>(codings.size()));
    }
    for (const Coding coding : codings) {
      const auto found = number.find(coding);
      of_row_.push_back(found == number.end() ? static_cast<std::uint8_t>(frequent_.size()) : found->second);
    }
  }
  /// With the last one, that of all others.
  [[nodiscard]] std::size_t size() const { return frequent_.size() < 2 ? 1 : frequent_.size() + 1; }
  [[nodiscard]] const std::vector<std::uint8_t>& of_row() const { return of_row_; }
  [[nodiscard]] const std::vector<Coding>& frequent() const { return frequent_; }
  /// The most frequent coding of a field that says something; nothing, where hardly any field does.
  [[nodiscard]] Coding usual() const {
    double filled = 0;
    Coding most = kEmpty;
    for (std::size_t i = 0; i < frequent_.size(); ++i) {
      if (is_nothing(frequent_[i])) continue;
      filled += shares_[i];
      if (most == kEmpty && !is_undecided(frequent_[i])) most = frequent_[i];
    }
    return filled < 0.25 ? frequent_.front() : most;
  }

 private:
  static constexpr std::size_t kMostFrequent = 12;
  std::vector<Coding> frequent_;
  std::vector<double> shares_;
  std::vector<std::uint8_t> of_row_;
};

/// In bits, less what chance alone is expected to give.
double mutual_information(const CodedColumn& a, const CodedColumn& b) {
  std::vector<double> cells(a.size() * b.size());
  std::vector<double> rows(a.size());
  std::vector<double> columns(b.size());
  const auto all = static_cast<double>(a.of_row().size());
  for (std::size_t i = 0; i < a.of_row().size(); ++i) {
    const std::size_t u = a.of_row()[i];
    const std::size_t v = b.of_row()[i];
    ++cells[u * b.size() + v], ++rows[u], ++columns[v];
  }
  double out = 0;
  for (std::size_t u = 0; u < a.size(); ++u) {
    for (std::size_t v = 0; v < b.size(); ++v) {
      const double n = cells[u * b.size() + v];
      if (n > 0) out += n / all * std::log2(n * all / (rows[u] * columns[v]));
    }
  }
  const auto freedom = static_cast<double>((a.size() - 1) * (b.size() - 1));
  return out - freedom / (2 * all * std::log(2.0));
}

}  // namespace

/// Builds coders.
class CoderSchool {
 public:
  CoderSchool(std::vector<Row> rows, std::size_t columns) : rows_(std::move(rows)), coders_(columns) {
    for (std::size_t c = 0; c < columns; ++c) {
      coders_[c].hints_ = learn_hints(rows_, c);
      gather_values(c);
    }
    const auto lists = find_value_lists(columns_);
    for (std::size_t i = 0; i < columns_.size(); ++i) teach(coders_[places_[i]], words_[i], columns_[i], lists[i]);
    merge_chance();
  }
  std::vector<ColumnCoder> take() { return std::move(coders_); }

 private:
  /// Finds the columns whose codings tell nothing about any other column: who left a field empty there did so by
  /// chance.
  void merge_chance() {
    if (rows_.size() < kLeastRowsForChance) return;
    std::vector<CodedColumn> coded;
    for (std::size_t c = 0; c < coders_.size(); ++c) {
      std::vector<Coding> codings;
      codings.reserve(rows_.size());
      for (const Row row : rows_) codings.push_back(coders_[c].code_fully(field_of(row, c)));
      coded.emplace_back(codings);
    }
    std::vector<bool> tells(coded.size(), false);
    for (std::size_t a = 0; a < coded.size(); ++a) {
      for (std::size_t b = a + 1; b < coded.size(); ++b) {
        if ((tells[a] && tells[b]) || coded[a].size() < 2 || coded[b].size() < 2) continue;
        if (mutual_information(coded[a], coded[b]) > kMostChance) tells[a] = tells[b] = true;
      }
    }
    for (std::size_t c = 0; c < coded.size(); ++c) {
      if (tells[c] || coded[c].size() < 2) continue;
      coders_[c].chance_ = coded[c].frequent();
      coders_[c].usual_ = coded[c].usual();
    }
  }

  void gather_values(std::size_t c) {
    std::map<std::string_view, std::size_t> counts;
    std::size_t filled = 0;
    for (const Row row : rows_) {
      const std::string_view field = field_of(row, c);
      if (is_nothing(coding_of(field, {}))) continue;
      ++filled;
      ++counts[field];
      if (counts.size() > kFewValues + filled / 20) return;
    }
    // Slips and damage make rare values everywhere; what counts is that the frequent ones are few.
    std::erase_if(counts, [&](const auto& value) { return value.second < 3 || value.first.size() > kLongestCode; });
    std::size_t kept = 0;
    for (const auto& value : counts) kept += value.second;
    if (counts.empty() || counts.size() > kFewValues || kept * 100 < filled * 94 ||
        filled < kRowsAValue * counts.size())
      return;
    ValueColumn column;
    std::vector<std::string> words;
    std::map<std::string_view, std::uint8_t> place;
    for (const auto& [value, count] : counts) {
      place[value] = static_cast<std::uint8_t>(words.size());
      words.emplace_back(value);
      column.format.push_back(coding_of(value, {}));
    }
    column.values = words.size();
    for (const Row row : rows_) {
      const auto found = place.find(field_of(row, c));
      column.value_of_row.push_back(found == place.end() ? ValueColumn::kNone : found->second);
    }
    places_.push_back(c);
    words_.push_back(std::move(words));
    columns_.push_back(std::move(column));
  }

  static void teach(ColumnCoder& coder, const std::vector<std::string>& words, const ValueColumn& column,
                    const std::vector<std::size_t>& lists) {
    std::map<Coding, std::vector<Coding>> of_format;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto coding = static_cast<Coding>(kListBit | lists[i]);
      coder.lists_.emplace(words[i], coding);
      coder.format_of_list_.emplace(coding, static_cast<Coding>(column.format[i]));
      of_format[static_cast<Coding>(column.format[i])].push_back(coding);
    }
    for (auto& [format, codings] : of_format) {
      std::ranges::sort(codings);
      if (codings.front() == codings.back()) coder.list_of_format_.emplace(format, codings.front());
    }
  }

  std::vector<Row> rows_;
  std::vector<ColumnCoder> coders_;
  std::vector<std::size_t> places_;
  std::vector<std::vector<std::string>> words_;
  std::vector<ValueColumn> columns_;
};

Coding ColumnCoder::code_fully(std::string_view field) const {
  if (field.empty()) return kEmpty;
  if (lists_.empty()) return coding_of(field, hints_);
  if (field.size() <= kLongestCode) {
    const auto found = lists_.find(field);
    if (found != lists_.end()) return found->second;
  }
  const Coding format = coding_of(field, {});
  const auto list = list_of_format_.find(format);
  return list == list_of_format_.end() ? format : list->second;
}

std::string ColumnCoder::words(Coding coding) const {
  const auto format = format_of_list_.find(coding);
  return format == format_of_list_.end() ? coding_words(coding) : "code, " + coding_words(format->second);
}

std::vector<ColumnCoder> learn_coders(std::span<const table::RecordBatch* const> sample, std::size_t columns) {
  return CoderSchool(choose_rows(sample), columns).take();
}

}  // namespace sidik::origin
