#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"
#include "text/dates.hpp"

namespace sidik::rehearse {

/// The national id (NIK) that is written for these parts: six area digits, ddmmyy of birth with 40 added to the day for
/// women, four serial digits. A number below 10^16, to be written with 16 digits.
/// Source   PP 37/2007 art. 37 as facts on identifiers state it.
[[nodiscard]] std::uint64_t national_id(std::string_view area6, text::Date birth, bool female, std::uint32_t serial);

/// Says by the rule of truth.json whether a value is a valid national id: 16 digits once blanks at both ends are gone,
/// a province and regency that the pack knows (retired ones too), a birth part that is a day of some year 19xx or 20xx,
/// serial not 0000. Coded for itself, plainly, so that it is a twin for the checks of `identify`.
class NationalIdRule {
 public:
  explicit NationalIdRule(const pack::Pack& pack);
  /// The number, or nothing when the value is not valid.
  [[nodiscard]] std::optional<std::uint64_t> valid(std::string_view value) const;

 private:
  std::vector<bool> regency_known_;  ///< by the first four digits
};

}  // namespace sidik::rehearse
