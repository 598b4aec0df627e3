#include <algorithm>
#include <unordered_set>

#include "identify/character_mix.hpp"
#include "identify/value_reader.hpp"
#include "text/letters.hpp"

/// The recognisers of postcodes in digits, user names and passwords.
namespace sidik::identify {
namespace {

/// Letters of which user names are made; a code has one or two of them (J45.1).
bool has_letters_of_a_name(std::string_view value) { return std::ranges::count_if(value, text::is_letter) >= 3; }

}  // namespace

void ValueReader::read_accounts(const ColumnProfile& profile, Votes& votes) const {
  const std::size_t kinds = profile.distinct.size();
  if (profile.digits_only > 0.5) {
    const double usual = profile.share([](std::string_view v) {
      const auto dash = v.find('-');
      const std::size_t size = dash == std::string_view::npos ? v.size() : dash;
      return size >= 3 && size <= 6 &&
             std::ranges::all_of(v, [](char c) { return text::is_digit(c) || c == '-' || c == ' '; });
    });
    const bool years = profile.mean_length > 3.9 && profile.mean_length < 4.1 && profile.mean > 1900 &&
                       profile.mean < year_ + 10 && profile.share([&](std::string_view v) {
                         return v.size() == 4 && (v.starts_with("19") || v.starts_with("20"));
                       }) > 0.9;
    if (usual > 0.8 && kinds >= 8 && profile.longest >= 4 && profile.mean_length > 3.5 && !years) {
      const bool one_length = profile.shortest == profile.longest && profile.longest == 5;
      votes.push_back({"contact.postcode", one_length ? 2.5 : 1.2, {}});
    }
    return;
  }
  if (kinds >= 8) {
    // Numbers of four to six digits, some with a second group: 12345-6789, 1234-567.
    const double grouped = profile.share([](std::string_view v) {
      const bool digits = std::ranges::all_of(v, [](char c) { return text::is_digit(c) || c == '-' || c == ' '; });
      return digits && v.size() >= 3 && v.size() <= 10 && text::is_digit(v[0]) && std::ranges::count(v, '-') < 2;
    });
    if (grouped > 0.6 && profile.mean_length < 9.5) votes.push_back({"contact.postcode", 3 * grouped, {}});
  }
  if (profile.with_blank > 0.05 || profile.mean_length < 4 || profile.mean_length > 24 || kinds < 8 ||
      profile.repeats < 0.5)
    return;
  double name_like = 0;
  double secret = 0;
  double mixed = 0;
  for (const std::string_view value : profile.distinct) {
    const CharacterMix mix = mix_of(value);
    if (value.find('@') != std::string_view::npos) continue;
    const int kinds_of = mix.lower + mix.upper + mix.digit + mix.mark;
    // Points, hyphens and lines join the parts of user names (budi_s11).
    const bool odd_mark = mix.mark && std::ranges::any_of(value, [](char c) {
                            return !text::is_letter(c) && !text::is_digit(c) && c != '.' && c != '_' && c != '-' &&
                                   static_cast<unsigned char>(c) < 0x80;
                          });
    const bool scrambled = mix.inner_upper || mix.inner_digit || odd_mark;
    mixed += mix.digit && (mix.lower || mix.upper) ? 1 : 0;
    if (kinds_of >= 3 && scrambled && value.size() >= 6)
      ++secret;
    else if (!mix.high && !mix.inner_digit && has_letters_of_a_name(value))
      ++name_like;
  }
  const double all = static_cast<double>(kinds);
  std::unordered_set<std::string> patterns;
  for (const std::string_view value : profile.distinct) patterns.insert(runs_of(value));
  if (secret / all > 0.5 && static_cast<double>(patterns.size()) > 0.25 * all)
    votes.push_back({"credential.password", 7 * secret / all - 1.5, {}});
  const double users = name_like / all;
  // Names of users are words with, here and there, a number behind.
  if (users > 0.7 && mixed / all > 0.1)
    votes.push_back({"account.username", std::min(4.5, 3 * users + 3 * std::min(mixed / all, 0.6) - 0.6), {}});
  else if (users > 0.9)
    votes.push_back({"account.username", 0.8, {}});
}

}  // namespace sidik::identify
