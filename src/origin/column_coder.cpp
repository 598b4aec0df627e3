#include "origin/column_coder.hpp"

#include <algorithm>
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
  }
  std::vector<ColumnCoder> take() { return std::move(coders_); }

 private:
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

Coding ColumnCoder::code(std::string_view field) const {
  if (field.empty()) return kEmpty;
  if (lists_.empty()) return coding_of(field, hints_);
  if (field.size() <= kLongestCode) {
    const auto found = lists_.find(std::string(field));
    if (found != lists_.end()) return found->second;
  }
  const Coding format = coding_of(field, {});
  const auto list = list_of_format_.find(format);
  return list == list_of_format_.end() ? format : list->second;
}

std::vector<ColumnCoder> learn_coders(std::span<const table::RecordBatch* const> sample, std::size_t columns) {
  return CoderSchool(choose_rows(sample), columns).take();
}

}  // namespace sidik::origin
