#include "people/match_model.hpp"

#include <algorithm>
#include <cmath>

namespace sidik::people {
namespace {

constexpr double kMostBits = 24;
constexpr double kMostOfRarity = -2;

}  // namespace

double FieldModel::bits(Level level) const {
  if (level == Level::missing) return 0;
  const auto at = static_cast<std::size_t>(level);
  return std::clamp(std::log2(m[at] / u[at]), -kMostBits, kMostBits);
}

double FieldModel::kin_bits(Level level) const {
  if (level == Level::missing) return 0;
  const auto at = static_cast<std::size_t>(level);
  return std::clamp(std::log2(m[at] / kin[at]), -kMostBits, kMostBits);
}

BitTable MatchModel::bit_table() const {
  BitTable table;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    for (auto& kind : table) kind.emplace_back();
    for (std::size_t l = 0; l < kLevels; ++l) {
      const auto level = static_cast<Level>(l);
      table[0][f][l] = fields[f].bits(level);
      table[1][f][l] = is_shared[f] ? table[0][f][l] : fields[f].kin_bits(level);
    }
  }
  return table;
}

std::size_t MatchModel::bin_of(double shared_bits) {
  return static_cast<std::size_t>(
      std::clamp((static_cast<int>(std::floor(shared_bits)) - kLowestBin) / 2, 0, kBins - 1));
}

double MatchModel::bits_of_sums(double personal, double shared, double adjusted) const {
  const std::size_t bin = bin_of(shared);
  // A rare surname or address in common raises the odds of two strangers, but never so far that it makes one person of
  // two relatives.
  if (is_known[bin]) return personal + std::min(cap[bin] + adjusted - shared, std::max(cap[bin], kMostOfRarity));
  return personal + std::min(log2_prior + adjusted, cap[bin] + std::min(0.0, adjusted - shared));
}

double probability_of(double bits) { return 1 / (1 + std::exp2(-std::clamp(bits, -1000.0, 1000.0))); }

}  // namespace sidik::people
