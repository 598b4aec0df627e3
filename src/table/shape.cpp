#include "table/shape.hpp"

#include <array>

namespace sidik::table {
namespace {

enum : std::uint16_t {
  kDigit = 1,
  kHexLetter = 2,
  kLower = 4,
  kUpper = 8,
  kBlank = 16,
  kNamePunctuation = 32,
  kDateMark = 64,
  kColon = 128,
  kAt = 256,
  kPlus = 512,
  kParenthesis = 1024,
  kOther = 2048,
  kHigh = 4096,
  kPoint = 8192,
  kMinus = 16384,
};

constexpr std::array<std::uint16_t, 256> make_classes() {
  std::array<std::uint16_t, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    std::uint16_t bits = 0;
    if (c >= '0' && c <= '9')
      bits = kDigit;
    else if (c >= 'a' && c <= 'z')
      bits = kLower;
    else if (c >= 'A' && c <= 'Z')
      bits = kUpper;
    else if (c >= 0x80)
      bits = kHigh;
    else if (c == ' ' || c == '\t')
      bits = kBlank;
    else if (c == '\'' || c == ',')
      bits = kNamePunctuation;
    else if (c == '.')
      bits = kPoint;
    else if (c == '-')
      bits = kMinus;
    else if (c == '/')
      bits = kDateMark;
    else if (c == ':')
      bits = kColon;
    else if (c == '@')
      bits = kAt;
    else if (c == '+')
      bits = kPlus;
    else if (c == '(' || c == ')')
      bits = kParenthesis;
    else
      bits = kOther;
    if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) bits |= kHexLetter;
    classes[c] = bits;
  }
  return classes;
}
constexpr auto kClasses = make_classes();

bool is_only(std::uint16_t seen, std::uint16_t allowed) { return (seen & ~allowed) == 0; }

bool is_decimal(std::string_view field) {
  std::size_t i = 0;
  std::size_t digits = 0;
  bool point = false;
  if (field[i] == '+' || field[i] == '-') ++i;
  for (; i < field.size(); ++i) {
    const char c = field[i];
    if (c >= '0' && c <= '9')
      ++digits;
    else if ((c == '.' || c == ',') && !point)
      point = true;
    else if ((c == 'e' || c == 'E') && digits > 0 && i + 1 < field.size()) {
      std::size_t j = i + 1;
      if (field[j] == '+' || field[j] == '-') ++j;
      if (j == field.size()) return false;
      for (; j < field.size(); ++j) {
        if (field[j] < '0' || field[j] > '9') return false;
      }
      return true;
    } else {
      return false;
    }
  }
  return digits > 0;
}

ShapeClass letters_shape(std::uint16_t seen) {
  if ((seen & kUpper) && (seen & kLower)) return ShapeClass::mixed;
  if (seen & kUpper) return ShapeClass::upper;
  if (seen & kLower) return ShapeClass::lower;
  return ShapeClass::mixed;
}

/// Digits and marks only: a date when two equal marks split three groups, 6 to 10 characters in all.
bool is_date(std::string_view field) {
  if (field.size() < 6 || field.size() > 10) return false;
  char mark = 0;
  int marks = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    if (c >= '0' && c <= '9') continue;
    if (mark != 0 && c != mark) return false;
    if (i == 0 || i + 1 == field.size() || (marks > 0 && i == last + 1)) return false;
    mark = c;
    last = i;
    ++marks;
  }
  return marks == 2 && (mark == '-' || mark == '/' || mark == '.');
}

bool is_timestamp(std::string_view field) {
  std::size_t split = 0;
  while (split < field.size() && field[split] != ' ' && field[split] != 'T') ++split;
  return split < field.size() && is_date(field.substr(0, split)) && field.find(':', split) != std::string_view::npos;
}

}  // namespace

ShapeClass shape_of(std::string_view field) {
  if (field.empty()) return ShapeClass::empty;
  std::uint16_t seen = 0;
  for (const char c : field) seen |= kClasses[static_cast<unsigned char>(c)];
  const std::uint16_t kind = seen & static_cast<std::uint16_t>(~kHexLetter);
  if (kind == kDigit) return ShapeClass::digits;
  const bool has_letters = (seen & (kLower | kUpper | kHigh)) != 0;
  if (!(seen & kDigit) && !has_letters) return ShapeClass::symbols;
  if (is_only(kind, kLower | kUpper | kHigh | kBlank | kNamePunctuation | kPoint | kMinus) && has_letters &&
      !(seen & kDigit)) {
    return letters_shape(seen);
  }
  if ((seen & kDigit) && !has_letters) {
    if (is_date(field)) return ShapeClass::date;
    if (is_decimal(field)) return ShapeClass::decimal;
    if ((seen & kColon) && is_timestamp(field)) return ShapeClass::timestamp;
    if (is_only(kind, kDigit | kBlank | kMinus | kPlus | kParenthesis | kPoint)) return ShapeClass::phone;
    return ShapeClass::text;
  }
  if ((seen & kAt) && !(seen & kBlank)) {
    const auto at = field.find('@');
    if (at > 0 && at + 1 < field.size() && field.find('@', at + 1) == std::string_view::npos) return ShapeClass::email;
  }
  if ((seen & kColon) && is_timestamp(field)) return ShapeClass::timestamp;
  if (is_only(kind, kDigit | kLower | kUpper)) {
    if (field.size() >= 8 && (seen & kDigit)) {
      bool hexadecimal = true;
      for (const char c : field) hexadecimal &= (kClasses[static_cast<unsigned char>(c)] & (kDigit | kHexLetter)) != 0;
      if (hexadecimal) return ShapeClass::hexadecimal;
    }
    return ShapeClass::alphanumeric;
  }
  if ((seen & kDigit) && is_decimal(field)) return ShapeClass::decimal;
  return ShapeClass::text;
}

std::string_view shape_name(ShapeClass shape) {
  static constexpr std::array<std::string_view, kShapeClasses> kNames = {
      "empty",        "digits", "decimal",   "hexadecimal", "upper", "lower",   "mixed",
      "alphanumeric", "date",   "timestamp", "email",       "phone", "symbols", "text"};
  return kNames[static_cast<std::size_t>(shape)];
}

}  // namespace sidik::table
