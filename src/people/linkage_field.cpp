#include "people/linkage_field.hpp"

#include <array>

namespace sidik::people {

std::string_view level_name(Level level) {
  constexpr std::array<std::string_view, kLevels> kNames = {"missing", "exact", "near",    "close",
                                                            "similar", "weak",  "crossed", "different"};
  return kNames[static_cast<std::size_t>(level)];
}

}  // namespace sidik::people
