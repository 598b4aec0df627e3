#include "origin/support.hpp"

#include <array>
#include <cmath>

namespace sidik::origin {

std::string_view support_word(double log10_lr) {
  struct Band {
    double up_to;
    std::string_view supports;
    std::string_view against;
  };
  static const std::array<Band, 7> kBands{{{std::log10(2.0), "no", "no"},
                                           {1, "weak", "against: weak"},
                                           {2, "moderate", "against: moderate"},
                                           {3, "moderately strong", "against: moderately strong"},
                                           {4, "strong", "against: strong"},
                                           {6, "very strong", "against: very strong"},
                                           {1e300, "extremely strong", "against: extremely strong"}}};
  // A hair above an edge is rounding, not evidence.
  constexpr double kRounding = 1e-9;
  for (const Band& band : kBands) {
    if (std::abs(log10_lr) <= band.up_to + kRounding) return log10_lr < 0 ? band.against : band.supports;
  }
  return "extremely strong";
}

}  // namespace sidik::origin
