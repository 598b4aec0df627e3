#include "engine/traced_form.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "identify/placeholder.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

constexpr std::array kOrders = {text::DateOrder::day_month_year, text::DateOrder::month_day_year};

bool is_word_byte(char c) { return text::is_letter(c) || text::is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

TracedColumn::TracedColumn(std::span<const std::string_view> values, const pack::Pack& pack, int reference_year)
    : pack_(&pack), pivot_(reference_year) {
  for (const auto& plan : pack.phone_plans) {
    // The world's other codes would cut identifiers.
    if (!plan.mobile_prefixes.empty()) plans_.push_back(&plan);
  }
  std::array<std::size_t, kOrders.size()> read{};
  std::size_t filled = 0;
  for (const std::string_view value : values) {
    if (identify::is_placeholder(value)) continue;
    ++filled;
    for (std::size_t i = 0; i < kOrders.size(); ++i)
      read[i] += text::parse_date(value, kOrders[i], pack.months, pivot_) ? 1 : 0;
  }
  if (read[1] > read[0]) order_ = kOrders[1];
  holds_dates_ = filled > 0 && std::max(read[0], read[1]) * 2 >= filled;
}

/// Digits without leading zeros; a mobile number without its country code.
std::string TracedColumn::bare_number(std::string digits) const {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  constexpr std::size_t kShortestAbroad = 10;
  constexpr std::size_t kLongestAbroad = 14;
  if (digits.size() < kShortestAbroad || digits.size() > kLongestAbroad) return digits;
  for (const auto* plan : plans_) {
    if (!digits.starts_with(plan->calling_code)) continue;
    const std::string_view national = std::string_view(digits).substr(plan->calling_code.size());
    if (std::ranges::any_of(plan->mobile_prefixes, [&](const auto& prefix) { return national.starts_with(prefix); }))
      return std::string(national);
  }
  return digits;
}

std::string TracedColumn::form(std::string_view field) const {
  if (identify::is_placeholder(field)) return {};
  if (holds_dates_) {
    if (const auto read = text::parse_date(field, order_, pack_->months, pivot_)) {
      return fmt::format("{:04}-{:02}-{:02}", read->date.year, static_cast<int>(read->date.month),
                         static_cast<int>(read->date.day));
    }
  }
  std::string out;
  bool is_number = true;
  for (const char c : text::fold_plain(field)) {
    if (!is_word_byte(c)) continue;
    is_number = is_number && text::is_digit(c);
    out += c;
  }
  return is_number ? bare_number(std::move(out)) : out;
}

}  // namespace sidik::engine
