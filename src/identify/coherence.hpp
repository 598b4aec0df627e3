#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/document.hpp"
#include "identify/area_table.hpp"
#include "identify/column_checker.hpp"
#include "identify/meaning.hpp"

namespace sidik::identify {

/// ColumnMeaning::identifier of a column whose codes are those of regencies.
inline constexpr std::string_view kAreaCodes = "areas";

/// Whether the fields of a record agree with each other: the row-local rules.
///
///   nik_birth_date           day (less 40 for women), month and two-digit year of the NIK are those of the birth date
///   nik_sex                  the NIK's day is above 40 exactly for women
///   nik_birth_place          the NIK's regency or province ever bore the birthplace's name; only where the birthplace
///   is the name
///                            of a regency or province at all. A mismatch is lawful: the NIK keeps the place of
///                            registration.
///   nik_office_region        the office code's first two digits are the NIK's province; only for columns whose codes
///   are four
///                            digits that begin with province codes (the numbering of offices is not public)
///   nik_equals_noktp         two columns of national ids hold the same
///   start_before_end         start <= end
///   created_before_updated   created <= updated; days are compared where one has no time
///
/// A record counts as checked when every field of the rule was there and valid.
class CoherenceRules {
 public:
  /// Office codes take part when their column's `identifier` is kAreaCodes: MeaningReader saw nothing but regency
  /// codes there.
  CoherenceRules(std::span<const ColumnMeaning> meanings, std::span<const ColumnChecker> checkers,
                 const AreaTable& areas);

  /// Columns whose ParsedField must be kept for check_record.
  [[nodiscard]] bool uses(std::size_t column) const { return column < used_.size() && used_[column]; }
  /// The same columns, in order.
  [[nodiscard]] const std::vector<std::size_t>& columns() const { return columns_; }
  /// `fields` are the raw fields, `parsed` where the results of the columns used stand, both by column. Names of failed
  /// rules are appended to `failed` when it is given, joined by `;`.
  void check_record(std::span<const std::string_view> fields, std::span<const ParsedField* const> parsed,
                    std::string* failed);

  [[nodiscard]] std::vector<findings::Coherence> results() const;
  void merge(const CoherenceRules& other);

 private:
  enum Rule : std::uint8_t { birth_date, sex, birth_place, office_region, equals_noktp, start_end, created_updated };
  static constexpr std::size_t kRules = 7;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  void count(Rule rule, bool agree, std::string* failed);
  void check_nik(std::string_view nik, std::span<const std::string_view> fields,
                 std::span<const ParsedField* const> parsed, std::string* failed);
  void use(std::size_t& slot, std::size_t column);

  const AreaTable* areas_;
  std::vector<bool> used_;
  std::vector<std::size_t> columns_;
  std::vector<std::size_t> national_;  ///< columns that hold NIKs
  std::size_t birth_ = kNone, sex_ = kNone, place_ = kNone, office_ = kNone;
  std::size_t start_ = kNone, end_ = kNone, created_ = kNone, updated_ = kNone;
  std::vector<char> sex_of_entry_;  ///< 'm', 'f' or 0 by entry of the sex vocabulary
  std::uint64_t checked_[kRules] = {};
  std::uint64_t agree_[kRules] = {};
};

}  // namespace sidik::identify
