#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/reader.hpp"

namespace sidik::ingest {

/// Reads fields that are written in another encoding than their text: dumps are often several exports one after the
/// other, or records that two systems wrote.
///
/// In a text read as UTF-8 a field that is no UTF-8, and has no valid sequence beyond ASCII either, is read as
/// Windows-1252. In a text that was guessed to be Western of one byte a character, a field whose bytes are UTF-8 with
/// characters beyond ASCII is read as that. A text whose encoding the user set, and any other encoding, is left alone.
/// Delimiters and line ends are ASCII in both, so that fields may be read after they are split and spans stay right.
///
/// Cost       look_at(): one pass over the text, of some GB/s where it is ASCII. mend(): nothing where is_needed() is
///            false, else a pass over the fields.
/// Lifetime   mend()'s fields are views into those given and into `kept`; the span lives until the next call.
class EncodingMender {
 public:
  explicit EncodingMender(const TableInfo& info);
  /// The text that the next fields stand in.
  void look_at(std::string_view text);
  [[nodiscard]] bool is_needed() const { return is_needed_; }
  /// The same fields, those in the other encoding read in that; `mixed` counts one when there was any.
  std::span<const std::string_view> mend(std::span<const std::string_view> fields, std::deque<std::string>& kept,
                                         std::uint64_t& mixed);

 private:
  enum class Way : std::uint8_t { none, from_utf8, from_western };
  Way way_ = Way::none;
  bool is_needed_ = false;
  std::vector<std::string_view> mended_;
};

/// A text of bytes in Windows-1252; the five bytes that it leaves free are the control characters of Latin-1.
[[nodiscard]] std::string read_windows_1252(std::string_view bytes);

/// The bytes that `text`, read as Windows-1252 or Latin-1, was; empty when it has a character of neither.
[[nodiscard]] std::string write_windows_1252(std::string_view text);

}  // namespace sidik::ingest
