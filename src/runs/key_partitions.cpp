#include "runs/key_partitions.hpp"

#include <algorithm>
#include <array>

namespace sidik::runs {
namespace {

/// The keys that one pass over a partition counts: those whose upper `bits` bits are `number`. A pass whose table
/// overflows is split in two; the passes before it stand.
struct Pass {
  static constexpr unsigned kMostBits = 12;

  unsigned bits = 0;
  std::uint64_t number = 0;

  [[nodiscard]] bool holds(std::uint64_t key) const { return bits == 0 || key >> (64 - bits) == number; }
  [[nodiscard]] bool is_last() const { return number + 1 == std::uint64_t{1} << bits; }
  void split() {
    ++bits;
    number *= 2;
  }
};

}  // namespace

KeyPartitions::KeyPartitions(MemoryBudget& budget, Repeats repeats)
    : in_dictionary_(repeats == Repeats::dropped), store_(std::make_unique<PartitionStore>(budget, repeats)) {}

void KeyPartitions::leave_dictionary() {
  for (const Hash128& key : dictionary_.slots()) {
    if (key != Hash128{}) store_->append(key);
  }
  if (dictionary_.has_zero()) store_->append(Hash128{});
  dictionary_.release();
  in_dictionary_ = false;
  recent_.resize(kRecentKeys);
  // A slot starts with a key that belongs to another slot, so that no key is taken for a repeat.
  for (std::size_t slot = 0; slot < kRecentKeys; ++slot) recent_[slot].low = slot ^ 1;
}

std::uint64_t KeyPartitions::size_bound(std::size_t partition) const {
  return in_dictionary_ ? dictionary_.size() : store_->size(partition);
}

template <class Visitor>
Status KeyPartitions::visit(std::size_t partition, Visitor&& visitor) const {
  if (!in_dictionary_) return store_->visit(partition, visitor);
  for (const Hash128& key : dictionary_.slots()) {
    if (key == Hash128{} || PartitionStore::partition_of(key) != partition) continue;
    visitor(std::span<const std::uint64_t>(&key.low, 1));
  }
  if (dictionary_.has_zero() && partition == 0)
    visitor(std::span<const std::uint64_t>(std::array<std::uint64_t, 1>{0}));
  return {};
}

template <class AfterPass>
Status KeyPartitions::gather(std::span<const KeyPartitions* const> sets, std::size_t partition, KeyTable& table,
                             AfterPass&& after_pass) {
  std::uint64_t keys = 0;
  for (const KeyPartitions* set : sets) keys += set->size_bound(partition);
  if (keys == 0) return {};
  std::uint64_t most_keys = sets.front()->store_->budget().table_bytes() / (2 * sizeof(std::uint64_t));
  for (Pass pass;;) {
    table.reset(std::min(keys, most_keys));
    bool overflows = false;
    for (const KeyPartitions* set : sets) {
      SIDIK_CHECK(set->visit(partition, [&](std::span<const std::uint64_t> piece) {
        overflows = overflows || !table.has_room(piece.size());
        if (overflows) return;
        for (const std::uint64_t key : piece) {
          if (pass.holds(key)) table.insert(key);
        }
      }));
    }
    if (overflows && pass.bits < Pass::kMostBits) {
      pass.split();
      continue;
    }
    if (overflows) {  // keys that are not spread evenly: the answer counts more than the memory
      most_keys *= 2;
      continue;
    }
    SIDIK_CHECK(after_pass(pass));
    if (pass.is_last()) return {};
    ++pass.number;
  }
}

Result<std::uint64_t> KeyPartitions::count_distinct() const {
  const KeyPartitions* const self = this;
  return runs::count_distinct(std::span(&self, 1));
}

Result<std::uint64_t> count_distinct(std::span<const KeyPartitions* const> sets) {
  for (const KeyPartitions* set : sets) SIDIK_CHECK(set->store_->budget().status());
  if (sets.size() == 1 && sets.front()->in_dictionary_) return sets.front()->dictionary_.size();
  std::uint64_t distinct = 0;
  KeyTable table;
  for (std::size_t partition = 0; partition < PartitionStore::kPartitions; ++partition) {
    SIDIK_CHECK(KeyPartitions::gather(sets, partition, table, [&](const Pass&) -> Status {
      distinct += table.size();
      return {};
    }));
  }
  return distinct;
}

Result<std::uint64_t> count_contained(std::span<const KeyPartitions* const> probes,
                                      std::span<const KeyPartitions* const> members) {
  for (const KeyPartitions* set : probes) SIDIK_CHECK(set->store_->budget().status());
  for (const KeyPartitions* set : members) SIDIK_CHECK(set->store_->budget().status());
  std::uint64_t contained = 0;
  KeyTable table;
  for (std::size_t partition = 0; partition < PartitionStore::kPartitions; ++partition) {
    const auto probe = [&](const Pass& pass) -> Status {
      for (const KeyPartitions* set : probes) {
        SIDIK_CHECK(set->visit(partition, [&](std::span<const std::uint64_t> piece) {
          for (const std::uint64_t key : piece) contained += pass.holds(key) && table.contains(key) ? 1 : 0;
        }));
      }
      return {};
    };
    SIDIK_CHECK(KeyPartitions::gather(members, partition, table, probe));
  }
  return contained;
}

Status for_each_partition(std::span<const KeyPartitions* const> sets, PartitionRange range,
                          const std::function<Status(std::size_t partition, const KeyTable& table)>& take) {
  for (const KeyPartitions* set : sets) SIDIK_CHECK(set->store_->budget().status());
  if (sets.empty()) return {};
  KeyTable table;
  for (std::size_t partition = range.first; partition < range.end; ++partition) {
    SIDIK_CHECK(KeyPartitions::gather(sets, partition, table, [&](const Pass&) { return take(partition, table); }));
  }
  return {};
}

Result<std::uint64_t> count_contained(const KeyPartitions& probes, const KeyPartitions& members) {
  const KeyPartitions* const probe = &probes;
  const KeyPartitions* const member = &members;
  return count_contained(std::span(&probe, 1), std::span(&member, 1));
}

}  // namespace sidik::runs
