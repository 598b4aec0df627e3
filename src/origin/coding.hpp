#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sidik::origin {

/// How a field is written, never what it says: nothing, a word for nothing, a format, or a member of a list of codes.
/// Equal numbers mean equal codings within a column.
///
/// Layout   0 empty; 1 to 15 a word for nothing; bit 15 a list of codes, see ColumnCoder; else a shape class in bits 11
///          to 14 and what tells writings of that shape apart below.
using Coding = std::uint16_t;

inline constexpr Coding kEmpty = 0;
inline constexpr Coding kFirstFormat = 16;
inline constexpr Coding kListBit = 0x8000;
/// Days such as 03/04/1990 fit both orders of day and month; they speak for neither.
inline constexpr Coding kUndecidedBit = 0x0400;

[[nodiscard]] constexpr bool is_nothing(Coding coding) { return coding < kFirstFormat; }
[[nodiscard]] constexpr bool is_list(Coding coding) { return (coding & kListBit) != 0; }
[[nodiscard]] bool is_undecided(Coding coding);
/// Whether the shape is that of a day or a time.
[[nodiscard]] bool is_temporal(Coding coding);

/// What of a column's numbers is a habit of its writers, and what differs from row to row.
struct CodingHints {
  bool has_fixed_lengths = true;  ///< lengths of digits are few
  bool has_fixed_starts = false;  ///< so are first digits
};

/// A coding in English words of a few: `digits 13`, `date day first`, `upper`. A list is named by the format of its
/// codes.
[[nodiscard]] std::string coding_words(Coding coding);

/// The coding of a field without regard to lists of codes.
/// Cost     one pass over the field.
[[nodiscard]] Coding coding_of(std::string_view field, const CodingHints& hints);

}  // namespace sidik::origin
