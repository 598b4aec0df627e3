#pragma once

#include <cstdint>
#include <optional>

#include "ingest/byte_source.hpp"

namespace sidik::ingest {

/// What a decoder reads: a pipe from front to back, or a file at any place. Reads only; owns no descriptor.
///
/// A file is read by position, so that several decoders share one descriptor, and its offset stays as it is.
class DecoderInput final : public ByteSource {
 public:
  /// `size` is given for a file.
  DecoderInput(int descriptor, std::optional<std::uint64_t> size) : descriptor_(descriptor), size_(size) {}
  /// Errors   ingest.unreadable (io).
  [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override;
  [[nodiscard]] bool can_seek() const { return size_.has_value(); }
  [[nodiscard]] std::uint64_t size() const { return size_.value_or(0); }
  [[nodiscard]] std::uint64_t position() const { return position_; }
  void seek(std::uint64_t to) { position_ = to; }
  /// All bytes read, those read twice counted twice.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  int descriptor_;
  std::optional<std::uint64_t> size_;
  std::uint64_t position_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace sidik::ingest
