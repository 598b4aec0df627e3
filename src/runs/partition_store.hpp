#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/hash128.hpp"
#include "base/result.hpp"
#include "runs/block_pool.hpp"
#include "runs/memory_budget.hpp"
#include "runs/spill_file.hpp"

namespace sidik::runs {

/// Whether a key that was there before may be forgotten (a set) or counts again (a multiset).
enum class Repeats : unsigned char { dropped, kept };

/// Keys in 256 partitions by the upper eight bits of `high`; of each key `low` is stored. Blocks in memory, and what
/// was spilled.
///
/// With Repeats::dropped a partition that has doubled since it was last looked at is cleared of its repeats, so memory
/// follows the distinct keys. Repeats may remain: who counts must still look.
/// Lifetime the budget outlives the store; the store cannot move, because the budget knows its address.
class PartitionStore {
 public:
  static constexpr std::size_t kPartitions = 256;

  PartitionStore(MemoryBudget& budget, Repeats repeats);
  ~PartitionStore();
  PartitionStore(const PartitionStore&) = delete;
  PartitionStore& operator=(const PartitionStore&) = delete;

  static std::size_t partition_of(Hash128 key) { return key.high >> 56; }

  void append(Hash128 key) { append(partition_of(key), key.low); }

  /// Keys stored of a partition, in memory and spilled.
  [[nodiscard]] std::uint64_t size(std::size_t partition) const;
  /// Shows the keys of a partition in pieces of at most 8,192.
  template <class Visitor>
  [[nodiscard]] Status visit(std::size_t partition, Visitor&& visitor) const;

  /// Writes all partitions to the temporary file and gives their blocks back.
  [[nodiscard]] Status spill();
  [[nodiscard]] std::uint64_t blocks() const { return blocks_; }
  [[nodiscard]] std::uint64_t spilled_keys() const { return file_ ? file_->size() : 0; }
  [[nodiscard]] MemoryBudget& budget() const { return budget_; }

 private:
  static constexpr std::size_t kPieceKeys = 8192;
  static constexpr std::uint32_t kFirstClearing = 16;  ///< blocks: 4,080 keys, a table of 64 KiB

  struct Extent {
    std::uint32_t partition;
    std::uint64_t first;
    std::uint64_t keys;
  };
  struct Partition {
    std::uint32_t blocks = 0;
    std::uint32_t clear_at = kFirstClearing;  ///< blocks at which repeats are looked for
  };

  void append(std::size_t partition, std::uint64_t key) {
    std::uint64_t*& cursor = cursors_[partition];
    if (is_block_end(cursor) && !add_block(partition)) return;
    *cursor++ = key;
  }
  static bool is_block_end(const std::uint64_t* cursor) {
    return (reinterpret_cast<std::uintptr_t>(cursor) & (sizeof(KeyBlock) - 1)) == 0;
  }
  /// The block that the cursor stands in or at the end of.
  static KeyBlock* block_before(std::uint64_t* cursor);
  static std::size_t keys_in(const KeyBlock* block, const std::uint64_t* cursor);

  /// Gives the partition an empty newest block; false after a failed spill.
  bool add_block(std::size_t partition);
  void clear_repeats(std::size_t partition);
  /// Copies the keys in memory to the budget's scratch, without repeats where they may be dropped.
  void collect(std::size_t partition);
  void release_blocks(std::size_t partition);

  /// Where the next key goes; at a multiple of the block size there is no room (and null: no block).
  std::array<std::uint64_t*, kPartitions> cursors_{};
  std::array<Partition, kPartitions> partitions_{};
  std::uint64_t blocks_ = 0;
  MemoryBudget& budget_;
  Repeats repeats_;
  std::optional<SpillFile> file_;
  std::vector<Extent> extents_;
};

template <class Visitor>
Status PartitionStore::visit(std::size_t partition, Visitor&& visitor) const {
  std::uint64_t* cursor = cursors_[partition];
  if (cursor != nullptr) {
    KeyBlock* block = block_before(cursor);
    visitor(std::span<const std::uint64_t>(block->keys.data(), keys_in(block, cursor)));
    for (block = block->older; block != nullptr; block = block->older) {
      visitor(std::span<const std::uint64_t>(block->keys));
    }
  }
  if (extents_.empty()) return {};
  std::vector<std::uint64_t> piece(kPieceKeys);
  for (const Extent& extent : extents_) {
    if (extent.partition != partition) continue;
    for (std::uint64_t done = 0; done < extent.keys;) {
      const std::span<std::uint64_t> keys =
          std::span(piece).first(std::min<std::uint64_t>(kPieceKeys, extent.keys - done));
      SIDIK_CHECK(file_->read(extent.first + done, keys));
      visitor(std::span<const std::uint64_t>(keys));
      done += keys.size();
    }
  }
  return {};
}

}  // namespace sidik::runs
