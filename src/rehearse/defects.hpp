#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "rehearse/census.hpp"
#include "rehearse/columns.hpp"
#include "rehearse/date_style.hpp"
#include "rehearse/person.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// What can be wrong with the content of a row. The first ones change fields; those from `quoted_line_end` on are about
/// how the row is written and are found by the row writer.
enum class Defect : std::uint8_t {
  stray_quote,
  nickname_in_quotes,
  delimiter_in_field,
  line_end_in_field,
  padded,
  nul_byte,
  invalid_byte,
  other_letters,
  mojibake,
  zeros_lost,
  scientific_id,
  rounded_id,
  id_slip,
  text_marker,
  columns_swapped,
  shifted_fields,
  wrong_century,
  date_style,
  day_month_swapped,
  phone_style,
  null_word,
  lower_case,
  truncated_field,
  zero_date,
  other_quoting,
  other_line_end,
};
inline constexpr std::size_t kContentDefects = 24;
inline constexpr std::size_t kDefects = 26;
[[nodiscard]] std::string_view defect_name(Defect defect);

using DefectSet = std::uint32_t;
[[nodiscard]] constexpr DefectSet bit(Defect defect) { return DefectSet{1} << static_cast<unsigned>(defect); }

/// How often each defect strikes a row of one origin, per million; drawn from the seed, each origin with its own.
struct DefectRates {
  std::array<std::uint32_t, kContentDefects> per_million{};
};
/// `mess_percent` scales all rates; 100 is the model as it stands, 0 gives clean rows.
[[nodiscard]] DefectRates draw_defect_rates(std::uint64_t seed, std::uint64_t origin_number,
                                            std::uint32_t mess_percent = 100);

/// What a row is, as far as damage depends on it.
struct DamageTarget {
  const Person* person = nullptr;  ///< null for an invented row
  std::optional<Column> kept_id;   ///< a national id that stays whole
  DateStyle dates = DateStyle::iso;
  char delimiter = ',';
};

/// Damages `record` and returns what was done.
///
/// It does nothing whose reading is arguable: no field begins with a raw quote, control bytes stand inside words, and a
/// national id that a reader may or may not mend (a text marker in front) stands beside its undamaged copy. No damage
/// makes the national id of another person.
[[nodiscard]] DefectSet damage(Record& record, const DamageTarget& target, const DefectRates& rates,
                               const Census& census, RandomStream& stream);

}  // namespace sidik::rehearse
