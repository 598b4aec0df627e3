#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sidik::runs {

/// 2 KiB of keys, aligned to its size, so that a position in it tells where it ends. Blocks form lists, newest first.
struct alignas(2048) KeyBlock {
  static constexpr std::size_t kKeys = 255;
  KeyBlock* older;
  std::array<std::uint64_t, kKeys> keys;
};
static_assert(sizeof(KeyBlock) == 2048);

/// Hands out key blocks and takes them back. The first touch of fresh memory costs more than all that is done with it,
/// so memory is taken from the system in large pieces (huge pages where the system gives them) and never returned
/// before the end.
///
/// Threads  one.
/// Lifetime the pool outlives its blocks.
class BlockPool {
 public:
  /// `limit_bytes`: what the pool takes from the system at most; at least one piece is always granted.
  explicit BlockPool(std::uint64_t limit_bytes);

  /// A block with undefined content, or null when the limit is reached and none is free.
  [[nodiscard]] KeyBlock* take();
  void give_back(KeyBlock* block);
  [[nodiscard]] std::uint64_t allocated_bytes() const { return pieces_.size() * piece_bytes_; }

 private:
  struct FreeAligned {
    void operator()(KeyBlock* memory) const;
  };
  [[nodiscard]] bool take_piece();

  std::uint64_t limit_bytes_;
  std::size_t piece_bytes_;
  std::vector<std::unique_ptr<KeyBlock, FreeAligned>> pieces_;
  KeyBlock* free_ = nullptr;   ///< blocks that were given back
  KeyBlock* fresh_ = nullptr;  ///< untouched blocks of the newest piece
  KeyBlock* fresh_end_ = nullptr;
};

}  // namespace sidik::runs
