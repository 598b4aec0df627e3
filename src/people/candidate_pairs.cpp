#include "people/candidate_pairs.hpp"

#include <algorithm>
#include <utility>

#include "people/text_hash.hpp"

namespace sidik::people {
namespace {

constexpr double kPairsOfTask = 50000;

double pairs_of(Block block) {
  const double records = block.end - block.begin;
  return records * (records - 1) / 2;
}

/// The field that splits blocks best: the one with most values that the pass does not use.
std::size_t finest_field(const RecordStore& store, const BlockingPass& pass) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t f = 0; f < store.fields().size(); ++f) {
    const bool is_used = std::ranges::any_of(pass.parts, [f](const KeyPart& part) { return part.field == f; });
    if (is_used || store.pool(f).size() <= most) continue;
    most = store.pool(f).size();
    best = f;
  }
  return best;
}

}  // namespace

CandidatePairs::CandidatePairs(const RecordStore& store, std::vector<BlockingPass> passes)
    : store_(store),
      passes_(std::move(passes)),
      keys_(store.records() * passes_.size(), 0),
      most_pairs_of_block_(std::max(2e5, static_cast<double>(store.records()))) {}

const PassBlocks& CandidatePairs::begin_pass(std::size_t pass) {
  pass_ = pass;
  const auto keys = keys_of(store_, passes_[pass]);
  std::vector<std::uint64_t> sorted;
  sorted.reserve(keys.size());
  for (std::size_t r = 0; r < keys.size(); ++r) {
    key(static_cast<RecordNumber>(r), pass) = keys[r];
    if (keys[r] != 0) sorted.push_back(std::uint64_t{keys[r]} << 32 | r);
  }
  std::ranges::sort(sorted);
  blocks_ = {};
  blocks_.order.reserve(sorted.size());
  for (const std::uint64_t entry : sorted) blocks_.order.push_back(static_cast<RecordNumber>(entry));
  std::vector<std::uint32_t> finer;
  for (std::uint32_t at = 0; at < sorted.size();) {
    std::uint32_t end = at;
    while (end < sorted.size() && sorted[end] >> 32 == sorted[at] >> 32) ++end;
    const Block block{at, end};
    at = end;
    if (block.end - block.begin < 2) continue;
    if (pairs_of(block) > most_pairs_of_block_ && !passes_[pass].parts.empty()) {
      if (finer.empty()) finer = keys_of(store_, {{{finest_field(store_, passes_[pass]), KeyForm::whole}}, false, 0});
      split(block, finer, blocks_);
      continue;
    }
    blocks_.pairs += pairs_of(block);
    blocks_.blocks.push_back(block);
  }
  return blocks_;
}

/// Sorts the block by a finer key and cuts it where that changes, and where a part is still too large. The records'
/// keys of the pass become those of their part, so that a pair that is not compared here belongs to a later pass.
void CandidatePairs::split(Block block, const std::vector<std::uint32_t>& finer, PassBlocks& out) {
  const auto first = out.order.begin() + block.begin;
  std::ranges::sort(first, out.order.begin() + block.end, {}, [&](RecordNumber r) { return std::pair(finer[r], r); });
  double compared = 0;
  std::uint32_t part = 0;
  for (std::uint32_t at = block.begin; at < block.end;) {
    std::uint32_t end = at + 1;
    while (end < block.end && finer[out.order[end]] == finer[out.order[at]] &&
           pairs_of({at, end + 1}) <= most_pairs_of_block_) {
      ++end;
    }
    ++part;
    for (std::uint32_t i = at; i < end; ++i) {
      std::uint32_t& own = key(out.order[i], pass_);
      own = static_cast<std::uint32_t>(spread_bits(std::uint64_t{own} << 32 | part)) | 1;
    }
    if (end - at > 1) out.blocks.push_back({at, end});
    compared += pairs_of({at, end});
    at = end;
  }
  out.pairs += compared;
  out.not_compared += pairs_of(block) - compared;
}

bool CandidatePairs::is_of_earlier_pass(RecordNumber left, RecordNumber right) const {
  const std::uint32_t* one = &keys_[left * passes_.size()];
  const std::uint32_t* other = &keys_[right * passes_.size()];
  for (std::size_t p = 0; p < pass_; ++p) {
    if (one[p] != 0 && one[p] == other[p]) return true;
  }
  return false;
}

void CandidatePairs::visit_blocks(std::size_t lane, std::size_t from, std::size_t to, std::size_t every,
                                  const Visit& visit) const {
  for (std::size_t b = from; b < to; ++b) {
    if (every > 1 && spread_bits(b + 1) % every != 0) continue;
    const Block block = blocks_.blocks[b];
    for (std::uint32_t i = block.begin; i < block.end; ++i) {
      for (std::uint32_t j = i + 1; j < block.end; ++j) {
        const auto [left, right] = std::minmax(blocks_.order[i], blocks_.order[j]);
        if (!is_of_earlier_pass(left, right)) visit(lane, left, right);
      }
    }
  }
}

void CandidatePairs::visit(Crew& crew, std::size_t every, const Visit& visit) const {
  std::size_t from = 0;
  double pairs = 0;
  for (std::size_t b = 0; b < blocks_.blocks.size(); ++b) {
    pairs += pairs_of(blocks_.blocks[b]);
    if (pairs < kPairsOfTask && b + 1 < blocks_.blocks.size()) continue;
    crew.submit(
        [this, from, to = b + 1, every, &visit](std::size_t lane) { visit_blocks(lane, from, to, every, visit); });
    from = b + 1;
    pairs = 0;
  }
  crew.wait();
}

}  // namespace sidik::people
