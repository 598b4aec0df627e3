#include "ingest/encoding/encoding_guess.hpp"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

constexpr std::uint64_t kEnoughOfManyBytes = 8;  ///< high bytes that prove an encoding of several bytes a character
constexpr std::uint64_t kEnoughOfOneByte = 8;    ///< and one of one byte, in several lines
constexpr std::uint64_t kEnoughInOneLine = 12;

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_text_character(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code <= 0x10ffff && (code < 0xd800 || code >= 0xe000) && code != 0xfffe && code != 0xffff;
}

/// Whether nearly all groups of four bytes are characters; four random bytes rarely are one.
bool is_utf32(std::string_view head, bool is_little) {
  const std::size_t quads = head.size() / 4;
  constexpr std::size_t kFewest = 4;
  if (quads < kFewest) return false;
  std::size_t good = 0;
  for (std::size_t i = 0; i < quads * 4; i += 4) {
    std::uint32_t code = 0;
    for (std::size_t j = 0; j < 4; ++j) code = (code << 8U) | byte_at(head, is_little ? i + 3 - j : i + j);
    good += code != 0 && is_text_character(code);
  }
  return good * 100 >= quads * 98;
}

/// Whether the text has line ends or at least ASCII characters in UTF-16, nearly no NUL beside them, and no surrogate
/// without its partner.
bool is_utf16(std::string_view head, bool is_little) {
  const std::size_t units = head.size() / 2;
  constexpr std::size_t kFewest = 4;
  if (units < kFewest) return false;
  std::size_t ascii = 0;
  std::size_t bad = 0;
  std::size_t feeds = 0;
  std::size_t false_feeds = 0;  // a byte 0x0A that is no line feed: frequent where the text is ASCII
  bool is_behind_high = false;
  for (std::size_t i = 0; i < units * 2; i += 2) {
    const unsigned char upper = byte_at(head, is_little ? i + 1 : i);
    const unsigned char lower = byte_at(head, is_little ? i : i + 1);
    const auto code = static_cast<std::uint32_t>(upper << 8U | lower);
    const bool is_low_surrogate = code >= 0xdc00 && code < 0xe000;
    bad += is_low_surrogate != is_behind_high;
    is_behind_high = code >= 0xd800 && code < 0xdc00;
    if (!is_behind_high && !is_low_surrogate) bad += !is_text_character(code);
    ascii += code < 0x80;
    feeds += code == '\n' || code == '\r';
    false_feeds += (upper == '\n' || lower == '\n' || upper == '\r') && code != '\n' && code != '\r';
  }
  return bad * 100 <= units && ascii * 50 >= units && false_feeds * 10 <= feeds + 9 &&
         (feeds > 0 || ascii * 10 >= units * 7);
}

std::string by_uchardet(std::string_view text) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), text.data(), text.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

/// uchardet's names that ICU does not know, or knows as something narrower than what is written under that name.
std::string icu_name(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kNames = {
      {{"UHC", "windows-949"},
       {"EUC-KR", "windows-949"},
       {"HZ-GB-2312", "HZ"},
       {"SHIFT_JIS", "Shift_JIS"},
       {"BIG5", "Big5"},
       {"MAC-CENTRALEUROPE", "x-mac-centraleurroman"},
       {"MAC-CYRILLIC", "x-mac-cyrillic"}}};
  for (const auto& [theirs, ours] : kNames) {
    if (name == theirs) return std::string(ours);
  }
  if (name.starts_with("WINDOWS-")) return "windows-" + name.substr(8);
  return name;
}

bool is_known_to_icu(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status) != 0 || converter == nullptr) return false;
  ucnv_close(converter);
  return true;
}

bool has_c1(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xa0;
  });
}

/// A letter of ISO-8859-2 that is a sign in windows-1250, inside a word.
bool has_latin2_letter(std::string_view text) {
  const auto is_part = [](char c) { return text::is_letter(c) || static_cast<unsigned char>(c) >= 0xc0; };
  for (std::size_t i = 1; i < text.size(); ++i) {
    const unsigned char byte = byte_at(text, i);
    const bool is_one = byte == 0xa1 || byte == 0xa6 || byte == 0xac || byte == 0xb1 || byte == 0xb6;
    if (is_one && (is_part(text[i - 1]) || (i + 1 < text.size() && is_part(text[i + 1])))) return true;
  }
  return false;
}

/// Bytes 0x80 to 0x9F are control characters in ISO-8859 and text in its Windows twin.
std::string twin_of(const std::string& name, std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTwins = {{{"ISO-8859-2", "windows-1250"},
                                                                                    {"ISO-8859-7", "windows-1253"},
                                                                                    {"ISO-8859-8", "windows-1255"},
                                                                                    {"ISO-8859-9", "windows-1254"},
                                                                                    {"ISO-8859-13", "windows-1257"},
                                                                                    {"ISO-8859-6", "windows-1256"}}};
  if (name == "windows-1250" && !has_c1(text) && has_latin2_letter(text)) return "ISO-8859-2";
  if (!has_c1(text)) return name;
  for (const auto& [plain, windows] : kTwins) {
    if (name == plain) return std::string(windows);
  }
  return name;
}

bool is_western(std::string_view name) {
  return name.empty() || name == "windows-1252" || name == "ISO-8859-1" || name == "ISO-8859-15" || name == "ASCII" ||
         name == "VISCII" || name.starts_with("UTF-") || name.starts_with("AUTF");
}

bool takes_many_bytes(std::string_view name) {
  return name == "Shift_JIS" || name == "EUC-JP" || name == "GB18030" || name == "Big5" || name == "windows-949" ||
         name == "EUC-TW";
}

template <class Take>
void for_each_line(std::string_view text, Take take) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    take(text.substr(at, end - at));
    at = end;
  }
}

/// Only lines that are no UTF-8: those of ASCII say nothing, those of UTF-8 speak of another encoding.
std::string lines_without_utf8(std::string_view head) {
  std::string out;
  for_each_line(head, [&](std::string_view line) {
    if (text::count_invalid_utf8(line) > 0) out += line;
  });
  return out;
}

/// How many different bytes from 0x80 on there are.
std::size_t count_kinds(std::string_view text) {
  std::array<bool, 256> seen{};
  for (const char c : text) seen[static_cast<unsigned char>(c)] = true;
  return static_cast<std::size_t>(std::count(seen.begin() + 0x80, seen.end(), true));
}

/// How many different bytes beyond ASCII an encoding needs to be told from the Western one: names repeat, a word of one
/// such letter fits many encodings, and so do a dash and two quotes in an English text.
std::size_t kinds_needed(std::string_view name) {
  constexpr std::array<std::string_view, 4> kCommon = {"ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254"};
  constexpr std::array<std::string_view, 8> kRare = {"ISO-8859-3",   "ISO-8859-4",           "ISO-8859-10",
                                                     "ISO-8859-13",  "ISO-8859-16",          "windows-1257",
                                                     "windows-1258", "x-mac-centraleurroman"};
  if (std::find(kCommon.begin(), kCommon.end(), name) != kCommon.end()) return 4;
  if (std::find(kRare.begin(), kRare.end(), name) != kRare.end() || name == "IBM852") return 6;
  return takes_many_bytes(name) ? 0 : 5;
}

}  // namespace

std::string_view guess_wide(std::string_view head) {
  if (head.find('\0') == std::string_view::npos) return {};
  if (is_utf32(head, true)) return "UTF-32LE";
  if (is_utf32(head, false)) return "UTF-32BE";
  const bool is_little = is_utf16(head, true);
  const bool is_big = is_utf16(head, false);
  if (is_little == is_big) return {};
  return is_little ? "UTF-16LE" : "UTF-16BE";
}

std::string guess_seven_bit(std::string_view head) {
  const bool may_shift = head.find("\x1b$") != std::string_view::npos || head.find("\x1b(") != std::string_view::npos ||
                         head.find("~{") != std::string_view::npos;
  if (!may_shift || std::any_of(head.begin(), head.end(), is_high)) return {};
  const std::string name = icu_name(by_uchardet(head));
  return name.starts_with("ISO-2022-") || name == "HZ" ? name : std::string();
}

std::string guess_eight_bit(std::string_view head) {
  const std::string text = lines_without_utf8(head);
  const auto high = static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), is_high));
  const std::string name = twin_of(icu_name(by_uchardet(text)), text);
  const bool is_one_line = std::count(text.begin(), text.end(), '\n') < 2;
  const std::uint64_t enough = takes_many_bytes(name) ? kEnoughOfManyBytes
                               : is_one_line          ? kEnoughInOneLine
                                                      : kEnoughOfOneByte;
  const bool is_clear = high >= enough && count_kinds(text) >= kinds_needed(name);
  if (!is_western(name) && is_clear && is_known_to_icu(name)) return name;
  return has_c1(text) ? "windows-1252" : "ISO-8859-1";
}

bool has_lines_of_both(std::string_view head) {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for_each_line(head, [&](std::string_view line) {
    if (std::none_of(line.begin(), line.end(), is_high)) return;
    ++(text::count_invalid_utf8(line) == 0 ? valid : invalid);
  });
  return valid >= 2 && valid * 20 >= valid + invalid && invalid > 0;
}

}  // namespace sidik::ingest
