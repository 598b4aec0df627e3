#include <algorithm>
#include <unordered_set>

#include "identify/column_checker.hpp"
#include "identify/value_reader.hpp"
#include "identify/value_words.hpp"
#include "text/letters.hpp"

/// The recognisers of few words: vocabularies of the packs, sexes, blood groups, signs of the zodiac, brands, titles.
namespace sidik::identify {
namespace {

bool is_code(std::string_view word) { return word.size() <= (word.ends_with('.') ? 3 : 2); }

}  // namespace

void ValueReader::read_vocabularies(const ColumnProfile& profile, Votes& votes) const {
  if (profile.distinct.size() > 80 || profile.longest > 60) return;
  for (const WordList& list : word_lists_) {
    const pack::Vocabulary& vocabulary = *list.vocabulary;
    const auto& words = list.words;
    const auto& codes = list.codes;
    const double spoken =
        profile.share([&](std::string_view v) { return !is_code(v) && words.contains(word_hash(v)); });
    const double coded = profile.share([&](std::string_view v) {
      return codes.contains(word_hash(v)) || (is_code(v) && words.contains(word_hash(v)));
    });
    const std::size_t kinds = profile.distinct.size();
    if (spoken + coded < 0.5 || kinds > 3 * vocabulary.entries.size() + 4) continue;
    double evidence = 0;
    if (spoken > 0.3)
      evidence = std::min(8.0, 7 * (spoken + coded) - 1 + static_cast<double>(kinds > 1 ? 1 : 0));
    else if (vocabulary.codes_are_telling && kinds > 1 && profile.with_letter > 0.5)
      evidence = 5.5 * coded - 1;
    else
      evidence = 0.3;
    if (profile.values.size() < 4) evidence *= 0.6;
    votes.push_back({vocabulary.meaning, evidence, vocabulary.name});
  }
  const double operators = profile.share([&](std::string_view v) {
    const std::string folded = text::fold_plain(v);
    return std::ranges::any_of(operators_, [&](const std::string& name) {
      return name == folded || (folded.size() > 1 && name.starts_with(folded + ' ')) ||
             (name.size() > 1 && folded.starts_with(name + ' '));
    });
  });
  if (operators > 0.5) votes.push_back({"contact.phone_operator", 9 * operators - 3, {}});
  // The two letters of the sexes, in the languages where they are used; one letter alone could be anything.
  std::unordered_set<std::string> letters;
  for (const std::string_view value : profile.distinct) letters.insert(text::fold(value));
  static constexpr std::string_view kPairs[][2] = {{"m", "f"}, {"l", "p"}, {"m", "w"}, {"h", "m"}, {"lk", "pr"}};
  for (const auto& pair : kPairs) {
    if (letters.size() == 2 && letters.contains(std::string(pair[0])) && letters.contains(std::string(pair[1]))) {
      votes.push_back({"person.sex", 6, {}});
    }
  }
  const double rhesus = profile.share([](std::string_view v) {
    const std::string_view bare = v.ends_with('+') || v.ends_with('-') ? v.substr(0, v.size() - 1) : v;
    return bare == "A" || bare == "B" || bare == "AB" || bare == "O" || bare == "0";
  });
  const bool has_pair =
      std::ranges::find(profile.distinct, "AB") != profile.distinct.end() ||
      std::ranges::any_of(profile.distinct, [](std::string_view v) { return v.size() > 1 && v.ends_with('+'); });
  if (rhesus > 0.9 && has_pair && profile.distinct.size() >= 3) votes.push_back({"person.blood_group", 7.5, {}});
  const auto spoken_share = [&](auto passes) {
    return profile.share([&](std::string_view v) { return passes(text::fold_plain(v)); });
  };
  const double zodiac = spoken_share(is_zodiac_word);
  if (zodiac > 0.8 && profile.distinct.size() >= 3) votes.push_back({"person.zodiac", 8, {}});
  const double brands = spoken_share([](const std::string& word) {
    std::string joined;
    for (const char c : word) {
      if (c != ' ' && c != '-') joined += c;
    }
    return joined.size() > 2 && is_card_brand(joined);
  });
  if (brands > 0.8) votes.push_back({"payment.card_type", 7, {}});
  const double titles = title_share(profile);
  if (titles > 0.85 && profile.distinct.size() > 1 && profile.repeats < 0.6 && profile.longest <= 12)
    votes.push_back({"person.title", 6.5, {}});
}

double ValueReader::title_share(const ColumnProfile& profile) const {
  return profile.share([&](std::string_view value) {
    std::string word = text::fold_plain(value);
    if (word.ends_with('.')) word.pop_back();
    return std::ranges::find(pack_.name_titles, word) != pack_.name_titles.end() || word == "mr" || word == "mrs" ||
           word == "ms" || word == "miss";
  });
}

}  // namespace sidik::identify
