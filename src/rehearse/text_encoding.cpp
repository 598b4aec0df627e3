#include "rehearse/text_encoding.hpp"

namespace sidik::rehearse {

namespace {

struct Character {
  char32_t code = 0;
  std::size_t length = 0;  ///< 0: no UTF-8
};

/// The character that begins at text[at], by the table of RFC 3629.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > text.size()) return {};
  char32_t code = first & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0U) != 0x80) return {};
    code = (code << 6U) | (byte(i) & 0x3fU);
  }
  const bool is_short_enough = length < 3 || code >= (length == 3 ? 0x800U : 0x10000U);
  if (!is_short_enough || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return {};
  return {code, length};
}

bool can_write(char32_t code, TextEncoding encoding) {
  // Of Windows-1252 only what it shares with Latin-1; the range 80 to 9F is not used.
  return encoding != TextEncoding::windows_1252 || code < 0x80 || (code >= 0xa0 && code <= 0xff);
}

void append_unit(std::string& out, unsigned unit, TextEncoding encoding) {
  const char low = static_cast<char>(unit & 0xffU);
  const char high = static_cast<char>(unit >> 8U);
  out += encoding == TextEncoding::utf16le ? low : high;
  out += encoding == TextEncoding::utf16le ? high : low;
}

bool is_wide(TextEncoding encoding) { return encoding == TextEncoding::utf16le || encoding == TextEncoding::utf16be; }

}  // namespace

std::string_view encoding_name(TextEncoding encoding) {
  static constexpr std::string_view kNames[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"};
  return kNames[static_cast<std::size_t>(encoding)];
}

std::size_t fit_to_encoding(std::string& text, TextEncoding encoding) {
  if (encoding == TextEncoding::utf8) return 0;
  std::size_t replaced = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.length > 0 && can_write(character.code, encoding)) {
      at += character.length;
      continue;
    }
    text[at++] = '?';
    ++replaced;
  }
  return replaced;
}

void append_encoded(std::string& out, std::string_view text, TextEncoding encoding) {
  if (encoding == TextEncoding::utf8) {
    out += text;
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    at += character.length > 0 ? character.length : 1;
    if (!is_wide(encoding)) {
      out += static_cast<char>(character.code);
    } else if (character.code < 0x10000) {
      append_unit(out, static_cast<unsigned>(character.code), encoding);
    } else {
      append_unit(out, 0xd800U + ((character.code - 0x10000) >> 10U), encoding);
      append_unit(out, 0xdc00U + ((character.code - 0x10000) & 0x3ffU), encoding);
    }
  }
}

std::size_t encoded_size(std::string_view text, TextEncoding encoding) {
  if (encoding == TextEncoding::utf8) return text.size();
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    at += character.length > 0 ? character.length : 1;
    size += !is_wide(encoding) ? 1U : character.code < 0x10000 ? 2U : 4U;
  }
  return size;
}

}  // namespace sidik::rehearse
