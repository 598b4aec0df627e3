#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sidik::ingest {

/// Where some bytes stand in a text: one bit a byte, so that a parser jumps from mark to mark.
///
/// Cost     one pass of vector compares, some 30 GB/s with AVX2; an eighth of the text in memory, kept for the next
/// text.
class ByteMarks {
 public:
  static constexpr std::size_t kMostBytes = 6;

  /// Marks the bytes of `wanted`, at most kMostBytes.
  explicit ByteMarks(std::string_view wanted);

  /// Looks at `text` from `from` on, which the walks speak of until the next call.
  void look_at(std::string_view text, std::size_t from = 0);
  [[nodiscard]] bool covers(std::string_view text) const { return text.data() == data_ && text.size() == size_; }

  /// Goes from mark to mark, beginning at a place of the text.
  class Walk {
   public:
    Walk(const ByteMarks& marks, std::size_t at)
        : marks_(&marks),
          word_(at / 64),
          bits_(word_ < marks.words_ ? marks.bits_[word_] & (~std::uint64_t{0} << (at % 64)) : 0) {}
    /// The next mark; the text's size when there is none.
    std::size_t next() {
      while (bits_ == 0) {
        if (++word_ >= marks_->words_) return marks_->size_;
        bits_ = marks_->bits_[word_];
      }
      const auto place = word_ * 64 + static_cast<std::size_t>(std::countr_zero(bits_));
      bits_ &= bits_ - 1;
      return place;
    }

   private:
    const ByteMarks* marks_;
    std::size_t word_;
    std::uint64_t bits_;
  };

 private:
  std::array<char, kMostBytes> wanted_{};
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> bits_;
};

/// Line feeds and NUL bytes of a text, and whether a byte is not ASCII. Cost: one pass, some 30 GB/s with AVX2.
struct ByteCensus {
  std::uint64_t line_feeds = 0;
  std::uint64_t nuls = 0;
  bool has_high = false;
};
[[nodiscard]] ByteCensus take_census(std::string_view text);

}  // namespace sidik::ingest
