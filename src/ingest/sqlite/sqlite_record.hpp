#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/sqlite/sqlite_pages.hpp"
#include "ingest/text_arena.hpp"

namespace sidik::ingest {

/// Reads a number of one to nine bytes and moves `at` behind it; false when `bytes` ends inside it.
[[nodiscard]] bool read_varint(std::string_view bytes, std::size_t& at, std::uint64_t& value);

/// One value of a record as it lies there: its serial type and its bytes.
struct SqliteValue {
  std::uint64_t type = 0;
  std::string_view bytes;
  [[nodiscard]] bool is_null() const { return type == 0; }
  [[nodiscard]] bool is_text() const { return type >= 13 && type % 2 == 1; }
};

enum class SqliteRecordFault : std::uint8_t { none, damaged, too_many_values };

/// Takes a record apart into at most `most` values, views into `payload`.
/// Source   https://www.sqlite.org/fileformat2.html, section 2.1
[[nodiscard]] SqliteRecordFault parse_record(std::string_view payload, std::size_t most,
                                             std::vector<SqliteValue>& values);

/// A value as text: NULL empty; an integer in decimal; a real number in the shortest digits that give it back, whole
/// ones up to 18 digits without exponent; text as UTF-8, invalid bytes of UTF-8 kept, lone surrogates as U+FFFD; a blob
/// as 0x and hexadecimal digits. The text is `value`'s bytes or lies in `arena`; `invalid` grows by the bytes of text
/// that are no character.
[[nodiscard]] std::string_view value_in_words(const SqliteValue& value, SqliteEncoding encoding, TextArena& arena,
                                              std::uint64_t& invalid);

}  // namespace sidik::ingest
