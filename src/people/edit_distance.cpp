#include "people/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sidik::people {
namespace {

constexpr std::size_t kLongest = 64;

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t most) {
  left = left.substr(0, kLongest);
  right = right.substr(0, kLongest);
  if (left.size() > right.size()) std::swap(left, right);
  if (right.size() - left.size() > most) return most + 1;
  if (left.empty()) return right.size();
  thread_local std::array<std::uint64_t, 256> places{};
  for (std::size_t at = 0; at < left.size(); ++at)
    places[static_cast<std::uint8_t>(left[at])] |= std::uint64_t{1} << at;
  const std::uint64_t last = std::uint64_t{1} << (left.size() - 1);
  std::uint64_t up = ~std::uint64_t{0};  // where a step down the column adds one
  std::uint64_t down = 0;                // where it takes one away
  std::uint64_t diagonal = 0;            // where the diagonal step of the column before was free
  std::uint64_t places_before = 0;
  std::size_t distance = left.size();
  for (const char c : right) {
    const std::uint64_t here = places[static_cast<std::uint8_t>(c)];
    const std::uint64_t swapped = (((~diagonal) & here) << 1) & places_before;
    diagonal = (((here & up) + up) ^ up) | here | down | swapped;
    std::uint64_t across_up = down | ~(diagonal | up);
    std::uint64_t across_down = diagonal & up;
    distance += (across_up & last) != 0;
    distance -= (across_down & last) != 0;
    across_up = (across_up << 1) | 1;
    across_down <<= 1;
    up = across_down | ~(diagonal | across_up);
    down = across_up & diagonal;
    places_before = here;
  }
  for (const char c : left) places[static_cast<std::uint8_t>(c)] = 0;
  return std::min(distance, most + 1);
}

}  // namespace sidik::people
