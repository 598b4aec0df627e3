#pragma once

#include <memory>
#include <string>

#include "base/limits.hpp"
#include "ingest/byte_source.hpp"

namespace sidik::ingest {

/// The bytes of a member in memory, for formats that are read from any place (SQLite, XLSX) when they do not lie in a
/// file of their own: inside an archive, or from a pipe.
///
/// Errors   ingest.member_too_large (limit) when the member is longer than a quarter of limits.memory_bytes.
class MemberBuffer final : public SeekableSource {
 public:
  /// Reads `stream` to its end.
  [[nodiscard]] static Result<std::unique_ptr<MemberBuffer>> read_all(ByteSource& stream, const Limits& limits);

  [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override;
  [[nodiscard]] bool seek(std::uint64_t offset) override;
  [[nodiscard]] std::uint64_t position() const override { return at_; }
  [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace sidik::ingest
