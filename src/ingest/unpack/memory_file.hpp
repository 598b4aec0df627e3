#pragma once

#include <cstdint>
#include <optional>

#include "ingest/byte_source.hpp"
#include "ingest/unpack/pipe.hpp"

namespace sidik::ingest {

/// A stream kept whole in memory behind a descriptor, so that it can be read at any place. Nothing of it is on a disk
/// (except where the system swaps).
class MemoryFile {
 public:
  /// Takes all of `stream`, at most `most_bytes`.
  /// Output   is_whole() is false when the stream is longer; what was taken is kept.
  /// Errors   those of the stream; ingest.unpack_memory (limit) when the system gives no memory.
  [[nodiscard]] static Result<MemoryFile> take(ByteSource& stream, std::uint64_t most_bytes);
  [[nodiscard]] int descriptor() const { return descriptor_.get(); }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] bool is_whole() const { return is_whole_; }

 private:
  Descriptor descriptor_;
  std::uint64_t size_ = 0;
  bool is_whole_ = true;
};

/// What a MemoryFile took, then what is left of the stream behind it.
class ContinuedSource final : public ByteSource {
 public:
  ContinuedSource(const MemoryFile& first, ByteSource& rest) : first_(first), rest_(rest) {}
  [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override;
  [[nodiscard]] std::string cut_because() const override { return rest_.cut_because(); }

 private:
  const MemoryFile& first_;
  ByteSource& rest_;
  std::uint64_t at_ = 0;
};

}  // namespace sidik::ingest
