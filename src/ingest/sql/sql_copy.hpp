#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sidik::ingest {

enum class CopyStatus : std::uint8_t {
  record,     ///< fields() and end() are set
  last,       ///< the line \. that ends the data; end() is set
  need_more,  ///< the text ends inside the line and more may come
};

/// Reads one line of COPY ... FROM stdin in text format: fields between tabs, \N for NULL (an empty field).
///
/// Lifetime  fields() are views into the text, or into `kept` where a field had escapes.
/// Cost      one pass over the line.
/// Source    PostgreSQL 16 manual, COPY, file formats.
class CopyLineParser {
 public:
  /// Of a line with more fields than `most_fields` the others are counted only.
  explicit CopyLineParser(std::size_t most_fields) : most_(most_fields) {}

  /// How the lines that come are written: tabs and \N, unless COPY says otherwise. `null` empty: \N.
  void expect(char delimiter, std::string null) {
    delimiter_ = delimiter;
    null_ = std::move(null);
  }
  CopyStatus parse(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept);
  [[nodiscard]] std::span<const std::string_view> fields() const { return fields_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// One past the line end.
  [[nodiscard]] std::size_t end() const { return end_; }
  /// Whether the line has a line end.
  [[nodiscard]] bool is_whole() const { return is_whole_; }

 private:
  void take_field(std::string_view written, bool has_escapes, std::deque<std::string>& kept);

  std::size_t most_;
  char delimiter_ = '\t';
  std::string null_;
  std::vector<std::string_view> fields_;
  std::size_t count_ = 0;
  std::size_t end_ = 0;
  bool is_whole_ = false;
};

}  // namespace sidik::ingest
