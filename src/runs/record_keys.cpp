#include "runs/record_keys.hpp"

#include <algorithm>
#include <utility>

namespace sidik::runs {

RecordKeys::RecordKeys(std::uint64_t limit_bytes, std::string spill_directory)
    : limit_bytes_(limit_bytes), spill_directory_(std::move(spill_directory)) {}

void RecordKeys::add(Hash128 key, std::uint64_t record) {
  partitions_[PartitionStore::partition_of(key)].push_back({key.low, record});
  ++size_;
  if (++in_memory_ * sizeof(Entry) > limit_bytes_) spill();
}

void RecordKeys::spill() {
  in_memory_ = 0;
  if (!failure_ && !file_) {
    if (auto made = SpillFile::create(spill_directory_))
      file_ = std::move(*made);
    else
      failure_ = made.error();
  }
  std::vector<std::uint64_t> words;
  for (std::size_t p = 0; p < partitions_.size(); ++p) {
    auto& entries = partitions_[p];
    words.clear();
    for (const Entry& entry : entries) words.insert(words.end(), {entry.key, entry.record});
    entries.clear();
    if (failure_ || words.empty()) continue;
    extents_.push_back({p, file_->size(), words.size()});
    if (auto status = file_->append(words); !status) failure_ = status.error();
  }
}

template <class Visitor>
Status RecordKeys::visit(std::size_t partition, Visitor&& visitor) const {
  for (const Entry& entry : partitions_[partition]) visitor(entry.key, entry.record);
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
                                     std::span<const KeyPartitions* const> members,
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
  SIDIK_CHECK(for_each_partition(members, probe));
  return distinct;
}

}  // namespace sidik::runs
