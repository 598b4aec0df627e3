#include "people/canonical_value.hpp"

#include <algorithm>
#include <iterator>

#include "identify/placeholder.hpp"
#include "text/letters.hpp"

namespace sidik::people {
namespace {

bool is_word_byte(char c) { return text::is_letter(c) || text::is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Zeros alone are no date and no number of anybody.
bool stands_for_nothing(std::string_view value) { return value.find_first_not_of("0 ") == std::string_view::npos; }

/// Words joined by single blanks; apostrophes go without a trace, so that o'brien is obrien.
std::string words_only(std::string_view folded) {
  std::string out;
  bool is_apart = false;
  for (const char c : folded) {
    if (is_word_byte(c)) {
      if (is_apart && !out.empty()) out += ' ';
      is_apart = false;
      out += c;
    } else if (c != '\'' && c != '`') {
      is_apart = true;
    }
  }
  return out;
}

std::string letters_and_digits(std::string_view folded) {
  std::string out;
  std::ranges::copy_if(folded, std::back_inserter(out), is_word_byte);
  return out;
}

/// Eight digits that are no day, written as the days are, so that 1999-13-01 is one edit from 1999-12-01.
std::string date_form(const std::string& folded) {
  const bool is_bare = folded.size() == 8 && std::ranges::all_of(folded, text::is_digit);
  return is_bare ? folded.substr(0, 4) + "-" + folded.substr(4, 2) + "-" + folded.substr(6) : folded;
}

}  // namespace

std::string canonical_value(FieldKind kind, std::string_view field, std::string_view checked) {
  if (identify::is_placeholder(field)) return {};
  const std::string folded = text::fold_plain(checked.empty() ? field : checked);
  std::string out;
  switch (kind) {
    case FieldKind::digits:
    case FieldKind::phone:
      out = letters_and_digits(folded);
      break;
    case FieldKind::name:
    case FieldKind::text:
    case FieldKind::address:
    case FieldKind::category:
      out = words_only(folded);
      break;
    case FieldKind::date:
      out = date_form(folded);
      break;
    default:
      out = folded;
  }
  return stands_for_nothing(out) ? std::string() : out;
}

}  // namespace sidik::people
