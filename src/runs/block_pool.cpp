#include "runs/block_pool.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace sidik::runs {
namespace {

constexpr std::uint64_t kLargestPiece = std::uint64_t{2} << 20;  // one huge page
constexpr std::uint64_t kSmallestPiece = std::uint64_t{64} << 10;

}  // namespace

void BlockPool::FreeAligned::operator()(KeyBlock* memory) const { std::free(memory); }

BlockPool::BlockPool(std::uint64_t limit_bytes)
    : limit_bytes_(limit_bytes),
      piece_bytes_(std::bit_floor(std::clamp(limit_bytes / 8, kSmallestPiece, kLargestPiece))) {}

KeyBlock* BlockPool::take() {
  if (free_ != nullptr) {
    KeyBlock* block = free_;
    free_ = block->older;
    return block;
  }
  if (fresh_ == fresh_end_ && !take_piece()) return nullptr;
  return fresh_++;
}

void BlockPool::give_back(KeyBlock* block) {
  block->older = free_;
  free_ = block;
}

bool BlockPool::take_piece() {
  if (!pieces_.empty() && allocated_bytes() + piece_bytes_ > limit_bytes_) return false;
  void* memory = std::aligned_alloc(piece_bytes_, piece_bytes_);
  if (memory == nullptr) return false;
  if (piece_bytes_ == kLargestPiece) madvise(memory, piece_bytes_, MADV_HUGEPAGE);  // advice only: a refusal costs time
  fresh_ = static_cast<KeyBlock*>(memory);
  fresh_end_ = fresh_ + piece_bytes_ / sizeof(KeyBlock);
  pieces_.emplace_back(fresh_);
  return true;
}

}  // namespace sidik::runs
