#pragma once

#include <cstdint>
#include <string>

#include "rehearse/names.hpp"

namespace sidik::rehearse {

/// Those who work in one office: heads of neighbourhoods, registrars, clerks. Invented, and the same for the same
/// office and number.
class Officers {
 public:
  Officers(std::uint64_t seed, const NameModel& names) : seed_(seed), names_(names) {}
  void append_name(std::string& out, std::uint32_t office, std::uint32_t number) const;
  /// The number of a civil servant, 18 digits: birth (8), appointment (6), sex (1), serial (3).
  void append_number(std::string& out, std::uint32_t office, std::uint32_t number) const;

 private:
  std::uint64_t seed_;
  const NameModel& names_;
};

}  // namespace sidik::rehearse
