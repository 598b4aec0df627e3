#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/hash128.hpp"
#include "base/result.hpp"
#include "runs/key_partitions.hpp"
#include "runs/spill_file.hpp"

namespace sidik::runs {

/// Keys that remember their record, to be told later which of them stand in a set: when the set is not known yet while
/// the records pass by.
///
/// Memory    16 bytes a key, up to `limit_bytes`; beyond it all go to a temporary file (see SpillFile).
/// Exact     as KeyPartitions: keys are told apart by 72 bits.
/// Errors    runs.spill_failed is remembered; find_contained then returns it.
/// Threads   one.
class RecordKeys {
 public:
  RecordKeys(std::uint64_t limit_bytes, std::string spill_directory);

  void add(Hash128 key, std::uint64_t record) {
    Partition& partition = partitions_[PartitionStore::partition_of(key)];
    if (partition.next == partition.end) grow(partition);
    *partition.next++ = {key.low, record};
    ++size_;
  }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::uint64_t spilled_bytes() const { return file_ ? file_->size() * sizeof(std::uint64_t) : 0; }

  friend Result<std::uint64_t> find_contained(std::span<const RecordKeys* const> keys,
                                              std::span<const KeyPartitions* const> members, PartitionRange range,
                                              const std::function<void(std::uint64_t record)>& found);

 private:
  struct Entry {
    std::uint64_t key = 0;  ///< `low`; `high` says the partition
    std::uint64_t record = 0;
  };
  struct Extent {
    std::size_t partition = 0;
    std::uint64_t first = 0;  ///< in 64-bit words
    std::uint64_t words = 0;
  };
  /// Entries of one partition, in blocks that are taken whole and kept for reuse.
  static constexpr std::size_t kBlockEntries = 512;
  using Block = std::unique_ptr<Entry[]>;
  struct Partition {
    Entry* next = nullptr;
    Entry* end = nullptr;
    std::vector<Block> blocks;
    [[nodiscard]] std::size_t entries_in(std::size_t block) const {
      return block + 1 < blocks.size() ? kBlockEntries : static_cast<std::size_t>(next - blocks[block].get());
    }
  };
  /// Gives the partition an empty block; spills all when the memory is used up.
  void grow(Partition& partition);
  void spill();
  template <class Visitor>
  [[nodiscard]] Status visit(std::size_t partition, Visitor&& visitor) const;

  std::uint64_t limit_bytes_;
  std::string spill_directory_;
  std::array<Partition, PartitionStore::kPartitions> partitions_;
  std::vector<Block> free_;
  std::uint64_t blocks_in_use_ = 0;
  std::uint64_t size_ = 0;
  std::optional<SpillFile> file_;
  std::vector<Extent> extents_;
  std::optional<Error> failure_;
};

/// Calls `found` with the record of every key that stands in one of `members`, in no order, a record as often as it has
/// such keys.
/// Output   how many distinct keys were found.
/// Threads  ranges that do not touch may be worked off side by side; no key stands in two of them.
/// Cost     some 10 ns a key and a member.
[[nodiscard]] Result<std::uint64_t> find_contained(std::span<const RecordKeys* const> keys,
                                                   std::span<const KeyPartitions* const> members, PartitionRange range,
                                                   const std::function<void(std::uint64_t record)>& found);

}  // namespace sidik::runs
