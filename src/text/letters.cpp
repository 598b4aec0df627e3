#include "text/letters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace sidik::text {
namespace {

constexpr std::array<std::string_view, 3> kWideSpaces{"\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF"};

constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_all_ascii(std::string_view text) {
  unsigned char seen = 0;
  for (const char c : text) seen |= static_cast<unsigned char>(c);
  return seen < 0x80;
}

UChar32 as_icu(char32_t code_point) { return static_cast<UChar32>(code_point); }

/// Marks that sit on a letter without making it another one. The vowel signs of Indic scripts and Thai are no such
/// marks.
bool is_diacritic(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF);
}

/// Latin letters whose stroke or ligature Unicode does not decompose.
std::string_view undecomposed_letter(char32_t c) {
  switch (c) {
    case 0xDF:
      return "ss";
    case 0xE6:
      return "ae";
    case 0xF0:
    case 0x111:
      return "d";
    case 0xF8:
      return "o";
    case 0xFE:
      return "th";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    case 0x167:
      return "t";
    default:
      return {};
  }
}

bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

void append_plain(std::string& out, char32_t c) {
  if (is_diacritic(c)) return;
  if (const std::string_view replaced = undecomposed_letter(c); !replaced.empty()) {
    out += replaced;
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  std::array<UChar, 32> parts{};
  const std::int32_t size =
      U_FAILURE(status) || is_hangul_syllable(c)
          ? -1
          : unorm2_getDecomposition(nfkd, as_icu(c), parts.data(), static_cast<std::int32_t>(parts.size()), &status);
  if (size < 0 || U_FAILURE(status)) {
    append_utf8(out, c);
    return;
  }
  for (std::int32_t at = 0; at < size;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), at, size, part);
    const auto letter = static_cast<char32_t>(u_tolower(part));
    if (is_diacritic(letter)) continue;
    if (const std::string_view replaced = undecomposed_letter(letter); !replaced.empty())
      out += replaced;
    else
      append_utf8(out, letter);
  }
}

/// Composes a combining mark with the code point that ends `out`, so that both writings of a letter fold the same.
bool compose_onto_last(std::string& out, std::size_t last, char32_t mark) {
  if (last >= out.size()) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return false;
  std::size_t at = last;
  const char32_t base = next_code_point(out, at);
  const UChar32 composed = unorm2_composePair(nfc, as_icu(base), as_icu(mark));
  if (composed < 0) return false;
  out.resize(last);
  append_utf8(out, static_cast<char32_t>(composed));
  return true;
}

enum class Diacritics { kept, dropped };

std::string fold_ascii(std::string_view field) {
  std::string out;
  out.reserve(field.size());
  bool is_blank_due = false;
  for (const char c : field) {
    if (is_ascii_space(c)) {
      is_blank_due = !out.empty();
      continue;
    }
    if (is_blank_due) out.push_back(' ');
    is_blank_due = false;
    out.push_back(to_lower(c));
  }
  return out;
}

std::string fold_any(std::string_view field, Diacritics diacritics) {
  std::string out;
  out.reserve(field.size());
  bool is_blank_due = false;
  std::size_t last = 0;
  for (std::size_t at = 0; at < field.size();) {
    const char32_t c = next_code_point(field, at);
    if (u_isUWhiteSpace(as_icu(c)) != 0 || c == 0xFEFF) {
      is_blank_due = !out.empty();
      continue;
    }
    if (is_blank_due) out.push_back(' ');
    is_blank_due = false;
    if (c < 0x80) {
      last = out.size();
      out.push_back(to_lower(static_cast<char>(c)));
      continue;
    }
    const auto lower = static_cast<char32_t>(u_tolower(as_icu(c)));
    if (diacritics == Diacritics::dropped) {
      append_plain(out, lower);
    } else if (!(is_diacritic(lower) && compose_onto_last(out, last, lower))) {
      last = out.size();
      append_utf8(out, lower);
    }
  }
  return out;
}

enum class CharKind { mark, lower, upper, digit };

CharKind kind_of(char32_t c) {
  if (c < 0x80) {
    const char ascii = static_cast<char>(c);
    if (is_digit(ascii)) return CharKind::digit;
    if (is_upper(ascii)) return CharKind::upper;
    return is_lower(ascii) ? CharKind::lower : CharKind::mark;
  }
  if (u_isdigit(as_icu(c)) != 0) return CharKind::digit;
  if (u_isupper(as_icu(c)) != 0) return CharKind::upper;
  const auto category = u_charType(as_icu(c));
  const bool is_combining =
      category == U_NON_SPACING_MARK || category == U_COMBINING_SPACING_MARK || category == U_ENCLOSING_MARK;
  return u_isalpha(as_icu(c)) != 0 || is_combining ? CharKind::lower : CharKind::mark;
}

struct PlacedChar {
  std::size_t at;
  CharKind kind;
};

/// Whether a word of a header begins at `index`, given that the character before it is no mark.
bool begins_word(const std::vector<PlacedChar>& chars, std::size_t index) {
  const CharKind before = chars[index - 1].kind;
  const CharKind here = chars[index].kind;
  if ((before == CharKind::digit) != (here == CharKind::digit)) return true;
  if (here != CharKind::upper) return false;
  if (before == CharKind::lower) return true;
  // The hump of IPAddress lies before its last capital; the plural s of IDs makes no hump.
  const bool is_followed_by_lower = index + 1 < chars.size() && chars[index + 1].kind == CharKind::lower;
  const bool is_last_pair = index + 2 >= chars.size() || chars[index + 2].kind == CharKind::mark;
  return before == CharKind::upper && is_followed_by_lower && !is_last_pair;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

void push_without_end_apostrophes(std::vector<std::string>& out, std::string_view word) {
  while (!word.empty() && word.front() == '\'') word.remove_prefix(1);
  while (!word.empty() && word.back() == '\'') word.remove_suffix(1);
  if (!word.empty()) out.push_back(fold(word));
}

}  // namespace

std::string_view trim(std::string_view field) {
  for (bool is_shrinking = true; is_shrinking && !field.empty();) {
    is_shrinking = false;
    while (!field.empty() && is_ascii_space(field.front())) field.remove_prefix(1);
    while (!field.empty() && is_ascii_space(field.back())) field.remove_suffix(1);
    if (field.empty() || (is_ascii(field.front()) && is_ascii(field.back()))) break;
    for (const std::string_view space : kWideSpaces) {
      if (field.starts_with(space)) field.remove_prefix(space.size()), is_shrinking = true;
      if (field.ends_with(space)) field.remove_suffix(space.size()), is_shrinking = true;
    }
  }
  return field;
}

std::string fold(std::string_view field) {
  return is_all_ascii(field) ? fold_ascii(field) : fold_any(field, Diacritics::kept);
}

std::string fold_plain(std::string_view field) {
  return is_all_ascii(field) ? fold_ascii(field) : fold_any(field, Diacritics::dropped);
}

std::vector<std::string> header_words(std::string_view header) {
  std::vector<PlacedChar> chars;
  chars.reserve(header.size());
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t start = at;
    chars.push_back({start, kind_of(next_code_point(header, at))});
  }
  std::vector<std::string> out;
  std::size_t start = std::string_view::npos;
  const auto close = [&](std::size_t end) {
    if (start == std::string_view::npos) return;
    if (std::string word = fold_plain(header.substr(start, end - start)); !word.empty()) out.push_back(std::move(word));
    start = std::string_view::npos;
  };
  for (std::size_t index = 0; index < chars.size(); ++index) {
    if (chars[index].kind == CharKind::mark) {
      close(chars[index].at);
      continue;
    }
    if (start != std::string_view::npos && begins_word(chars, index)) close(chars[index].at);
    if (start == std::string_view::npos) start = chars[index].at;
  }
  close(header.size());
  return out;
}

std::string normal_header(std::string_view header) {
  std::string out;
  for (const std::string& word : header_words(header)) {
    if (!out.empty()) out.push_back(' ');
    out += word;
  }
  return out;
}

std::vector<std::string> words(std::string_view field) {
  std::vector<std::string> out;
  std::string word;
  for (std::size_t at = 0; at < field.size();) {
    const char32_t c = next_code_point(field, at);
    if (is_apostrophe(c)) {
      word.push_back('\'');
    } else if (kind_of(c) != CharKind::mark) {
      append_utf8(word, c);
    } else {
      push_without_end_apostrophes(out, word);
      word.clear();
    }
  }
  push_without_end_apostrophes(out, word);
  return out;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) (void)next_code_point(text, at);
  return count;
}

}  // namespace sidik::text
