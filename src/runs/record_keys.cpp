#include "runs/record_keys.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sidik::runs {

RecordKeys::RecordKeys(std::uint64_t limit_bytes, std::string spill_directory)
    : limit_bytes_(limit_bytes), spill_directory_(std::move(spill_directory)) {}

void RecordKeys::grow(Partition& partition) {
  if (blocks_in_use_ > 0 && (blocks_in_use_ + 1) * kBlockEntries * sizeof(Entry) > limit_bytes_) spill();
  Block block;
  if (free_.empty()) {
    block = std::make_unique_for_overwrite<Entry[]>(kBlockEntries);
  } else {
    block = std::move(free_.back());
    free_.pop_back();
  }
  ++blocks_in_use_;
  partition.next = block.get();
  partition.end = partition.next + kBlockEntries;
  partition.blocks.push_back(std::move(block));
}

void RecordKeys::spill() {
  if (!failure_ && !file_) {
    if (auto made = SpillFile::create(spill_directory_))
      file_ = std::move(*made);
    else
      failure_ = made.error();
  }
  std::vector<std::uint64_t> words;
  for (std::size_t p = 0; p < partitions_.size(); ++p) {
    Partition& partition = partitions_[p];
    words.clear();
    for (std::size_t b = 0; b < partition.blocks.size(); ++b) {
      const Entry* const entries = partition.blocks[b].get();
      for (std::size_t i = 0; i < partition.entries_in(b); ++i)
        words.insert(words.end(), {entries[i].key, entries[i].record});
    }
    std::ranges::move(partition.blocks, std::back_inserter(free_));
    partition.blocks.clear();
    partition.next = partition.end = nullptr;
    if (failure_ || words.empty()) continue;
    extents_.push_back({p, file_->size(), words.size()});
    if (auto status = file_->append(words); !status) failure_ = status.error();
  }
  blocks_in_use_ = 0;
}

template <class Visitor>
Status RecordKeys::visit(std::size_t partition, Visitor&& visitor) const {
  const Partition& in_memory = partitions_[partition];
  for (std::size_t b = 0; b < in_memory.blocks.size(); ++b) {
    const Entry* const entries = in_memory.blocks[b].get();
    for (std::size_t i = 0; i < in_memory.entries_in(b); ++i) visitor(entries[i].key, entries[i].record);
  }
  constexpr std::uint64_t kPieceWords = 8192;
  std::vector<std::uint64_t> piece;
  for (const Extent& extent : extents_) {
    if (extent.partition != partition) continue;
    for (std::uint64_t done = 0; done < extent.words; done += piece.size()) {
      piece.resize(std::min(kPieceWords, extent.words - done));
      SIDIK_CHECK(file_->read(extent.first + done, piece));
      for (std::size_t i = 0; i < piece.size(); i += 2) visitor(piece[i], piece[i + 1]);
    }
  }
  return {};
}

Result<std::uint64_t> find_contained(std::span<const RecordKeys* const> keys,
                                     std::span<const KeyPartitions* const> members, PartitionRange range,
                                     const std::function<void(std::uint64_t record)>& found) {
  for (const RecordKeys* set : keys) {
    if (set->failure_) return std::unexpected(*set->failure_);
  }
  std::uint64_t distinct = 0;
  KeyTable seen;
  const auto probe = [&](std::size_t partition, const KeyTable& table) -> Status {
    seen.reset(table.size());
    for (const RecordKeys* set : keys) {
      SIDIK_CHECK(set->visit(partition, [&](std::uint64_t key, std::uint64_t record) {
        if (!table.contains(key)) return;
        distinct += seen.insert(key) ? 1 : 0;
        found(record);
      }));
    }
    return {};
  };
  SIDIK_CHECK(for_each_partition(members, range, probe));
  return distinct;
}

}  // namespace sidik::runs
