#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "runs/block_pool.hpp"
#include "runs/key_table.hpp"

namespace sidik::runs {

class PartitionStore;

/// The memory that all key sets of one worker share, and the folder they spill to.
///
/// `limit_bytes`   three quarters go to the keys, one quarter bounds the hash table of a count. Beyond the keys' part
///                 the largest set goes to its temporary file. Dictionaries and filters (at most 136 KiB a set) come
///                 on top.
/// Errors   runs.spill_failed (io): kept in `status`; from then on keys are dropped and every count returns the error.
/// Threads  adding to the sets of one budget is one thread's work; give each worker its own budget. Counting different
///          sets may run side by side.
/// Lifetime outlives its sets; cannot move.
class MemoryBudget {
 public:
  MemoryBudget(std::uint64_t limit_bytes, std::string spill_directory);
  ~MemoryBudget();
  MemoryBudget(const MemoryBudget&) = delete;
  MemoryBudget& operator=(const MemoryBudget&) = delete;

  /// The first failed spill, if any.
  [[nodiscard]] Status status() const;
  [[nodiscard]] std::uint64_t table_bytes() const { return table_bytes_; }
  /// Memory taken for keys so far; it is recycled, never given back.
  [[nodiscard]] std::uint64_t allocated_bytes() const { return pool_.allocated_bytes(); }

 private:
  friend class PartitionStore;

  void enrol(PartitionStore* store);
  void dismiss(PartitionStore* store);
  /// A block; spills the largest store when there is none. Null after a failure.
  [[nodiscard]] KeyBlock* take_block();
  void give_back(KeyBlock* block) { pool_.give_back(block); }

  std::uint64_t table_bytes_;
  std::string spill_directory_;
  BlockPool pool_;
  std::vector<PartitionStore*> stores_;
  std::optional<Error> failure_;
  KeyTable scratch_table_;  ///< for clearing a partition of repeats
  std::vector<std::uint64_t> scratch_keys_;
};

}  // namespace sidik::runs
