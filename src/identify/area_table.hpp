#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"

namespace sidik::identify {

/// The area codes of a pack as bit sets, retired codes included, and the names of regencies for comparison with
/// birthplaces.
///
/// Cost     a look-up is one load; about 150 kB.
class AreaTable {
 public:
  explicit AreaTable(const pack::Pack& pack);

  [[nodiscard]] bool is_empty() const { return empty_; }
  /// The two, four or six digits at `digits`, which must be digits and enough of them.
  [[nodiscard]] bool has_province(std::string_view digits) const { return province_[number(digits, 2)]; }
  [[nodiscard]] bool has_regency(std::string_view digits) const { return is_set(regency_, number(digits, 4)); }
  [[nodiscard]] bool has_district(std::string_view digits) const { return is_set(district_, number(digits, 6)); }

  /// The place_hash of a name (as written in a column) that some regency, city or province bore; 0 when none did.
  [[nodiscard]] std::uint64_t area_name(std::string_view name) const;
  /// Whether the regency code (4 digits) or its province ever bore the name that area_name() gave.
  [[nodiscard]] bool is_name_of(std::uint64_t area_name, std::string_view code) const;
  [[nodiscard]] bool is_area_name(std::string_view name) const { return area_name(name) != 0; }

 private:
  struct Named {
    std::uint64_t hash;
    std::uint32_t code;  ///< province as 2 digits, regency as 4
  };
  static std::size_t number(std::string_view digits, std::size_t length) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < length; ++i) value = value * 10 + static_cast<std::size_t>(digits[i] - '0');
    return value;
  }
  static bool is_set(const std::vector<std::uint64_t>& bits, std::size_t at) {
    return (bits[at / 64] >> (at % 64)) & 1;
  }

  bool empty_ = true;
  std::array<bool, 100> province_{};
  std::vector<std::uint64_t> regency_;
  std::vector<std::uint64_t> district_;
  std::vector<Named> names_;  ///< ordered by hash
};

/// A hash of a place name that forgets case, marks, blanks and a leading KABUPATEN, KAB., KOTA, PROVINSI or ADM.
[[nodiscard]] std::uint64_t place_hash(std::string_view name);

}  // namespace sidik::identify
