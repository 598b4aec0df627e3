#include "report/figures.hpp"

#include <algorithm>
#include <cmath>

namespace sidik::report {

std::uint64_t whole(double number) {
  return number > 0 && number < 1e18 ? static_cast<std::uint64_t>(std::llround(number)) : 0;
}

std::string share_in_words(const Words& words, double share) {
  return words.decimal(std::clamp(share, 0.0, 1.0) * 100, 1) + " %";
}

}  // namespace sidik::report
