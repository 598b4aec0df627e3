#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ingest/byte_source.hpp"
#include "ingest/unpack/codec.hpp"
#include "ingest/unpack/stop.hpp"

namespace sidik::ingest {

/// The unpacked bytes of a gzip, bzip2, xz or zstd stream, of one part or several one after the other.
///
/// A stream that ends early or is damaged gives every byte that came before, then ends; stop() says why. Zero bytes
/// between and behind the parts are padding; other bytes behind the last part are left out and told in stop().
/// Cost     256 KiB and what the codec needs. No bound on what comes out: that is the caller's (UnpackGuard).
/// Lifetime `inner` outlives it.
class Decompressor final : public ByteSource {
 public:
  Decompressor(ContainerKind kind, ByteSource& inner, std::uint64_t memory_bytes);
  [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override;
  [[nodiscard]] std::string cut_because() const override { return to_words(stop_, kind_); }
  [[nodiscard]] Stop stop() const { return stop_; }
  /// Packed bytes used so far.
  [[nodiscard]] std::uint64_t packed() const { return packed_ - left_.size(); }

 private:
  Result<bool> refill();
  bool begins_part();
  void step(std::span<char>& out);
  void end(StopCode code, std::uint64_t at);

  ContainerKind kind_;
  ByteSource& inner_;
  std::unique_ptr<Codec> codec_;
  std::vector<char> input_;
  std::span<const char> left_;
  std::uint64_t packed_ = 0;
  bool is_first_part_ = true;
  bool is_between_parts_ = true;
  bool may_hold_more_ = false;  ///< the last step filled its room: the codec may give more without further input
  bool is_ended_ = false;
  Stop stop_;
};

}  // namespace sidik::ingest
