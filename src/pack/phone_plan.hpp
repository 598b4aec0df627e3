#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pack/pack.hpp"

namespace sidik::pack {

enum class PhoneKind : std::uint8_t { mobile, fixed, other };

/// A telephone number that its country's plan allows.
struct PhoneNumber {
  std::string e164;                   ///< + and at most 15 digits
  const PhonePlan* plan = nullptr;    ///< of the pack; where countries share a code, the first whose pattern fits
  PhoneKind kind = PhoneKind::other;  ///< mobile where mobile and fixed numbers look the same
};

/// Reads a telephone number in any usual writing: +62 812-3456-789, 0062812..., 62812..., 0812..., 812..., (021)
/// 123-4567, +44 (0)20 ..., with blanks, points, hyphens, slashes and brackets between, and with an extension (x12,
/// ext. 12), which is dropped.
///
/// Input    `default_country`: ISO 3166 alpha-2 of numbers without a country code; empty or unknown: only + and 00 are
/// read. Output   nothing when no plan allows the number, or when other characters stand in it. Cost     about 100 ns;
/// allocates only for numbers of 15 digits. Does not promise that the number is assigned, nor local numbers without
/// area code. Source   patterns of libphonenumber, see packs/global/SOURCES.md.
[[nodiscard]] std::optional<PhoneNumber> read_phone(std::string_view field, std::string_view default_country,
                                                    const Pack& pack);

/// The E.164 form alone.
[[nodiscard]] std::optional<std::string> to_e164(std::string_view field, std::string_view default_country,
                                                 const Pack& pack);

/// The plan of a country; null when there is none.
[[nodiscard]] const PhonePlan* phone_plan_of(std::string_view country, const Pack& pack);

/// The operator that was given the number's range; empty when the pack does not say.
[[nodiscard]] std::string_view operator_of(const PhoneNumber& number);

}  // namespace sidik::pack
