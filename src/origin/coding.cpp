#include "origin/coding.hpp"

#include <algorithm>
#include <array>

#include "table/shape.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

using table::ShapeClass;

constexpr unsigned kShapeAt = 11;
constexpr std::size_t kLongestToken = 20;

constexpr Coding make(ShapeClass shape, unsigned more) {
  return static_cast<Coding>((static_cast<unsigned>(shape) << kShapeAt) | (more & 0x3ffU));
}
ShapeClass shape_in(Coding coding) { return static_cast<ShapeClass>((coding >> kShapeAt) & 15U); }

/// 1 to 15 for a word that stands for nothing, else 0.
Coding word_for_nothing(std::string_view field) {
  static constexpr std::array<std::string_view, 12> kWords = {"NULL", "null", "-",   "\\N", "N/A",        "n/a",
                                                              "None", "nil",  "NaN", "--",  "0000-00-00", "(null)"};
  if (field.size() > 10) return 0;
  const auto* const found = std::ranges::find(kWords, field);
  return found == kWords.end() ? Coding{0} : static_cast<Coding>(1 + (found - kWords.begin()));
}

/// A hash of the runs of a token: kinds of characters, marks as they are, lengths as far as they are short.
unsigned template_of(std::string_view field, bool with_lengths) {
  unsigned hash = 17;
  for (std::size_t i = 0; i < field.size();) {
    const auto kind = [](char c) {
      if (text::is_digit(c)) return '9';
      if (c >= 'a' && c <= 'z') return 'a';
      if (c >= 'A' && c <= 'Z') return 'A';
      return static_cast<unsigned char>(c) >= 0x80 ? 'u' : c;
    };
    const char run = kind(field[i]);
    std::size_t end = i + 1;
    while (end < field.size() && kind(field[end]) == run) ++end;
    const std::size_t length = with_lengths ? std::min<std::size_t>(end - i, 6) : 0;
    hash = hash * 31 + static_cast<unsigned char>(run) * 7 + static_cast<unsigned>(length);
    i = end;
  }
  return hash ^ (hash >> 10U) ^ (hash >> 20U);
}

unsigned number_at(std::string_view field, std::size_t at) {
  return static_cast<unsigned>(field[at] - '0') * 10 + static_cast<unsigned>(field[at + 1] - '0');
}

/// The pattern of a day or time, and which of two leading pairs of digits must be the day.
Coding temporal(ShapeClass shape, std::string_view field) {
  const std::string_view day = field.substr(0, std::min<std::size_t>(field.size(), 10));
  unsigned pattern = template_of(day.substr(0, day.find_first_of(" T")), true) & 0x3fU;
  if (field.size() > 10) pattern |= field.ends_with(" 00:00:00") ? 0x100U : 0;
  const bool starts_with_pairs = field.size() >= 6 && text::is_digit(field[0]) && text::is_digit(field[1]) &&
                                 !text::is_digit(field[2]) && text::is_digit(field[3]) && text::is_digit(field[4]) &&
                                 !text::is_digit(field[5]);
  if (!starts_with_pairs) return make(shape, pattern);
  const bool is_day_first = number_at(field, 0) > 12;
  const bool is_month_first = number_at(field, 3) > 12;
  if (is_day_first == is_month_first) return static_cast<Coding>(make(shape, pattern) | kUndecidedBit);
  return make(shape, pattern | (is_day_first ? 0x40U : 0x80U));
}

unsigned letters(std::string_view field) { return field.size() <= 1 ? 1 : field.size() <= 3 ? 2 : 0; }

unsigned digits(std::string_view field, const CodingHints& hints) {
  const auto length = static_cast<unsigned>(std::min<std::size_t>(field.size(), 31));
  const auto first = static_cast<unsigned>(field.front() - '0');
  return (hints.has_fixed_lengths ? length : 0) | ((hints.has_fixed_starts ? first : 15U) << 5U);
}

}  // namespace

bool is_temporal(Coding coding) {
  if (is_nothing(coding) || is_list(coding)) return false;
  const ShapeClass shape = shape_in(coding);
  return shape == ShapeClass::date || shape == ShapeClass::timestamp;
}

bool is_undecided(Coding coding) { return is_temporal(coding) && (coding & kUndecidedBit) != 0; }

std::string coding_words(Coding coding) {
  if (coding == kEmpty) return "empty";
  if (is_nothing(coding)) return "a word for nothing";
  if (is_list(coding)) return "code";
  const ShapeClass shape = shape_in(coding);
  std::string out(table::shape_name(shape));
  if (shape == ShapeClass::digits && (coding & 31U) != 0) out += ' ' + std::to_string(coding & 31U);
  if (is_temporal(coding)) {
    if (is_undecided(coding) || (coding & 0x40U) != 0)
      out += " day first";
    else
      out += (coding & 0x80U) != 0 ? " month first" : " year first";
  }
  return out;
}

Coding coding_of(std::string_view field, const CodingHints& hints) {
  if (field.empty()) return kEmpty;
  if (const Coding nothing = word_for_nothing(field); nothing != 0) return nothing;
  const ShapeClass shape = table::shape_of(field);
  const bool is_token = field.size() <= kLongestToken && field.find(' ') == std::string_view::npos;
  switch (shape) {
    case ShapeClass::digits:
      return make(shape, digits(field, hints));
    case ShapeClass::date:
    case ShapeClass::timestamp:
      return temporal(shape, field);
    case ShapeClass::upper:
    case ShapeClass::lower:
    case ShapeClass::mixed:
      return make(shape, letters(field));
    case ShapeClass::hexadecimal:
      return make(shape, static_cast<unsigned>(std::min<std::size_t>(field.size(), 127)));
    case ShapeClass::email:
      return make(shape, std::ranges::any_of(field, [](char c) { return c >= 'A' && c <= 'Z'; }) ? 1 : 0);
    case ShapeClass::decimal:
      return make(shape, (field.find(',') != std::string_view::npos ? 1U : 0U) |
                             (field.find_first_of("eE") != std::string_view::npos ? 2U : 0U));
    case ShapeClass::phone:
      return make(shape, (field.front() == '+' ? 1U : 0U) |
                             (field.find_first_of("-.") != std::string_view::npos ? 2U : 0U) |
                             (field.find(' ') != std::string_view::npos ? 4U : 0U));
    case ShapeClass::symbols:
      return make(shape, static_cast<unsigned char>(field.front()));
    default:
      return make(shape, is_token ? template_of(field, true) & 0xffU : 0x100U);
  }
}

}  // namespace sidik::origin
