#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "identify/area_table.hpp"
#include "identify/check_rule.hpp"
#include "identify/field_check.hpp"
#include "pack/pack.hpp"

namespace sidik::identify {

/// An identifier's value without separators, in upper case.
struct CompactForm {
  std::array<char, 64> text{};
  std::uint8_t size = 0;
  [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
};

/// The checks of one identifier of a pack, compiled.
///
/// Order    length, alphabet, prefix, parts, check digit; the first that fails names the fault. An unknown district
/// below a
///          known regency is noticed (unknown_district) and the value stays valid: area tables are never complete.
/// Faults   wrong_length, not_digits, wrong_characters, wrong_prefix, unknown_area, impossible_date, serial_zero (a
/// part that
///          never occurs), wrong_part, check_digit, zeros_lost, spreadsheet_damage. A value whose leading zeros a
///          spreadsheet took is not valid (zeros_lost), yet canonical() restores it, since the zeros say nothing that
///          is not known. A value in exponent form is spreadsheet_damage and
///          cannot be restored. A serial 0000 is serial_zero: one value does not tell rounding from invention.
/// Cost     20 to 60 ns; allocates nothing.
class IdentifierChecker {
 public:
  /// `identifier` and `areas` outlive the checker.
  IdentifierChecker(const pack::Identifier& identifier, const AreaTable& areas);

  [[nodiscard]] FieldCheck check(std::string_view field, CompactForm& compact) const;
  /// The compact form of a valid value, zeros restored; empty when not valid.
  [[nodiscard]] std::string canonical(std::string_view field) const;
  /// Whether the identifier tells women by a raised day, and whether this compact value does.
  [[nodiscard]] bool tells_women() const { return women_at_ >= 0; }
  [[nodiscard]] bool is_of_woman(std::string_view compact) const {
    return women_at_ >= 0 && compact.size() > static_cast<std::size_t>(women_at_) &&
           compact[static_cast<std::size_t>(women_at_)] >= '4';
  }
  [[nodiscard]] const pack::Identifier& identifier() const { return *identifier_; }
  /// Where parts meet, in the compact form: separators of a well-written value stand there.
  [[nodiscard]] const std::vector<std::uint32_t>& boundaries() const { return boundaries_; }
  /// Whether the pack's rule was understood; a rule that is not understood checks nothing.
  [[nodiscard]] bool is_rule_known() const { return rule_known_; }

 private:
  struct Part {
    enum class Kind : std::uint8_t { table, ddmmyy, number, fixed } kind = Kind::number;
    std::uint32_t at = 0;
    std::uint32_t length = 0;
    std::uint32_t female_day_offset = 0;
    std::bitset<1296> short_values;  ///< of fixed parts of one or two characters
    std::vector<std::string> values;
    std::vector<std::string> never;
  };
  [[nodiscard]] FieldCheck check_compact(std::string_view compact) const;
  [[nodiscard]] FieldCheck check_part(const Part& part, std::string_view value, bool& noticed) const;
  [[nodiscard]] bool is_length(std::size_t size) const { return size < 65 && lengths_[size]; }
  /// Whether so many characters may be a value whose leading zeros a spreadsheet took.
  [[nodiscard]] bool may_have_lost_zeros(std::size_t size) const;
  /// Takes the country's own letters off the front (PT 501 964 843) where the length then fits.
  void drop_country(CompactForm& compact) const;
  [[nodiscard]] bool has_prefix(std::string_view compact) const;

  const pack::Identifier* identifier_;
  const AreaTable* areas_;
  std::string_view country_;  ///< two letters, lower case; empty for identifiers of the world
  CheckRule rule_;
  bool rule_known_ = true;
  bool digits_only_ = true;
  int women_at_ = -1;  ///< where the raised day begins
  std::bitset<65> lengths_;
  std::array<bool, 256> separators_{};
  std::vector<Part> parts_;
  std::vector<std::uint32_t> boundaries_;
};

/// Whether six digits are a day that exists in some century; `female_day_offset` is taken off a larger day.
[[nodiscard]] bool is_possible_birth(std::string_view ddmmyy, std::uint32_t female_day_offset);

}  // namespace sidik::identify
