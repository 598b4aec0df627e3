#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sidik::ingest {

/// Where the fields of plainly written lines end: the delimiters and line feeds that no quotes enclose, found by vector
/// compares a stretch at a time.
///
/// Input    a text, and places in it where a record begins; from there every quote is taken to open or to close.
/// Output   a line's ends, and how many quotes and escapes stand in it. When there are other than two quotes for each
///          field that is enclosed by them, or any escape, the ends mean nothing: the caller checks.
/// Cost     some 3 GB/s with AVX-512 while lines follow one another; a line that does not begin where one of the lines
///          before ended begins a new stretch, of 1 KiB, then doubled.
class FieldIndex {
 public:
  struct Line {
    std::span<const std::uint16_t> ends;  ///< of its fields, the last one's the line feed; from `begin`
    const char* begin = nullptr;
    std::size_t first = 0;  ///< where its first field begins, from `begin`
    std::size_t marks = 0;  ///< quotes and escapes in it
    std::size_t end = 0;    ///< one past the line feed, in the text
  };

  /// `delimiter`: a line feed when there is none. `quote`, `escape`: 0 when there is none.
  FieldIndex(char delimiter, char quote, char escape) : delimiter_(delimiter), quote_(quote), escape_(escape) {}

  /// Speaks of `text`, which stays where it is, until the next call.
  void look_at(std::string_view text);
  [[nodiscard]] bool covers(std::string_view text) const {
    return text.data() == text_.data() && text.size() == text_.size();
  }
  /// The line that begins at `at`; false when its end is not in the text, or farther than a stretch.
  bool find(std::size_t at, Line& line) {
    if (line_ == lines_ || at != next_) {
      if (!find_again(at)) return false;
    }
    take(line);
    return true;
  }

  static constexpr std::size_t kMostBytes = std::size_t{16} << 10;  ///< of a stretch

 private:
  bool find_again(std::size_t at);
  bool skip_to(std::size_t at);
  void begin_stretch(std::size_t at);
  void take(Line& line) {
    const std::size_t last = line_ends_[line_];
    line.begin = text_.data() + begin_;
    line.first = next_ - begin_;
    line.ends = {ends_.data() + field_, last + 1 - field_};
    line.marks = line_marks_[line_] - marks_;
    line.end = next_ = begin_ + ends_[last] + 1;
    marks_ = line_marks_[line_++];
    field_ = last + 1;
  }

  char delimiter_;
  char quote_;
  char escape_;
  std::string_view text_;
  std::size_t begin_ = 0;                  ///< of the stretch, in the text
  std::size_t length_ = 0;                 ///< of the stretch
  std::size_t next_ = 0;                   ///< where the next line begins, in the text
  std::size_t line_ = 0;                   ///< that line, in line_ends_
  std::size_t lines_ = 0;                  ///< of the stretch
  std::size_t field_ = 0;                  ///< its first field, in ends_
  std::size_t marks_ = 0;                  ///< before it
  std::vector<std::uint16_t> ends_;        ///< from the stretch's begin
  std::vector<std::uint16_t> line_ends_;   ///< which of them are line feeds
  std::vector<std::uint16_t> line_marks_;  ///< marks before the line feed
};

}  // namespace sidik::ingest
