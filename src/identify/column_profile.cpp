#include "identify/column_profile.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "identify/placeholder.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr std::size_t kValuesAtMost = 400;

struct Marks {
  std::size_t digits = 0, letters = 0, blanks = 0, name_marks = 0, others = 0;
  bool capital = false;
};

Marks marks_of(std::string_view value) {
  Marks marks;
  bool first = true;
  for (const char c : value) {
    const bool high = static_cast<unsigned char>(c) >= 0x80;
    if (text::is_digit(c)) {
      ++marks.digits;
    } else if (text::is_letter(c) || high) {
      if (first) marks.capital = high || text::is_upper(c);
      first = false;
      ++marks.letters;
    } else if (text::is_blank(c)) {
      ++marks.blanks;
    } else if (c == '.' || c == '\'' || c == '-' || c == ',') {
      ++marks.name_marks;
    } else {
      ++marks.others;
    }
  }
  return marks;
}

std::size_t count_words(std::string_view value) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : value) {
    words += !text::is_blank(c) && !inside ? 1 : 0;
    inside = !text::is_blank(c);
  }
  return words;
}

}  // namespace

bool read_number(std::string_view field, double& out) {
  if (field.starts_with('+')) field.remove_prefix(1);
  if (field.empty() || field.size() > 24) return false;
  char copy[24];
  std::size_t commas = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    copy[i] = field[i] == ',' ? '.' : field[i];
    commas += field[i] == ',' ? 1 : 0;
  }
  if (commas > 1) return false;
  const auto [end, error] = std::from_chars(copy, copy + field.size(), out, std::chars_format::fixed);
  return error == std::errc() && end == copy + field.size();
}

ColumnProfile profile_of(const ColumnSample& sample) {
  ColumnProfile out;
  std::vector<std::string_view> kept;
  for (const std::string_view value : sample.values) {
    out.rows.push_back(text::trim(value));
    if (!is_placeholder(out.rows.back())) kept.push_back(out.rows.back());
  }
  const std::size_t step = kept.size() / kValuesAtMost + 1;
  for (std::size_t i = 0; i < kept.size(); i += step) out.values.push_back(kept[i]);
  if (out.values.empty()) return out;
  std::unordered_set<std::string_view> seen;
  double numbers = 0;
  const double share = 1.0 / static_cast<double>(out.values.size());
  out.shortest = out.values[0].size();
  for (const std::string_view value : out.values) {
    if (seen.insert(value).second) out.distinct.push_back(value);
    const Marks marks = marks_of(value);
    const std::size_t words = count_words(value);
    const bool letters = marks.letters > 0 && marks.digits == 0 && marks.others == 0;
    out.digits_only += marks.digits == value.size() ? share : 0;
    out.letters_only += letters ? share : 0;
    out.with_blank += marks.blanks > 0 ? share : 0;
    out.with_digit += marks.digits > 0 ? share : 0;
    out.with_letter += marks.letters > 0 ? share : 0;
    out.capital_first += marks.capital ? share : 0;
    out.single_word += letters && words == 1 ? share : 0;
    out.mean_length += static_cast<double>(text::length(value)) * share;
    out.mean_words += static_cast<double>(words) * share;
    out.shortest = std::min(out.shortest, value.size());
    out.longest = std::max(out.longest, value.size());
    double number = 0;
    if (!read_number(value, number)) continue;
    out.least = numbers == 0 ? number : std::min(out.least, number);
    out.most = numbers == 0 ? number : std::max(out.most, number);
    out.mean += number;
    ++numbers;
    out.decimal += marks.digits < value.size() && value.find_first_of(".,") != std::string_view::npos ? share : 0;
  }
  if (numbers > 0) out.mean /= numbers;
  out.numeric = numbers * share;
  out.repeats = static_cast<double>(out.distinct.size()) * share;
  return out;
}

}  // namespace sidik::identify
