#include "people/comparison.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "people/edit_distance.hpp"
#include "people/jaro_winkler.hpp"
#include "people/word_agreement.hpp"
#include "text/dates.hpp"
#include "text/letters.hpp"

namespace sidik::people {
namespace {

constexpr double kClose = 0.92;
constexpr double kSimilar = 0.85;
constexpr double kWeak = 0.75;

Level by_likeness(double likeness) {
  if (likeness >= kClose) return Level::close;
  if (likeness >= kSimilar) return Level::similar;
  return likeness >= kWeak ? Level::weak : Level::different;
}

/// One letter or the beginning of the other: R, Rob, Robert.
bool is_short_form(std::string_view left, std::string_view right) {
  if (left.size() > right.size()) std::swap(left, right);
  return right.starts_with(left) && (left.size() == 1 || left.size() >= 3);
}

Level compare_texts(std::string_view left, std::string_view right) {
  const std::size_t shorter = std::min(left.size(), right.size());
  const std::size_t edits = edit_distance(left, right, 2);
  if (edits == 1 && shorter >= 3) return Level::near;
  if (edits == 2 && shorter >= 5) return Level::close;
  if (edits == 1) return Level::similar;
  return by_likeness(jaro_winkler(left, right));
}

Level compare_names(std::string_view left, std::string_view right) {
  const Level whole = compare_texts(left, right);
  if (whole == Level::near) return whole;
  const bool has_words = left.find(' ') != std::string_view::npos || right.find(' ') != std::string_view::npos;
  if (!has_words) return whole > Level::close && is_short_form(left, right) ? Level::close : whole;
  return std::min(whole, compare_words_of_names(left, right));
}

Level compare_addresses(std::string_view left, std::string_view right) {
  if (edit_distance(left, right, 1) == 1) return Level::near;
  const double share = share_of_common_words(left, right);
  if (share >= 0.75) return Level::near;
  if (share >= 0.5) return Level::close;
  if (share >= 0.3) return Level::similar;
  return share >= 0.1 ? Level::weak : Level::different;
}

std::size_t equal_in_place(std::string_view left, std::string_view right) {
  std::size_t equal = 0;
  for (std::size_t at = 0; at < std::min(left.size(), right.size()); ++at) equal += left[at] == right[at];
  return equal;
}

Level compare_digits(std::string_view left, std::string_view right) {
  const std::size_t edits = edit_distance(left, right, 2);
  if (edits == 1) return Level::near;
  if (edits == 2 && std::min(left.size(), right.size()) >= 5) return Level::close;
  const std::size_t longest = std::max(left.size(), right.size());
  return longest >= 5 && equal_in_place(left, right) * 10 >= longest * 6 ? Level::similar : Level::different;
}

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// The parts of yyyy-mm-dd.
std::optional<Parts> parts_of(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  Parts parts;
  const auto read = [&](std::size_t at, std::size_t count, int& out) {
    const char* end = date.data() + at + count;
    return std::from_chars(date.data() + at, end, out).ptr == end;
  };
  if (!read(0, 4, parts.year) || !read(5, 2, parts.month) || !read(8, 2, parts.day)) return std::nullopt;
  return text::is_real_date(parts.year, parts.month, parts.day) ? std::optional(parts) : std::nullopt;
}

std::int32_t day_number_of(const Parts& parts) {
  return text::day_number({static_cast<std::int16_t>(parts.year), static_cast<std::uint8_t>(parts.month),
                           static_cast<std::uint8_t>(parts.day)});
}

Level compare_dates(std::string_view left, std::string_view right) {
  if (edit_distance(left, right, 1) == 1) return Level::near;
  const auto one = parts_of(left);
  const auto other = parts_of(right);
  if (!one || !other) return compare_digits(left, right);
  if (one->year == other->year && one->month == other->day && one->day == other->month) return Level::near;
  const int agree = (one->year == other->year) + (one->month == other->month) + (one->day == other->day);
  if (agree >= 2) return Level::close;
  if (std::abs(day_number_of(*one) - day_number_of(*other)) <= 31) return Level::similar;
  const bool is_weak = one->year == other->year || edit_distance(left, right, 2) == 2;
  return is_weak ? Level::weak : Level::different;
}

bool end_alike(std::string_view left, std::string_view right, std::size_t count) {
  return left.size() >= count && right.size() >= count &&
         left.substr(left.size() - count) == right.substr(right.size() - count);
}

Level compare_phones(std::string_view left, std::string_view right) {
  if (end_alike(left, right, 8)) return Level::near;
  const std::size_t edits = edit_distance(left, right, 2);
  if (edits == 1) return Level::near;
  if (edits == 2) return Level::close;
  return end_alike(left, right, 6) ? Level::similar : Level::different;
}

/// Whether two addresses would be one without the digits before the @. Many are made of a name and a number: namesakes
/// then differ in the number alone.
bool differ_in_number(std::string_view left, std::string_view right) {
  const auto letters_of = [](std::string_view address) {
    std::string letters(address.substr(0, address.find('@')));
    std::erase_if(letters, text::is_digit);
    return letters;
  };
  const std::string letters = letters_of(left);
  return letters.size() >= 3 && letters == letters_of(right);
}

Level compare_emails(std::string_view left, std::string_view right) {
  const std::size_t at = left.find('@');
  if (at != std::string_view::npos && at >= 3 && left.substr(0, at + 1) == right.substr(0, at + 1)) return Level::near;
  if (differ_in_number(left, right)) return Level::similar;
  const std::size_t edits = edit_distance(left, right, 2);
  if (edits == 1) return Level::near;
  const double likeness = jaro_winkler(left, right);
  if (edits == 2 || likeness >= 0.95) return Level::close;
  if (likeness >= 0.88) return Level::similar;
  return likeness >= 0.8 ? Level::weak : Level::different;
}

Level compare_numbers(std::string_view left, std::string_view right) {
  double one = 0;
  double other = 0;
  const bool are_numbers = std::from_chars(left.data(), left.data() + left.size(), one).ec == std::errc() &&
                           std::from_chars(right.data(), right.data() + right.size(), other).ec == std::errc();
  if (!are_numbers) return compare_texts(left, right);
  const double apart = std::abs(one - other);
  if (apart <= 1) return Level::near;
  return apart <= 0.05 * std::max(std::abs(one), std::abs(other)) ? Level::close : Level::different;
}

}  // namespace

Level compare_values(FieldKind kind, std::string_view left, std::string_view right) {
  if (left == right) return Level::exact;
  switch (kind) {
    case FieldKind::name:
      return compare_names(left, right);
    case FieldKind::text:
      return compare_texts(left, right);
    case FieldKind::address:
      return compare_addresses(left, right);
    case FieldKind::digits:
      return compare_digits(left, right);
    case FieldKind::date:
      return compare_dates(left, right);
    case FieldKind::phone:
      return compare_phones(left, right);
    case FieldKind::email:
      return compare_emails(left, right);
    case FieldKind::number:
      return compare_numbers(left, right);
    case FieldKind::category:
      break;
  }
  return Level::different;
}

}  // namespace sidik::people
