#include <algorithm>
#include <cmath>

#include "identify/value_reader.hpp"
#include "identify/value_words.hpp"
#include "text/letters.hpp"

/// The recogniser of names of persons.
namespace sidik::identify {
void ValueReader::read_names(const ColumnProfile& profile, Votes& votes) const {
  if (profile.letters_only < 0.7 || profile.mean_length < 1) return;
  const std::size_t kinds = profile.distinct.size();
  if (profile.longest <= 2 && kinds >= 8 && profile.single_word > 0.9) {
    const double initials =
        profile.share([](std::string_view v) { return text::is_letter(v[0]) && (v.size() == 1 || v[1] == '.'); });
    if (initials > 0.9) votes.push_back({"person.middle_name", 4.5, {}});
    return;
  }
  if (kinds < 5 || profile.mean_length > 40) return;
  double tokens = 0;
  double known = 0;
  double given = 0;
  double family = 0;
  double first_given = 0;
  double last_family = 0;
  double several = 0;
  for (const std::string_view value : profile.distinct) {
    auto words = folded_words(value);
    if (words.size() > 1 && std::ranges::find(pack_.name_titles, words[0]) != pack_.name_titles.end())
      words.erase(words.begin());
    if (words.empty()) continue;
    several += words.size() > 1 ? 1 : 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].size() < 2) continue;
      ++tokens;
      const auto found = pack_.name_tokens.find(words[i]);
      if (found == pack_.name_tokens.end()) continue;
      ++known;
      const bool is_given = found->second.given;
      const bool is_family = found->second.family;
      given += is_given ? (is_family ? 0.5 : 1) : 0;
      family += is_family ? (is_given ? 0.5 : 1) : 0;
      first_given += i == 0 && is_given ? 1 : 0;
      last_family += i > 0 && i + 1 == words.size() && is_family ? 1 : 0;
    }
  }
  if (tokens == 0) return;
  const double all = static_cast<double>(kinds);
  const double share = known / tokens;
  const double multiple = several / all;
  // Four of ten words of a town or a firm happen to be names too.
  const double named = std::max(-3.0, pass_evidence(std::min(1.0, share * 1.15), kinds, 0.4));
  if (multiple > 0.5) {
    const double order = (first_given + last_family) / (all + several);
    double evidence = std::min(8.5, 0.6 * named + 7 * (order - 0.25));
    if (profile.mean_words > 4.5) evidence -= 3;
    if (evidence > -4) votes.push_back({"person.name", evidence, {}});
    return;
  }
  if (share < 0.25) {
    votes.push_back({"person.surname", -0.5 + 4 * share, {}});
    votes.push_back({"person.name", profile.repeats < 0.3 ? -4.0 : -2.0, {}});
    return;
  }
  const double base = std::min(7.0, 0.55 * named + 1.5);
  const double lean = (given - family) / (given + family + 1);
  // Names of far countries are in no list: that they are missing says little.
  const auto vote = [&](std::string_view meaning, double evidence) {
    votes.push_back({meaning, std::max(evidence, -2.0), {}});
  };
  vote("person.given_name", base + 2.2 * lean);
  vote("person.surname", base - 2.2 * lean);
  vote("person.name", base - 1.5 - (multiple < 0.1 ? 1.5 : 0));
  vote("person.mother_name", base - 3.5);
}

}  // namespace sidik::identify
