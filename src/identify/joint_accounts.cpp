#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "identify/character_mix.hpp"
#include "identify/joint_table.hpp"
#include "identify/shapes.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr double kSure = 3;

/// What people choose as passwords differs in kind: words, numbers, words with numbers, words with marks. User names
/// are of two of these kinds, numbers that an office gives out of one.
std::size_t kinds_of_choice(const ColumnProfile& profile) {
  std::array<std::size_t, 4> counts{};
  for (const std::string_view value : profile.distinct) {
    const CharacterMix mix = mix_of(value);
    const bool has_letters = mix.lower || mix.upper || mix.high;
    const bool has_odd_mark =
        value.find_first_not_of(".-_") != std::string_view::npos && mix.mark && std::ranges::any_of(value, [](char c) {
          return !text::is_letter(c) && !text::is_digit(c) && c != '.' && c != '-' && c != '_' &&
                 static_cast<unsigned char>(c) < 0x80;
        });
    ++counts[has_odd_mark ? 3 : !has_letters ? 2 : mix.digit ? 1 : 0];
  }
  return static_cast<std::size_t>(std::ranges::count_if(
      counts, [&](std::size_t count) { return count * 33 >= profile.distinct.size() && count > 1; }));
}

bool may_be_password(const ColumnProfile& profile) {
  return profile.distinct.size() >= 12 && profile.repeats > 0.3 && profile.with_blank < 0.05 &&
         profile.mean_length > 4.5 && profile.mean_length < 20 && profile.longest >= profile.shortest + 3 &&
         profile.digits_only < 0.7 && kinds_of_choice(profile) >= 3;
}

/// Mails and user names side by side, as sites take either.
bool is_login(const ColumnProfile& profile) {
  const double mails = profile.distinct_share([](std::string_view v) { return email_form(v) == EmailForm::usual; });
  const double names = profile.distinct_share([](std::string_view v) {
    return v.find('@') == std::string_view::npos && v.size() >= 3 && v.size() <= 40 &&
           v.find(' ') == std::string_view::npos;
  });
  return mails > 0.1 && mails < 0.9 && mails + names > 0.95;
}

bool names_account(const JointTable& table, std::size_t column) {
  return std::ranges::any_of(std::array<std::string_view, 3>{"contact.email", "account.username", "network.url"},
                             [&](std::string_view meaning) {
                               return table.is_best(column, meaning) && table.list(column).total(meaning) >= kSure;
                             }) ||
         is_login(table.profile(column));
}

}  // namespace

void read_accounts(JointTable& table) {
  for (std::size_t c = 1; c < table.columns(); ++c) {
    const auto* best = table.list(c).best();
    const bool is_taken = best != nullptr && best->total() >= kSure && best->meaning != "credential.password" &&
                          best->meaning != "account.username";
    if (is_taken || !names_account(table, c - 1) || !may_be_password(table.profile(c))) continue;
    table.add(c, "credential.password", 4.5);
    if (!is_login(table.profile(c - 1))) continue;
    const double lead =
        table.list(c - 1).total("contact.email") - std::max(0.0, table.list(c - 1).total("account.username"));
    table.add(c - 1, "account.username", std::max(0.0, lead) + kSure);
  }
}

}  // namespace sidik::identify
