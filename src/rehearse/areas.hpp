#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "pack/pack.hpp"
#include "rehearse/random_stream.hpp"
#include "rehearse/weighted_table.hpp"

namespace sidik::rehearse {

/// How people of a region are named and what they believe; see names.hpp.
enum class Culture : std::uint8_t {
  java,
  sunda,
  batak,
  minang,
  aceh,
  malay,
  betawi,
  bali,
  sasak,
  flores,
  dayak,
  minahasa,
  bugis,
  maluku,
  papua,
  chinese,
};

/// A kabupaten or kota as it stood in the year of the rehearsal.
struct Regency {
  std::string code;  ///< four digits
  std::string name;  ///< upper case, without KABUPATEN or KOTA
  bool is_city = false;
  std::vector<std::string> districts;  ///< codes of six digits that stood in that year
  std::vector<std::string> retired;    ///< codes of six digits that had been retired by then; an old number keeps one
  std::uint32_t office = 0;            ///< four-digit code of the insurer's office that serves it (invented numbering)
  Culture culture = Culture::malay;
};

/// Draws places as people live: regencies by population, districts inside them, retired codes for those registered
/// early.
///
/// Errors   rehearse.pack_without_areas when the pack has no regency that stood in `year`.
class AreaSampler {
 public:
  [[nodiscard]] static Result<AreaSampler> create(const pack::Pack& pack, std::uint16_t year);

  [[nodiscard]] const Regency& draw(RandomStream& stream) const { return regencies_[by_population_.draw(stream)]; }
  [[nodiscard]] const std::vector<Regency>& regencies() const { return regencies_; }
  /// Six digits of a district of `regency`, by a person first registered there in `registered_year`.
  [[nodiscard]] static const std::string& draw_district(const Regency& regency, int registered_year,
                                                        RandomStream& stream);

 private:
  std::vector<Regency> regencies_;
  WeightedTable by_population_;
};

/// The culture that prevails in a province, by its two-digit code.
[[nodiscard]] Culture culture_of(unsigned province);

}  // namespace sidik::rehearse
