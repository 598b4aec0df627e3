#include <algorithm>
#include <initializer_list>
#include <vector>

#include "identify/joint_table.hpp"

namespace sidik::identify {
namespace {

bool is_best_of(const JointTable& table, std::size_t column, std::initializer_list<std::string_view> meanings) {
  return std::ranges::any_of(meanings, [&](std::string_view meaning) {
    return table.is_best(column, meaning) && table.list(column).total(meaning) > 2;
  });
}

}  // namespace

void pair_coordinates(JointTable& table) {
  for (std::size_t c = 0; c + 1 < table.columns(); ++c) {
    const bool both = table.has(c, "geo.latitude") && table.has(c + 1, "geo.longitude");
    if (!both || table.list(c).total("geo.latitude") < 2 || table.list(c + 1).total("geo.longitude") < 2) continue;
    table.add(c, "geo.latitude", 2.5);
    table.add(c + 1, "geo.longitude", 2.5);
  }
}

void read_address_block(JointTable& table) {
  const auto is_part = [&](std::size_t c) {
    return is_best_of(table, c,
                      {"contact.address", "contact.region", "contact.postcode", "contact.country", "contact.city",
                       "contact.district", "contact.village"});
  };
  std::vector<bool> part(table.columns(), false);
  for (std::size_t c = 0; c < table.columns(); ++c) part[c] = is_part(c);
  const auto near = [&](std::size_t c, std::size_t reach) {
    std::size_t count = 0;
    for (std::size_t d = c >= reach ? c - reach : 0; d < std::min(c + reach + 1, part.size()); ++d)
      count += d != c && part[d] ? 1 : 0;
    return count;
  };
  for (std::size_t c = 0; c < table.columns(); ++c) {
    const ColumnProfile& profile = table.profile(c);
    const std::size_t around = near(c, 3);
    if (around == 0 || profile.is_empty()) continue;
    const double weight = 1 + 0.7 * static_cast<double>(std::min<std::size_t>(around, 3));
    for (const std::string_view meaning : {"contact.postcode", "contact.region", "contact.country"}) {
      if (table.has(c, meaning)) table.add(c, meaning, weight);
    }
    if (table.has(c, "contact.city")) table.add(c, "contact.city", weight);
    const bool beside_address =
        (c > 0 && table.is_best(c - 1, "contact.address")) || (c > 1 && table.is_best(c - 2, "contact.address"));
    const bool words =
        profile.letters_only > 0.85 && profile.mean_length > 3 && profile.mean_words < 3 && profile.capital_first > 0.8;
    const bool code =
        profile.with_letter > 0.9 && profile.longest <= 4 && profile.shortest >= 1 && profile.distinct.size() >= 8;
    if (beside_address && words && profile.distinct.size() >= 8) table.add(c, "contact.city", 1.5 + weight);
    // Behind a town: names or codes of its region.
    const bool beside_city = c > 0 && (table.is_best(c - 1, "contact.city") || table.is_best(c - 1, "contact.region"));
    if (beside_city && around >= 2 && (words || code)) table.add(c, "contact.region", 1.5 + (code ? 1.5 : 0.5));
  }
}

void read_birth_places(JointTable& table) {
  for (const std::size_t date : table.columns_of("birth.date", 3)) {
    for (const std::size_t c : {date - 1, date + 1}) {
      if (c >= table.columns() || table.list(c).find("birth.place") == nullptr) continue;
      const bool address = (c > 0 && table.is_best(c - 1, "contact.address")) ||
                           (c + 1 < table.columns() && table.is_best(c + 1, "contact.address"));
      if (!address) table.add(c, "birth.place", 2.5);
    }
  }
}

}  // namespace sidik::identify
