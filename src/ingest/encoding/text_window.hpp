#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "ingest/byte_source.hpp"
#include "ingest/encoding/encoding.hpp"
#include "ingest/encoding/text_blocks.hpp"

struct UConverter;

namespace sidik::ingest {

/// A sliding view of a member's text in UTF-8. UTF-8 passes through as it is, invalid bytes too; all else goes through
/// ICU.
///
/// Lifetime   text() stays valid until the next fill(), and as long as somebody holds chunk(); consume() only moves its
///            start.
/// Units      source_offset() speaks of the member's own bytes, before transcoding, byte order mark included.
class TextWindow {
 public:
  /// `source` outlives the window. The byte order mark is skipped at once.
  static Result<TextWindow> create(ByteSource& source, Encoding encoding);
  ~TextWindow();
  TextWindow(TextWindow&&) noexcept;
  TextWindow& operator=(TextWindow&&) = delete;

  [[nodiscard]] std::string_view text() const { return {chunk_->data() + begin_, end_ - begin_}; }
  /// What text() is a view into. Once it was asked for, the next fill() leaves it as it is and goes on in another.
  [[nodiscard]] std::shared_ptr<const void> chunk() {
    is_shared_ = true;
    return chunk_;
  }
  /// Appends at least one byte; false at the end of the member.
  [[nodiscard]] Result<bool> fill();
  /// Lets fill() bring in more at once, for so many threads that share the text.
  void read_at_a_time(std::size_t threads);
  /// Drops the first `count` bytes of text().
  void consume(std::size_t count);
  /// Where text()[at] begins in the member; `at` up to text().size(), the end of what was read.
  [[nodiscard]] ByteOffset source_offset(std::size_t at) const;
  /// Whether text() is the member's own bytes, so that offsets in both run alike.
  [[nodiscard]] bool is_direct() const { return converter_ == nullptr; }
  [[nodiscard]] bool is_at_end() const { return is_at_end_; }
  /// Bytes that were no text in the encoding, as far as the converter met them (UTF-8 is counted by the census
  /// instead).
  [[nodiscard]] std::uint64_t unconvertible() const { return unconvertible_; }

 private:
  TextWindow(ByteSource& source, Encoding encoding, UConverter* converter);
  void make_room();
  Result<bool> fill_utf8();
  Result<bool> fill_converted();
  void append_converted(const char16_t* units, const std::int32_t* offsets, std::size_t count,
                        std::uint64_t chunk_offset);

  ByteSource* source_;
  Encoding encoding_;
  UConverter* converter_;
  TextBlocks blocks_;
  std::shared_ptr<TextBlocks::Block> chunk_;
  std::size_t read_bytes_;
  bool is_shared_ = false;  ///< others may hold the chunk
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool is_at_end_ = false;
  std::uint64_t unconvertible_ = 0;
  std::uint64_t base_offset_ = 0;      ///< source offset of text()[0] (pass-through)
  std::uint64_t source_end_ = 0;       ///< source bytes read so far
  std::vector<char> raw_;              ///< converted path: the bytes as read
  std::vector<std::uint64_t> origin_;  ///< converted path: source offset of every byte of the chunk
  char16_t pending_high_ = 0;          ///< a high surrogate whose partner comes with the next chunk
  std::uint64_t pending_offset_ = 0;
  std::uint64_t held_bytes_ = 0;  ///< bytes of a character that goes on in the next chunk; the converter keeps them
};

}  // namespace sidik::ingest
