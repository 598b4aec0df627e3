#include "engine/decoy_search.hpp"

#include <algorithm>

namespace sidik::engine {

DecoySearch::DecoySearch(const MarkSeal& seal) : controls_(seal.copies.size()) {
  for (std::size_t i = 0; i < seal.copies.size(); ++i) enter(seal.copies[i].decoys, i);
  enter(seal.controls, controls_);
  is_found_.resize(owners_.size(), false);
  is_found_twice_.resize(owners_.size(), false);
  is_named_.resize(owners_.size(), false);
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
  hits_.clear();
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const Hash128& token = tokens[t];
    // A number that stands in two columns is one.
    if (token == Hash128{} || std::ranges::find(tokens.first(t), token) != tokens.first(t).end()) continue;
    const auto [begin, end] = places_.equal_range(token);
    for (auto at = begin; at != end; ++at) {
      Hit& hit = hits_[at->second.decoy];
      ++hit.tokens;
      hit.strong += at->second.is_strong ? 1 : 0;
      hit.has_name = hit.has_name || at->second.is_name;
      hit.has_other = hit.has_other || !at->second.is_name;
    }
  }
  std::uint32_t most = 0;
  std::uint32_t best = 0;
  for (const auto& [decoy, hit] : hits_) {
    // A birth date alone is many people's.
    if (!(hit.strong > 0 || hit.has_name) || hit.tokens <= most) continue;
    most = hit.tokens;
    best = decoy;
  }
  if (most == 0) return;
  const Hit& hit = hits_[best];
  is_named_[best] = true;
  if (hit.strong > 0 || hit.has_other) is_found_[best] = true;
  if (hit.strong > 1) is_found_twice_[best] = true;
}

std::uint64_t DecoySearch::count(const std::vector<bool>& which, std::size_t copy) const {
  std::uint64_t sum = 0;
  for (std::size_t d = 0; d < owners_.size(); ++d) sum += which[d] && owners_[d] == copy ? 1 : 0;
  return sum;
}

}  // namespace sidik::engine
