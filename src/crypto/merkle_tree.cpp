#include "crypto/merkle_tree.hpp"

#include <openssl/sha.h>

#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <utility>

namespace sidik::crypto {
namespace {

Digest hash_of(std::span<const std::uint8_t> bytes) {
  Digest digest{};
  SHA256(bytes.data(), bytes.size(), digest.data());
  return digest;
}

Digest node_hash(const Digest& left, const Digest& right) {
  std::array<std::uint8_t, 1 + 2 * sizeof(Digest)> bytes{1};
  std::memcpy(bytes.data() + 1, left.data(), left.size());
  std::memcpy(bytes.data() + 1 + left.size(), right.data(), right.size());
  return hash_of(bytes);
}

Digest root_of(std::span<const Digest> leaves) {
  MerkleRoot root;
  for (const Digest& leaf : leaves) root.add(leaf);
  return root.root();
}

/// The largest power of two below `size`, which is at least 2.
std::size_t left_part(std::size_t size) { return std::bit_floor(size - 1); }

void add_subproof(std::span<const Digest> leaves, std::size_t earlier, bool is_whole, std::vector<Digest>& proof) {
  if (earlier == leaves.size()) {
    if (!is_whole) proof.push_back(root_of(leaves));
    return;
  }
  const std::size_t left = left_part(leaves.size());
  if (earlier <= left) {
    add_subproof(leaves.first(left), earlier, is_whole, proof);
    proof.push_back(root_of(leaves.subspan(left)));
  } else {
    add_subproof(leaves.subspan(left), earlier - left, false, proof);
    proof.push_back(root_of(leaves.first(left)));
  }
}

}  // namespace

Digest leaf_hash(std::string_view leaf) {
  std::string bytes;
  bytes.reserve(leaf.size() + 1);
  bytes.push_back('\0');
  bytes.append(leaf);
  return hash_of({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::optional<MerkleRoot> MerkleRoot::resume(std::uint64_t size, std::vector<Digest> peaks) {
  if (static_cast<std::size_t>(std::popcount(size)) != peaks.size()) return std::nullopt;
  MerkleRoot root;
  root.size_ = size;
  root.peaks_ = std::move(peaks);
  return root;
}

void MerkleRoot::add(const Digest& leaf) {
  Digest node = leaf;
  // Every full tree as large as the new one becomes its left half.
  for (std::uint64_t rest = size_; (rest & 1) != 0; rest >>= 1) {
    node = node_hash(peaks_.back(), node);
    peaks_.pop_back();
  }
  peaks_.push_back(node);
  ++size_;
}

Digest MerkleRoot::root() const {
  if (peaks_.empty()) return hash_of({});
  Digest root = peaks_.back();
  for (std::size_t i = peaks_.size() - 1; i-- > 0;) root = node_hash(peaks_[i], root);
  return root;
}

std::vector<Digest> inclusion_proof(std::span<const Digest> leaves, std::size_t index) {
  std::vector<Digest> downwards;
  while (leaves.size() > 1) {
    const std::size_t left = left_part(leaves.size());
    if (index < left) {
      downwards.push_back(root_of(leaves.subspan(left)));
      leaves = leaves.first(left);
    } else {
      downwards.push_back(root_of(leaves.first(left)));
      leaves = leaves.subspan(left);
      index -= left;
    }
  }
  return {downwards.rbegin(), downwards.rend()};
}

bool is_included(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> proof,
                 const Digest& root) {
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Digest reached = leaf;
  for (const Digest& step : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      reached = node_hash(step, reached);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      reached = node_hash(reached, step);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && reached == root;
}

std::vector<Digest> consistency_proof(std::span<const Digest> leaves, std::size_t earlier) {
  std::vector<Digest> proof;
  if (earlier > 0 && earlier < leaves.size()) add_subproof(leaves, earlier, true, proof);
  return proof;
}

bool is_consistent(std::uint64_t earlier_size, const Digest& earlier_root, std::uint64_t later_size,
                   const Digest& later_root, std::span<const Digest> proof) {
  if (earlier_size > later_size) return false;
  if (earlier_size == later_size) return proof.empty() && earlier_root == later_root;
  if (earlier_size == 0) return proof.empty();
  const bool is_full_tree = std::has_single_bit(earlier_size);
  if (proof.empty() && !is_full_tree) return false;
  std::uint64_t node = earlier_size - 1;
  std::uint64_t last = later_size - 1;
  while ((node & 1) != 0) {
    node >>= 1;
    last >>= 1;
  }
  const Digest& first = is_full_tree ? earlier_root : proof.front();
  Digest earlier = first;
  Digest later = first;
  for (const Digest& step : is_full_tree ? proof : proof.subspan(1)) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      earlier = node_hash(step, earlier);
      later = node_hash(step, later);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      later = node_hash(later, step);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && earlier == earlier_root && later == later_root;
}

}  // namespace sidik::crypto
