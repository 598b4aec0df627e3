#include "rehearse/damage_acts.hpp"

#include <string_view>
#include <utility>

#include "rehearse/workshop.hpp"

namespace sidik::rehearse {

bool null_word(Workshop& shop) {
  static constexpr std::string_view kNulls[] = {"NULL", "-", "N/A", "null", "0", "TIDAK ADA", "\\N"};
  static constexpr Column kGaps[] = {psnokalama, psnokalama2, email, npwp, nohp, kdgoldarah, tsstatus, daftar, nmcetak};
  const std::string_view word = shop.stream.pick(kNulls);
  bool changed = false;
  for (std::size_t i = 0; i < 3; ++i) {
    std::string& field = shop.record[shop.stream.pick(kGaps)];
    if (!field.empty()) continue;
    field = word;
    changed = true;
  }
  return changed;
}

bool columns_swapped(Workshop& shop) {
  static constexpr std::pair<Column, Column> kPairs[] = {{nama, tmplhr},   {tmplhr, tgllhr}, {nohp, npwp},
                                                         {nmcetak, email}, {nohp, nik},      {tmt, tat}};
  const auto& pair = shop.stream.pick(kPairs);
  if (pair.second == nik && (shop.target.kept_id == nik || shop.has_text_marker())) return false;
  std::string& left = shop.record[pair.first];
  std::string& right = shop.record[pair.second];
  if (left == right) return false;
  left.swap(right);
  const std::uint32_t quotes = shop.record.wants_quotes;
  shop.record.wants_quotes = quotes & ~(1U << pair.first) & ~(1U << pair.second);
  return true;
}

bool shifted_fields(Workshop& shop) {
  // Behind the numbers of the person: an additional empty field came in and the last one fell off.
  for (std::size_t column = kColumns - 1; column > tmt; --column) shop.record[column].swap(shop.record[column - 1]);
  shop.record[tmt].clear();
  return true;
}

}  // namespace sidik::rehearse
