#include "ingest/sqlite/sqlite_record.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <string>

#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kLongestNumber = 40;

/// The length of a value's bytes; false for the types that are kept for later use.
bool length_of(std::uint64_t type, std::uint64_t& length) {
  static constexpr std::array<std::uint8_t, 10> kFixed = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
  if (type < kFixed.size()) {
    length = kFixed[type];
    return true;
  }
  if (type < 12) return false;
  length = (type - 12) / 2;
  return true;
}

std::int64_t signed_number(std::string_view bytes) {
  std::uint64_t value = !bytes.empty() && static_cast<signed char>(bytes.front()) < 0 ? ~std::uint64_t{0} : 0;
  for (const char byte : bytes) value = value << 8U | static_cast<std::uint8_t>(byte);
  return static_cast<std::int64_t>(value);
}

template <class Number, class... More>
std::string_view written(Number number, TextArena& arena, More... more) {
  char* place = arena.take(kLongestNumber);
  const auto end = std::to_chars(place, place + kLongestNumber, number, more...);
  const auto length = static_cast<std::size_t>(end.ptr - place);
  arena.give_back(place, length);
  return {place, length};
}

std::string_view real_in_words(double number, TextArena& arena) {
  if (std::isnan(number)) return {};  // SQLite keeps no NaN and takes one for NULL
  if (std::isinf(number)) return number > 0 ? "Inf" : "-Inf";
  constexpr double kWholeUpTo = 1e18;
  if (std::abs(number) < kWholeUpTo && std::trunc(number) == number)
    return written(static_cast<std::int64_t>(number), arena);
  return written(number, arena);
}

std::string_view blob_in_words(std::string_view bytes, TextArena& arena) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  char* place = arena.take(2 + bytes.size() * 2);
  char* at = place;
  *at++ = '0';
  *at++ = 'x';
  for (const char byte : bytes) {
    *at++ = kDigits[static_cast<std::uint8_t>(byte) >> 4U];
    *at++ = kDigits[static_cast<std::uint8_t>(byte) & 15U];
  }
  return {place, static_cast<std::size_t>(at - place)};
}

std::string_view utf16_in_words(std::string_view bytes, bool is_little, TextArena& arena, std::uint64_t& invalid) {
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<std::uint8_t>(bytes[at]);
    const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
    return static_cast<char32_t>(is_little ? second << 8U | first : first << 8U | second);
  };
  constexpr char32_t kReplacement = 0xfffd;
  std::string out;
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t unit = unit_at(at);
    if (unit >= 0xd800 && unit < 0xe000) {
      const char32_t low = unit < 0xdc00 && at + 3 < bytes.size() ? unit_at(at + 2) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        unit = 0x10000 + ((unit - 0xd800) << 10U) + (low - 0xdc00);
        at += 2;
      } else {
        unit = kReplacement;
        invalid += 2;
      }
    }
    text::append_utf8(out, unit);
  }
  if (at < bytes.size()) {
    text::append_utf8(out, kReplacement);
    ++invalid;
  }
  return arena.keep(out);
}

}  // namespace

bool read_varint(std::string_view bytes, std::size_t& at, std::uint64_t& value) {
  value = 0;
  for (int count = 1; count <= 9; ++count) {
    if (at >= bytes.size()) return false;
    const auto byte = static_cast<std::uint8_t>(bytes[at++]);
    if (count == 9) {
      value = value << 8U | byte;
      return true;
    }
    value = value << 7U | (byte & 0x7fU);
    if (byte < 0x80) return true;
  }
  return true;
}

SqliteRecordFault parse_record(std::string_view payload, std::size_t most, std::vector<SqliteValue>& values) {
  values.clear();
  std::size_t at = 0;
  std::uint64_t header_bytes = 0;
  if (!read_varint(payload, at, header_bytes) || header_bytes < at || header_bytes > payload.size())
    return SqliteRecordFault::damaged;
  const std::string_view header = payload.substr(0, static_cast<std::size_t>(header_bytes));
  auto body_at = static_cast<std::size_t>(header_bytes);
  while (at < header.size()) {
    SqliteValue value;
    std::uint64_t length = 0;
    if (!read_varint(header, at, value.type) || !length_of(value.type, length)) return SqliteRecordFault::damaged;
    if (length > payload.size() - body_at) return SqliteRecordFault::damaged;
    if (values.size() == most) return SqliteRecordFault::too_many_values;
    value.bytes = payload.substr(body_at, static_cast<std::size_t>(length));
    body_at += static_cast<std::size_t>(length);
    values.push_back(value);
  }
  return SqliteRecordFault::none;
}

std::string_view value_in_words(const SqliteValue& value, SqliteEncoding encoding, TextArena& arena,
                                std::uint64_t& invalid) {
  if (value.is_null()) return {};
  if (value.type <= 6) return written(signed_number(value.bytes), arena);
  if (value.type == 7)
    return real_in_words(std::bit_cast<double>(static_cast<std::uint64_t>(signed_number(value.bytes))), arena);
  if (value.type == 8) return "0";
  if (value.type == 9) return "1";
  if (!value.is_text()) return blob_in_words(value.bytes, arena);
  if (encoding != SqliteEncoding::utf8)
    return utf16_in_words(value.bytes, encoding == SqliteEncoding::utf16le, arena, invalid);
  invalid += text::count_invalid_utf8(value.bytes);
  return value.bytes;
}

}  // namespace sidik::ingest
