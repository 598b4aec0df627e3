#include <algorithm>
#include <map>
#include <string>

#include "identify/joint_table.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

/// Whether each first digit of the card number goes with one value of the column.
bool is_brand_of(const JointTable& table, std::size_t column, std::size_t card) {
  if (!table.aligned(column, card) || table.profile(column).distinct.size() < 2) return false;
  std::map<char, std::map<std::string, std::size_t>> values;
  std::map<std::string, std::size_t> all;
  std::size_t total = 0;
  for (std::size_t r = 0; r < table.rows(card); ++r) {
    const std::string_view number = table.profile(card).rows[r];
    if (number.empty()) continue;
    const std::string value = text::fold(table.profile(column).rows[r]);
    ++values[number[0]][value];
    ++all[value];
    ++total;
  }
  const auto most_of = [](const std::map<std::string, std::size_t>& counts) {
    std::size_t most = 0;
    for (const auto& [value, count] : counts) most = std::max(most, count);
    return most;
  };
  std::size_t explained = 0;
  for (const auto& [digit, counts] : values) explained += most_of(counts);
  const std::size_t without = most_of(all);
  if (total < 8 || values.size() < 2 || without == total) return false;
  return static_cast<double>(explained - without) > 0.6 * static_cast<double>(total - without);
}

}  // namespace

void read_cards(JointTable& table) {
  for (const std::size_t card : table.columns_of("payment.card", 4)) {
    for (std::size_t c = card >= 3 ? card - 3 : 0; c < std::min(card + 4, table.columns()); ++c) {
      if (c == card || table.profile(c).is_empty()) continue;
      const ColumnProfile& profile = table.profile(c);
      const auto distance = static_cast<double>(c > card ? c - card : card - c);
      const bool three =
          profile.digits_only > 0.9 && profile.shortest >= 2 && profile.longest <= 4 && profile.mean_length > 2.6;
      if (three && profile.repeats > 0.5) table.add(c, "payment.card_security_code", 5 - distance);
      if (table.has(c, "payment.card_expiry")) table.add(c, "payment.card_expiry", 6.5 - distance);
      if (profile.distinct.size() <= 12 && profile.with_letter > 0.9 && is_brand_of(table, c, card))
        table.add(c, "payment.card_type", 6);
    }
  }
}

}  // namespace sidik::identify
