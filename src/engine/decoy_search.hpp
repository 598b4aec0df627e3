#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/hash128.hpp"
#include "engine/mark_seal.hpp"

namespace sidik::engine {

/// Finds the decoys of a seal in rows of tokens. A decoy is found when one row has one of its strong tokens, or its
/// name with another weak one; a row counts for the decoy that it has most tokens of, so that a dependant's row, which
/// names the head of its family, is not both.
///
/// Lifetime   the seal outlives it.
class DecoySearch {
 public:
  explicit DecoySearch(const MarkSeal& seal);
  void add_row(std::span<const Hash128> tokens);
  /// Decoys of a recipient found so far.
  [[nodiscard]] std::uint64_t found(std::size_t copy) const { return count(is_found_, copy); }
  [[nodiscard]] std::uint64_t controls_found() const { return found(controls_); }
  /// The same with those of whom no more than the name stands in a row; chance finds some of these, and of the controls
  /// as well.
  [[nodiscard]] std::uint64_t named(std::size_t copy) const { return count(is_named_, copy); }
  [[nodiscard]] std::uint64_t controls_named() const { return named(controls_); }
  /// Those of which one row has two strong tokens: numbers that were drawn each by itself.
  [[nodiscard]] std::uint64_t found_twice(std::size_t copy) const { return count(is_found_twice_, copy); }

 private:
  struct HashOf {
    std::size_t operator()(const Hash128& token) const { return static_cast<std::size_t>(token.low); }
  };
  struct Place {
    std::uint32_t decoy = 0;
    bool is_strong = false;
    bool is_name = false;
  };
  struct Hit {
    std::uint32_t tokens = 0;
    std::uint32_t strong = 0;
    bool has_name = false;
    bool has_other = false;
  };
  [[nodiscard]] std::uint64_t count(const std::vector<bool>& which, std::size_t copy) const;
  void enter(std::span<const SealedDecoy> decoys, std::size_t owner);

  std::unordered_multimap<Hash128, Place, HashOf> places_;
  std::vector<std::uint32_t> owners_;  ///< by decoy
  std::vector<bool> is_found_;
  std::vector<bool> is_found_twice_;
  std::vector<bool> is_named_;  ///< found, or by the name alone
  std::size_t controls_;
  std::map<std::uint32_t, Hit> hits_;  ///< of the row at hand
};

}  // namespace sidik::engine
