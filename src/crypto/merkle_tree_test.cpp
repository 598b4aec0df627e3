#include "crypto/merkle_tree.hpp"

#include <gtest/gtest.h>

#include <string>

#include "crypto/hex.hpp"

namespace sidik::crypto {
namespace {

Digest two(const Digest& left, const Digest& right) {
  Sha256 hash;
  hash.update(std::string_view("\x01", 1));
  hash.update({reinterpret_cast<const char*>(left.data()), left.size()});
  hash.update({reinterpret_cast<const char*>(right.data()), right.size()});
  return hash.finish();
}

/// RFC 9162's definition, word by word.
Digest slow_root(std::span<const Digest> leaves) {
  if (leaves.empty()) return Sha256().finish();
  if (leaves.size() == 1) return leaves.front();
  std::size_t left = 1;
  while (left * 2 < leaves.size()) left *= 2;
  return two(slow_root(leaves.first(left)), slow_root(leaves.subspan(left)));
}

std::vector<Digest> some_leaves(std::size_t count) {
  std::vector<Digest> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash("event " + std::to_string(i)));
  return leaves;
}

TEST(MerkleTree, GivesTheRootsOfTheKnownVectors) {
  // The leaves and roots of the reference implementation of Certificate Transparency (RFC 6962, whose tree is the
  // same).
  const std::vector<std::string> hex = {
      "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
  const std::vector<std::string> roots = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  MerkleRoot root;
  EXPECT_EQ(to_hex(root.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (std::size_t i = 0; i < hex.size(); ++i) {
    const auto bytes = *from_hex(hex[i]);
    root.add(leaf_hash({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
    EXPECT_EQ(to_hex(root.root()), roots[i]) << i + 1 << " leaves";
  }
}

TEST(MerkleTree, GrowsAsTheDefinitionSays) {
  const auto leaves = some_leaves(130);
  MerkleRoot root;
  for (std::size_t i = 0; i <= leaves.size(); ++i) {
    EXPECT_EQ(root.root(), slow_root(std::span(leaves).first(i))) << i;
    if (i < leaves.size()) root.add(leaves[i]);
  }
  EXPECT_EQ(root.size(), leaves.size());
}

TEST(MerkleTree, GoesOnWhereItStopped) {
  const auto leaves = some_leaves(40);
  for (std::size_t stop = 0; stop <= leaves.size(); ++stop) {
    MerkleRoot first;
    for (const Digest& leaf : std::span(leaves).first(stop)) first.add(leaf);
    auto second = MerkleRoot::resume(first.size(), first.peaks());
    ASSERT_TRUE(second);
    for (const Digest& leaf : std::span(leaves).subspan(stop)) second->add(leaf);
    EXPECT_EQ(second->root(), slow_root(leaves));
  }
  EXPECT_FALSE(MerkleRoot::resume(3, {leaves[0]}));
}

TEST(MerkleTree, EveryLeafIsProvenAndNoOther) {
  for (std::size_t size = 1; size <= 33; ++size) {
    const auto leaves = some_leaves(size);
    const Digest root = slow_root(leaves);
    for (std::size_t i = 0; i < size; ++i) {
      const auto proof = inclusion_proof(leaves, i);
      EXPECT_TRUE(is_included(leaves[i], i, size, proof, root)) << i << " of " << size;
      EXPECT_FALSE(is_included(leaf_hash("other"), i, size, proof, root));
      EXPECT_FALSE(is_included(leaves[i], (i + 1) % size, size, proof, root) && size > 1);
      EXPECT_FALSE(is_included(leaves[i], size, size, proof, root));
      auto longer = proof;
      longer.push_back(root);
      EXPECT_FALSE(is_included(leaves[i], i, size, longer, root));
      if (proof.empty()) continue;
      auto shorter = proof;
      shorter.pop_back();
      EXPECT_FALSE(is_included(leaves[i], i, size, shorter, root));
    }
  }
}

TEST(MerkleTree, EveryBeginningIsProvenAndNoChangedOne) {
  for (std::size_t later = 1; later <= 33; ++later) {
    const auto leaves = some_leaves(later);
    const Digest root = slow_root(leaves);
    for (std::size_t earlier = 0; earlier <= later; ++earlier) {
      const Digest before = slow_root(std::span(leaves).first(earlier));
      const auto proof = consistency_proof(leaves, earlier);
      EXPECT_TRUE(is_consistent(earlier, before, later, root, proof)) << earlier << " of " << later;
      auto changed = leaves;
      changed.front() = leaf_hash("changed");
      const Digest other = slow_root(changed);
      if (earlier > 0) {
        EXPECT_FALSE(is_consistent(earlier, before, later, other, consistency_proof(changed, earlier)));
        EXPECT_FALSE(is_consistent(later + 1, before, later, root, proof));
      }
    }
  }
}

}  // namespace
}  // namespace sidik::crypto
