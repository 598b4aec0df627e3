#include "rehearse/defects.hpp"

#include <algorithm>

#include "rehearse/damage_acts.hpp"
#include "rehearse/workshop.hpp"

namespace sidik::rehearse {
namespace {

struct DefectFact {
  std::string_view name;
  std::uint32_t low;        ///< per million of rows
  std::uint32_t doublings;  ///< the rate is at most `low` doubled so often
  DamageAct act;            ///< null: the row writer's
};
constexpr std::array<DefectFact, kDefects> kFacts = {{
    {"stray_quote", 60, 6, stray_quote},
    {"nickname_in_quotes", 30, 5, nickname_in_quotes},
    {"delimiter_in_field", 200, 6, delimiter_in_field},
    {"line_end_in_field", 15, 5, line_end_in_field},
    {"padded", 400, 7, padded},
    {"nul_byte", 2, 5, nul_byte},
    {"invalid_byte", 10, 6, invalid_byte},
    {"other_letters", 40, 5, other_letters},
    {"mojibake", 10, 5, mojibake},
    {"zeros_lost", 100, 8, zeros_lost},
    {"scientific_id", 50, 8, scientific_id},
    {"rounded_id", 50, 8, rounded_id},
    {"id_slip", 300, 5, id_slip},
    {"text_marker", 30, 6, text_marker},
    {"columns_swapped", 40, 5, columns_swapped},
    {"shifted_fields", 20, 6, shifted_fields},
    {"wrong_century", 100, 6, wrong_century},
    {"date_style", 200, 8, other_date_style},
    {"day_month_swapped", 80, 6, day_month_swapped},
    {"phone_style", 600, 8, phone_style},
    {"null_word", 200, 8, null_word},
    {"lower_case", 200, 7, lower_case},
    {"truncated_field", 100, 6, truncated_field},
    {"zero_date", 40, 6, zero_date},
    {"other_quoting", 0, 0, nullptr},
    {"other_line_end", 0, 0, nullptr},
}};

/// The order of damage: what the system itself did first, then the hands and programs that passed it on, swaps and
/// shifts last.
constexpr Defect kOrder[] = {Defect::lower_case,
                             Defect::truncated_field,
                             Defect::null_word,
                             Defect::zero_date,
                             Defect::wrong_century,
                             Defect::day_month_swapped,
                             Defect::date_style,
                             Defect::phone_style,
                             Defect::id_slip,
                             Defect::text_marker,
                             Defect::other_letters,
                             Defect::mojibake,
                             Defect::invalid_byte,
                             Defect::nul_byte,
                             Defect::line_end_in_field,
                             Defect::delimiter_in_field,
                             Defect::stray_quote,
                             Defect::nickname_in_quotes,
                             Defect::padded,
                             Defect::zeros_lost,
                             Defect::scientific_id,
                             Defect::rounded_id,
                             Defect::columns_swapped,
                             Defect::shifted_fields};
static_assert(std::size(kOrder) == kContentDefects);

}  // namespace

std::string_view defect_name(Defect defect) { return kFacts[static_cast<std::size_t>(defect)].name; }

DefectRates draw_defect_rates(std::uint64_t seed, std::uint64_t origin_number, std::uint32_t mess_percent) {
  RandomStream stream(seed, Purpose::defect_rates, origin_number);
  DefectRates out;
  for (std::size_t i = 0; i < kContentDefects; ++i) {
    const std::uint64_t doubled = std::uint64_t{kFacts[i].low} << stream.below(kFacts[i].doublings);
    const std::uint64_t rate = doubled + stream.below(doubled);
    const bool has_it = stream.percent(72);
    out.per_million[i] =
        has_it ? static_cast<std::uint32_t>(std::min<std::uint64_t>(rate * mess_percent / 100, 500000)) : 0;
  }
  return out;
}

DefectSet damage(Record& record, const DamageTarget& target, const DefectRates& rates, const Census& census,
                 RandomStream& stream) {
  Workshop shop{record, target, census, stream};
  DefectSet done = 0;
  for (const Defect defect : kOrder) {
    const auto number = static_cast<std::size_t>(defect);
    if (stream.per_million(rates.per_million[number]) && kFacts[number].act(shop)) done |= bit(defect);
  }
  return done;
}

}  // namespace sidik::rehearse
