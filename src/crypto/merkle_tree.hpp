#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "crypto/sha256.hpp"

namespace sidik::crypto {

/// SHA-256 of a zero byte and the leaf's bytes.
[[nodiscard]] Digest leaf_hash(std::string_view leaf);

/// The root of a growing list of leaves.
///
/// Cost     add() some two hashes, root() some log2(size); 32 bytes a level.
/// Source   RFC 9162, sections 2.1.1 and 2.1.2.
class MerkleRoot {
 public:
  MerkleRoot() = default;
  /// Goes on where another one stopped. Nothing when so many leaves do not fall into so many full trees.
  [[nodiscard]] static std::optional<MerkleRoot> resume(std::uint64_t size, std::vector<Digest> peaks);
  void add(const Digest& leaf);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// Roots of the full trees that the list falls into, largest first.
  [[nodiscard]] const std::vector<Digest>& peaks() const { return peaks_; }
  /// Of the empty list the hash of nothing.
  [[nodiscard]] Digest root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> peaks_;
};

/// Hashes by which whoever knows the leaf `index` reaches the root of all `leaves`.
/// Caller    index < leaves.size().
[[nodiscard]] std::vector<Digest> inclusion_proof(std::span<const Digest> leaves, std::size_t index);
/// Source   RFC 9162, section 2.1.3.2.
[[nodiscard]] bool is_included(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                               std::span<const Digest> proof, const Digest& root);

/// Hashes by which whoever knows the root of the first `earlier` leaves sees that all `leaves` begin with them.
/// Caller    earlier <= leaves.size(); empty when earlier is 0 or all.
[[nodiscard]] std::vector<Digest> consistency_proof(std::span<const Digest> leaves, std::size_t earlier);
/// Source   RFC 9162, section 2.1.4.2.
[[nodiscard]] bool is_consistent(std::uint64_t earlier_size, const Digest& earlier_root, std::uint64_t later_size,
                                 const Digest& later_root, std::span<const Digest> proof);

}  // namespace sidik::crypto
