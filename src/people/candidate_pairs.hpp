#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/crew.hpp"
#include "people/blocking_plan.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// Records of one block: places in the order of their pass.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The records of a pass, block after block.
struct PassBlocks {
  std::vector<RecordNumber> order;
  std::vector<Block> blocks;
  double pairs = 0;         ///< within the blocks
  double not_compared = 0;  ///< pairs of blocks that were too large and were split
};

/// The pairs that the passes yield, each once: it belongs to the first pass that yields it, which is seen from the keys
/// of its two records, so no set of pairs is kept.
///
/// A block of more pairs than `most_pairs_of_block` is split by the values of a further field, and where that does not
/// do by slices; what is then not compared is counted. Order    begin_pass(0), visit*, begin_pass(1), visit*, ... Cost
/// 64 bytes a record at most, and the sorting of each pass.
class CandidatePairs {
 public:
  /// Of two records and the lane that visits them.
  using Visit = std::function<void(std::size_t lane, RecordNumber left, RecordNumber right)>;

  CandidatePairs(const RecordStore& store, std::vector<BlockingPass> passes);
  [[nodiscard]] const std::vector<BlockingPass>& passes() const { return passes_; }
  [[nodiscard]] const PassBlocks& begin_pass(std::size_t pass);
  /// The pairs of the pass that was begun last, block by block, one block in `every` (by its place).
  void visit(Crew& crew, std::size_t every, const Visit& visit) const;

 private:
  void split(Block block, const std::vector<std::uint32_t>& finer, PassBlocks& out);
  [[nodiscard]] bool is_of_earlier_pass(RecordNumber left, RecordNumber right) const;
  void visit_blocks(std::size_t lane, std::size_t from, std::size_t to, std::size_t every, const Visit& visit) const;
  [[nodiscard]] std::uint32_t& key(RecordNumber record, std::size_t pass) {
    return keys_[record * passes_.size() + pass];
  }

  const RecordStore& store_;
  std::vector<BlockingPass> passes_;
  std::vector<std::uint32_t> keys_;  ///< record by record, as far as passes were begun
  std::size_t pass_ = 0;
  PassBlocks blocks_;
  double most_pairs_of_block_;
};

}  // namespace sidik::people
