#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "base/hash128.hpp"
#include "base/result.hpp"
#include "runs/key_dictionary.hpp"
#include "runs/key_table.hpp"
#include "runs/memory_budget.hpp"
#include "runs/partition_store.hpp"

namespace sidik::runs {

/// Some of the 256 partitions; all of them by default.
struct PartitionRange {
  std::size_t first = 0;
  std::size_t end = PartitionStore::kPartitions;
};

/// A set of keys that is counted exactly in bounded memory: one a column, one for whole rows.
///
/// Input    keyed hashes (crypto/keyed_hash): uniformly distributed, unknown to whoever wrote the dump.
/// Exact    but for keys that agree in 72 bits (the upper 8 of `high`, and `low`): n distinct keys are counted too
///          low with a chance below n^2 / 2^73. 1,000,000 keys: 1.1e-10; 279 million: 8.3e-6.
/// Repeats  dropped: a set, for distinct counts; memory follows the distinct keys. kept: a multiset, for the probes of
///          count_contained; it can be counted as well.
/// Errors   a failed spill is remembered by the budget; every count then returns runs.spill_failed.
/// Cost     30 columns of 1,000,000 on one busy core: 10 to 20 ns an add with its share of fresh memory, a count 7 to
///          9 ns a stored key. Up to 4,096 distinct keys live in a dictionary; above, 8 bytes a key, in memory or on
///          disk.
/// Lifetime the budget outlives the set. Movable. Counting leaves the set as it is.
/// Threads  one; see MemoryBudget.
class KeyPartitions {
 public:
  explicit KeyPartitions(MemoryBudget& budget, Repeats repeats = Repeats::dropped);

  void add(Hash128 key) {
    if (in_dictionary_) {
      if (dictionary_.add(key)) return;
      leave_dictionary();
    }
    if (!recent_.empty()) {
      Hash128& slot = recent_[key.low & (kRecentKeys - 1)];
      if (slot == key) return;
      slot = key;
    }
    store_->append(key);
  }
  void add(std::span<const Hash128> keys) {
    for (const Hash128& key : keys) add(key);
  }

  [[nodiscard]] Result<std::uint64_t> count_distinct() const;
  /// Keys in the temporary file so far.
  [[nodiscard]] std::uint64_t spilled_keys() const { return store_->spilled_keys(); }

  friend Result<std::uint64_t> count_distinct(std::span<const KeyPartitions* const> sets);
  friend Result<std::uint64_t> count_contained(std::span<const KeyPartitions* const> probes,
                                               std::span<const KeyPartitions* const> members);
  friend Status for_each_partition(std::span<const KeyPartitions* const> sets, PartitionRange range,
                                   const std::function<Status(std::size_t partition, const KeyTable& table)>& take);

 private:
  static constexpr std::size_t kRecentKeys = 1024;

  void leave_dictionary();
  /// Keys stored of a partition, or more.
  [[nodiscard]] std::uint64_t size_bound(std::size_t partition) const;
  template <class Visitor>
  [[nodiscard]] Status visit(std::size_t partition, Visitor&& visitor) const;
  /// Fills `table` with the distinct keys of a partition of all `sets`, in as many passes as the memory asks for, and
  /// calls `after_pass(pass)` after each.
  template <class AfterPass>
  [[nodiscard]] static Status gather(std::span<const KeyPartitions* const> sets, std::size_t partition, KeyTable& table,
                                     AfterPass&& after_pass);

  bool in_dictionary_;
  KeyDictionary dictionary_;
  std::vector<Hash128> recent_;  ///< the last key of each slot; drops repeats that come soon; empty: not in use
  std::unique_ptr<PartitionStore> store_;
};

/// Distinct keys of all sets taken together, for example of one column read by several workers.
[[nodiscard]] Result<std::uint64_t> count_distinct(std::span<const KeyPartitions* const> sets);
/// How many of the keys of `probes`, each as often as it was added, occur in `members`. `probes` keeps repeats; when it
/// drops them, its distinct keys are counted.
[[nodiscard]] Result<std::uint64_t> count_contained(std::span<const KeyPartitions* const> probes,
                                                    std::span<const KeyPartitions* const> members);
[[nodiscard]] Result<std::uint64_t> count_contained(const KeyPartitions& probes, const KeyPartitions& members);
/// Shows the distinct keys of all sets taken together, by partition (the upper 8 bits of `high`) and `low`. A partition
/// that outgrows the memory of a count comes in several tables, one after the other, no key twice; one without keys
/// does not come.
[[nodiscard]] Status for_each_partition(
    std::span<const KeyPartitions* const> sets, PartitionRange range,
    const std::function<Status(std::size_t partition, const KeyTable& table)>& take);

}  // namespace sidik::runs
