#pragma once

#include <cstdint>
#include <string>

#include "rehearse/person.hpp"
#include "rehearse/random_stream.hpp"

/// The numbers that registers give to invented persons.
namespace sidik::rehearse {

/// The insurer's card of person `index`: 13 digits that begin 000; members of a household have neighbouring numbers and
/// no two persons share one. No check digit, because none is known.
[[nodiscard]] std::string card_number(std::uint64_t seed, std::uint32_t index);
/// A card number of an older system, 13 digits, `generation` 1 or 2; unlike every current one.
[[nodiscard]] std::string old_card_number(std::uint64_t seed, std::uint32_t index, unsigned generation);

/// A tax number of 15 digits: type, serial, check digit (Luhn over the first eight digits), office, branch.
void append_tax_number(std::string& out, RandomStream& stream);
/// The same written as 99.999.999.9-999.999.
[[nodiscard]] std::string dotted_tax_number(const std::string& digits);

/// The family card: area, the day it was issued (no 40 added), serial.
void append_family_card(std::string& out, const std::string& area6, RandomStream& stream);

/// An address made of the name at a domain that RFC 2606 and RFC 6761 reserve.
void append_email(std::string& out, const std::string& name, int birth_year, RandomStream& stream);

/// Shares of the mobile prefixes, as numbers are in use; 0 for a prefix not listed.
[[nodiscard]] std::uint32_t mobile_prefix_weight(std::string_view prefix);
/// Every prefix that has a share.
[[nodiscard]] std::vector<std::string> known_mobile_prefixes();

}  // namespace sidik::rehearse
