#include <algorithm>

#include "identify/value_reader.hpp"
#include "identify/value_words.hpp"
#include "text/letters.hpp"

/// The recognisers of occupations, firms, vehicles and notes.
namespace sidik::identify {
void ValueReader::read_words(const ColumnProfile& profile, Votes& votes) const {
  if (profile.with_letter < 0.6) return;
  double trade = 0;
  double work = 0;
  double vehicle = 0;
  for (const std::string_view value : profile.distinct) {
    const auto words = folded_words(value);
    if (words.empty()) continue;
    bool firm = value.find(" & ") != std::string_view::npos || value.find("'s") != std::string_view::npos;
    for (const std::string& word : words) firm |= is_company_word(word);
    trade += firm ? 1 : 0;
    const bool year_first =
        words.size() > 1 && words[0].size() == 4 && (words[0].starts_with("19") || words[0].starts_with("20"));
    vehicle += year_first && !text::is_digit(words[1][0]) ? 1 : 0;
    work += is_occupation_word(words.back()) || has_occupation_ending(words.back()) || is_occupation_word(words.front())
                ? 1
                : 0;
  }
  const double all = static_cast<double>(profile.distinct.size());
  if (work / all > 0.35 && profile.letters_only > 0.7)
    votes.push_back({"person.occupation", std::min(7.0, 10 * work / all - 2), {}});
  if (trade / all > 0.25 && profile.distinct.size() >= 5)
    votes.push_back({"person.employer", std::min(5.0, 9 * trade / all - 1.2), {}});
  if (vehicle / all > 0.8 && profile.distinct.size() >= 5) votes.push_back({"person.vehicle", 3.5, {}});
  if (profile.mean_words > 2.6 && profile.with_digit < 0.5)
    votes.push_back({"text.note", profile.mean_length > 40 ? 4.5 : 1.6, {}});
  if (profile.mean_length > 100) votes.push_back({"text.note", 3, {}});
}

}  // namespace sidik::identify
