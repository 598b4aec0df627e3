#include "engine/decoy_search.hpp"

#include <algorithm>

namespace sidik::engine {

DecoySearch::DecoySearch(const MarkSeal& seal) : controls_(seal.copies.size()) {
  for (std::size_t i = 0; i < seal.copies.size(); ++i) enter(seal.copies[i].decoys, i);
  enter(seal.controls, controls_);
  is_found_.resize(owners_.size(), false);
}

void DecoySearch::enter(std::span<const SealedDecoy> decoys, std::size_t owner) {
  for (const SealedDecoy& decoy : decoys) {
    const auto number = static_cast<std::uint32_t>(owners_.size());
    owners_.push_back(static_cast<std::uint32_t>(owner));
    for (const auto& token : decoy.strong) places_.emplace(token, Place{number, true, false});
    for (std::size_t i = 0; i < decoy.weak.size(); ++i) places_.emplace(decoy.weak[i], Place{number, false, i == 0});
  }
}

void DecoySearch::add_row(std::span<const Hash128> tokens) {
  std::vector<std::uint32_t> names;
  std::vector<std::uint32_t> others;
  for (const Hash128& token : tokens) {
    if (token == Hash128{}) continue;
    const auto [begin, end] = places_.equal_range(token);
    for (auto at = begin; at != end; ++at) {
      if (at->second.is_strong)
        is_found_[at->second.decoy] = true;
      else
        (at->second.is_name ? names : others).push_back(at->second.decoy);
    }
  }
  for (const std::uint32_t decoy : names) {
    if (std::ranges::find(others, decoy) != others.end()) is_found_[decoy] = true;
  }
}

std::uint64_t DecoySearch::found(std::size_t copy) const {
  std::uint64_t sum = 0;
  for (std::size_t d = 0; d < owners_.size(); ++d) sum += is_found_[d] && owners_[d] == copy ? 1 : 0;
  return sum;
}

}  // namespace sidik::engine
