#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <cstring>

namespace sidik::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t size = 1;
  bool valid = false;
};

/// The range that RFC 3629 allows for the second byte after a lead byte.
struct SecondByte {
  unsigned char low;
  unsigned char high;
};

constexpr SecondByte second_byte_after(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {0x80, 0xBF};
  }
}

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t size = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
  if (text.size() - at < size) return {};
  const SecondByte second = second_byte_after(lead);
  if (byte(at + 1) < second.low || byte(at + 1) > second.high) return {};
  char32_t code_point = lead & (0x7FU >> size);
  for (std::size_t index = 1; index < size; ++index) {
    if (!is_continuation(byte(at + index))) return {};
    code_point = (code_point << 6U) | (byte(at + index) & 0x3FU);
  }
  return {code_point, size, true};
}

}  // namespace

std::uint64_t count_invalid_utf8(std::string_view bytes) {
  std::uint64_t invalid = 0;
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t block = 0;
    while (bytes.size() - at >= sizeof block) {
      std::memcpy(&block, bytes.data() + at, sizeof block);
      if ((block & kHighBits) != 0) break;
      at += sizeof block;
    }
    if (at >= bytes.size()) break;
    const Decoded decoded = decode(bytes, at);
    invalid += decoded.valid ? 0 : 1;
    at += decoded.size;
  }
  return invalid;
}

std::string printable(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t code_point = next_code_point(bytes, at);
    const bool is_control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    append_utf8(out, is_control ? kReplacement : code_point);
  }
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto add = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0U | (code_point >> 6U));
    add(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    add(0xE0U | (code_point >> 12U));
    add(0x80U | ((code_point >> 6U) & 0x3FU));
    add(0x80U | (code_point & 0x3FU));
  } else {
    add(0xF0U | (code_point >> 18U));
    add(0x80U | ((code_point >> 12U) & 0x3FU));
    add(0x80U | ((code_point >> 6U) & 0x3FU));
    add(0x80U | (code_point & 0x3FU));
  }
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const Decoded decoded = decode(text, at);
  at += decoded.size;
  return decoded.code_point;
}

bool has_number_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((U_GET_GC_MASK(static_cast<UChar32>(next_code_point(text, at))) & U_GC_N_MASK) != 0) return true;
  }
  return false;
}

WordSign word_sign(char32_t sign) {
  const auto kind = U_GET_GC_MASK(static_cast<UChar32>(sign));
  if ((kind & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0) return WordSign::part;
  return (kind & U_GC_CF_MASK) != 0 ? WordSign::unseen : WordSign::between;
}

}  // namespace sidik::text
