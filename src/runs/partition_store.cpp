#include "runs/partition_store.hpp"

#include <utility>

namespace sidik::runs {

PartitionStore::PartitionStore(MemoryBudget& budget, Repeats repeats) : budget_(budget), repeats_(repeats) {
  budget_.enrol(this);
}

PartitionStore::~PartitionStore() {
  for (std::size_t partition = 0; partition < kPartitions; ++partition) release_blocks(partition);
  budget_.dismiss(this);
}

KeyBlock* PartitionStore::block_before(std::uint64_t* cursor) {
  // The cursor is past the header of its block or at its end, so the word before it lies in the block.
  const auto offset = reinterpret_cast<std::uintptr_t>(cursor - 1) & (sizeof(KeyBlock) - 1);
  return reinterpret_cast<KeyBlock*>(reinterpret_cast<char*>(cursor - 1) - offset);
}

std::size_t PartitionStore::keys_in(const KeyBlock* block, const std::uint64_t* cursor) {
  return static_cast<std::size_t>(cursor - block->keys.data());
}

std::uint64_t PartitionStore::size(std::size_t partition) const {
  std::uint64_t keys = 0;
  if (std::uint64_t* cursor = cursors_[partition]; cursor != nullptr) {
    keys = (partitions_[partition].blocks - 1) * std::uint64_t{KeyBlock::kKeys} + keys_in(block_before(cursor), cursor);
  }
  for (const Extent& extent : extents_) keys += extent.partition == partition ? extent.keys : 0;
  return keys;
}

bool PartitionStore::add_block(std::size_t partition) {
  if (repeats_ == Repeats::dropped && partitions_[partition].blocks >= partitions_[partition].clear_at) {
    clear_repeats(partition);
    if (!is_block_end(cursors_[partition])) return true;
  }
  KeyBlock* block = budget_.take_block();  // may spill this very store
  if (block == nullptr) return false;
  block->older = cursors_[partition] == nullptr ? nullptr : block_before(cursors_[partition]);
  cursors_[partition] = block->keys.data();
  ++partitions_[partition].blocks;
  ++blocks_;
  return true;
}

void PartitionStore::clear_repeats(std::size_t partition) {
  collect(partition);
  release_blocks(partition);
  // The blocks that were just given back suffice for what is left of their keys, so nothing spills here.
  for (const std::uint64_t key : budget_.scratch_keys_) append(partition, key);
  partitions_[partition].clear_at = std::max(kFirstClearing, 2 * partitions_[partition].blocks);
}

void PartitionStore::collect(std::size_t partition) {
  std::vector<std::uint64_t>& kept = budget_.scratch_keys_;
  KeyTable& seen = budget_.scratch_table_;
  kept.clear();
  if (cursors_[partition] == nullptr) return;
  KeyBlock* block = block_before(cursors_[partition]);
  std::size_t keys = keys_in(block, cursors_[partition]);
  if (repeats_ == Repeats::dropped) seen.reset(partitions_[partition].blocks * KeyBlock::kKeys);
  for (; block != nullptr; block = block->older, keys = KeyBlock::kKeys) {
    for (std::size_t at = 0; at < keys; ++at) {
      if (repeats_ == Repeats::kept || seen.insert(block->keys[at])) kept.push_back(block->keys[at]);
    }
  }
}

void PartitionStore::release_blocks(std::size_t partition) {
  if (cursors_[partition] == nullptr) return;
  for (KeyBlock* block = block_before(cursors_[partition]); block != nullptr;) {
    KeyBlock* older = block->older;
    budget_.give_back(block);
    block = older;
  }
  blocks_ -= partitions_[partition].blocks;
  partitions_[partition].blocks = 0;
  cursors_[partition] = nullptr;
}

Status PartitionStore::spill() {
  if (!file_) {
    SIDIK_TRY(SpillFile created, SpillFile::create(budget_.spill_directory_));
    file_ = std::move(created);
  }
  for (std::uint32_t partition = 0; partition < kPartitions; ++partition) {
    collect(partition);
    const std::vector<std::uint64_t>& keys = budget_.scratch_keys_;
    if (keys.empty()) continue;
    const std::uint64_t first = file_->size();
    SIDIK_CHECK(file_->append(keys));
    extents_.push_back({partition, first, keys.size()});
    release_blocks(partition);
    partitions_[partition].clear_at = kFirstClearing;
  }
  return {};
}

}  // namespace sidik::runs
