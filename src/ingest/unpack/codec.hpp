#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "ingest/unpack/container.hpp"

namespace sidik::ingest {

/// One way of packing a stream, behind a library: unpacks from memory to memory.
class Codec {
 public:
  enum class Outcome : std::uint8_t {
    more,      ///< go on
    part_end,  ///< a gzip member, an xz stream, a zstd frame ended; another may follow
    damaged,
    out_of_memory
  };
  virtual ~Codec() = default;
  /// Moves the fronts of both spans past what was used and written.
  [[nodiscard]] virtual Outcome step(std::span<const char>& in, std::span<char>& out) = 0;
  /// Begins the next part. False: no memory.
  [[nodiscard]] virtual bool restart() = 0;
  /// Whether a byte can begin a further part.
  [[nodiscard]] virtual bool can_begin(std::uint8_t byte) const = 0;
};

/// Null when there is no memory for it, or `kind` is no packed stream. `memory_bytes` bounds what xz and zstd may ask
/// for.
[[nodiscard]] std::unique_ptr<Codec> make_codec(ContainerKind kind, std::uint64_t memory_bytes);

[[nodiscard]] std::unique_ptr<Codec> make_gzip_codec();
[[nodiscard]] std::unique_ptr<Codec> make_bzip2_codec();
[[nodiscard]] std::unique_ptr<Codec> make_xz_codec(std::uint64_t memory_bytes);
[[nodiscard]] std::unique_ptr<Codec> make_zstd_codec(std::uint64_t memory_bytes);

}  // namespace sidik::ingest
