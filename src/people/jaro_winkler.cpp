#include "people/jaro_winkler.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace sidik::people {
namespace {

constexpr std::size_t kLongest = 64;

/// The bits [from, to), to at most 64.
std::uint64_t bits_between(std::size_t from, std::size_t to) {
  const std::uint64_t below = to >= kLongest ? ~std::uint64_t{0} : (std::uint64_t{1} << to) - 1;
  return from >= kLongest ? 0 : below & (~std::uint64_t{0} << from);
}

struct Matches {
  std::uint64_t left = 0;   ///< the places of `left` that found a partner
  std::uint64_t right = 0;  ///< their partners
};

/// Every byte of `left` in turn takes the first free equal byte of `right` within the window.
Matches match(std::string_view left, std::string_view right, const std::array<std::uint64_t, 256>& places) {
  const std::size_t longest = std::max(left.size(), right.size());
  const std::size_t window = longest < 4 ? 0 : longest / 2 - 1;
  Matches found;
  for (std::size_t at = 0; at < left.size(); ++at) {
    const std::size_t from = at > window ? at - window : 0;
    const std::size_t to = std::min(right.size(), at + window + 1);
    const std::uint64_t free =
        places[static_cast<std::uint8_t>(left[at])] & ~found.right & bits_between(from, std::max(from, to));
    if (free == 0) continue;
    found.right |= free & (~free + 1);
    found.left |= std::uint64_t{1} << at;
  }
  return found;
}

int count_moved(std::string_view left, std::string_view right, Matches found) {
  int moved = 0;
  while (found.left != 0) {
    moved += left[std::countr_zero(found.left)] != right[std::countr_zero(found.right)];
    found.left &= found.left - 1;
    found.right &= found.right - 1;
  }
  return moved;
}

}  // namespace

double jaro_winkler(std::string_view left, std::string_view right) {
  left = left.substr(0, kLongest);
  right = right.substr(0, kLongest);
  if (left.empty() || right.empty()) return left.empty() && right.empty() ? 1 : 0;
  thread_local std::array<std::uint64_t, 256> places{};
  for (std::size_t at = 0; at < right.size(); ++at)
    places[static_cast<std::uint8_t>(right[at])] |= std::uint64_t{1} << at;
  const Matches found = match(left, right, places);
  for (const char c : right) places[static_cast<std::uint8_t>(c)] = 0;
  const int count = std::popcount(found.left);
  if (count == 0) return 0;
  const double matched = count;
  const double in_order = matched - count_moved(left, right, found) / 2;
  const double jaro =
      (matched / static_cast<double>(left.size()) + matched / static_cast<double>(right.size()) + in_order / matched) /
      3;
  if (jaro <= 0.7) return jaro;
  std::size_t prefix = 0;
  while (prefix < std::min({left.size(), right.size(), std::size_t{4}}) && left[prefix] == right[prefix]) ++prefix;
  return jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro);
}

}  // namespace sidik::people
