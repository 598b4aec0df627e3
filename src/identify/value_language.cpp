#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "identify/column_checker.hpp"
#include "identify/value_reader.hpp"
#include "identify/value_words.hpp"
#include "text/letters.hpp"

/// The recognisers that read words: vocabularies, names, places, addresses, user names and passwords.
namespace sidik::identify {
namespace {

bool is_code(std::string_view word) { return word.size() <= (word.ends_with('.') ? 3 : 2); }

/// Letters only, as folded words without marks at their ends.
std::vector<std::string> plain_words(std::string_view value) {
  std::vector<std::string> out = text::words(value);
  for (std::string& word : out) word = text::fold_plain(word);
  std::erase_if(out, [](const std::string& word) { return word.empty(); });
  return out;
}

struct CharacterMix {
  bool lower = false, upper = false, digit = false, mark = false, blank = false, high = false;
  bool inner_upper = false;  ///< an upper-case letter after a lower-case one
  bool inner_digit = false;  ///< a digit before a letter
};

CharacterMix mix_of(std::string_view value) {
  CharacterMix mix;
  bool digit_before = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (text::is_lower(c) || text::is_upper(c)) mix.inner_digit |= digit_before;
    if (text::is_lower(c))
      mix.lower = true;
    else if (text::is_upper(c))
      mix.upper = true, mix.inner_upper |= i > 0 && text::is_lower(value[i - 1]);
    else if (text::is_digit(c))
      mix.digit = true, digit_before = true;
    else if (text::is_blank(c))
      mix.blank = true;
    else if (static_cast<unsigned char>(c) >= 0x80)
      mix.high = true;
    else
      mix.mark = true;
  }
  return mix;
}

/// The runs of a value: 12/T/1999 is 9/A/9. Codes of one issuer share few of them, passwords nearly none.
std::string runs_of(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const char kind = text::is_digit(c) ? '9' : text::is_upper(c) ? 'A' : text::is_lower(c) ? 'a' : c;
    if (out.empty() || out.back() != kind) out += kind;
  }
  return out;
}

/// Numbers with a unit behind: 172 cm, 42 tahun. Letters behind the digits of a postcode differ.
bool are_with_unit(const ColumnProfile& profile) {
  std::unordered_set<std::string_view> endings;
  for (const std::string_view value : profile.distinct) {
    std::size_t start = value.size();
    while (start > 0 && text::is_letter(value[start - 1])) --start;
    if (start < value.size()) endings.insert(value.substr(start));
  }
  return endings.size() <= 3 && profile.distinct_share([](std::string_view v) { return text::is_digit(v[0]); }) > 0.8;
}

/// Letters of which user names are made; a code has one or two of them (J45.1).
bool has_letters_of_a_name(std::string_view value) { return std::ranges::count_if(value, text::is_letter) >= 3; }

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
  const double titles = spoken_share([&](std::string word) {
    if (word.ends_with('.')) word.pop_back();
    return std::ranges::find(pack_.name_titles, word) != pack_.name_titles.end() || word == "mr" || word == "mrs" ||
           word == "ms" || word == "miss";
  });
  if (titles > 0.85 && profile.distinct.size() > 1 && profile.repeats < 0.6 && profile.longest <= 12)
    votes.push_back({"person.title", 6.5, {}});
}

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
    auto words = plain_words(value);
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

void ValueReader::read_places(const ColumnProfile& profile, Votes& votes) const {
  if (profile.with_letter < 0.7 || profile.longest > 70) return;
  const std::size_t kinds = profile.distinct.size();
  double country = 0, country_code = 0, region = 0, region_code = 0, place = 0;
  double province = 0, regency = 0, district = 0;
  const double one = 1 / static_cast<double>(profile.values.size());
  for (const std::string_view value : profile.values) {
    const std::string folded = text::fold_plain(value);
    if (value.size() == 2 && text::is_letter(value[0]) && text::is_letter(value[1])) {
      region_code += is_region_code(folded) ? one : 0;
      const bool known = std::ranges::any_of(pack_.phone_plans, [&](const auto& plan) {
        return plan.country.size() == 2 && text::to_lower(plan.country[0]) == folded[0] &&
               text::to_lower(plan.country[1]) == folded[1];
      });
      country_code += known ? one : 0;
      continue;
    }
    // Qualifiers such as "Cyprus (Anglicized)" are not part of the name.
    const std::string_view name = value.substr(0, value.find(" ("));
    country += is_word_of("contact.country", name) || is_word_of("contact.country", text::fold_plain(name)) ? one : 0;
    region += is_word_of("contact.region", value) || is_word_of("contact.region", folded) ? one : 0;
    place += pack_.place_names.contains(folded) ? one : 0;
    std::string_view bare = folded;
    for (const std::string_view prefix :
         {"kabupaten ", "kab. ", "kab ", "kota adm. ", "kota ", "provinsi ", "kec. ", "kecamatan "}) {
      if (bare.starts_with(prefix)) bare.remove_prefix(prefix.size());
    }
    const auto found = pack_.areas_by_name.find(std::string(bare));
    if (found == pack_.areas_by_name.end()) continue;
    std::size_t shortest = 6;
    for (const std::size_t index : found->second) shortest = std::min(shortest, pack_.areas[index].code.size());
    province += shortest == 2 ? one : 0;
    regency += shortest <= 4 ? one : 0;
    district += one;
  }
  const auto vote = [&](std::string_view meaning, double share, double most, double from) {
    if (share > from && kinds >= 2)
      votes.push_back({meaning, std::min(most, most * (share - from) / (0.9 - from)), {}});
  };
  // More than one in three pairs of letters is the code of a country, so few of them prove little.
  const double by_codes = std::clamp(pass_evidence(country_code, kinds, 0.4), 0.0, 5.0);
  vote("contact.country", country + country_code, country > 0.3 ? 8 : by_codes, 0.5);
  vote("nationality", country + country_code, country > 0.3 ? 4 : std::min(by_codes, 1.5), 0.5);
  vote("contact.region", region + region_code, region > 0.3 ? 8 : (region_code > 0.95 && kinds >= 6 ? 6 : 3), 0.5);
  vote("contact.region", province, 8, 0.5);
  // A town's column may stand for a birthplace as well; the other columns decide.
  if (province < 0.6) vote("contact.city", regency, 6.5, 0.4);
  if (province < 0.6) vote("birth.place", regency, 6, 0.4);
  if (regency < 0.5) vote("contact.district", district, 5, 0.4);
  if (country < 0.3 && region < 0.5 && province < 0.5) vote("contact.city", place, 6, 0.35);
  if (country < 0.3) vote("contact.region", place - 0.05, 3, 0.4);
}

void ValueReader::read_addresses(const ColumnProfile& profile, Votes& votes) const {
  if (profile.with_letter < 0.6) return;
  double street = 0;
  double numbered = 0;
  for (const std::string_view value : profile.distinct) {
    bool word_found = false;
    bool number = false;
    bool letters = false;
    for (const std::string& word : plain_words(value)) {
      word_found |= pack_.street_words.contains(word);
      number |= text::is_digit(word[0]) || text::is_digit(word.back());
      letters |= !text::is_digit(word[0]) && word.size() > 2;
      // German, Dutch and Scandinavian street names end in the word.
      for (const std::string_view ending :
           {"strasse", "str", "straat", "gasse", "weg", "laan", "vagen", "gatan", "gata", "katu", "vej", "utca"}) {
        word_found |= word.size() > ending.size() + 2 && word.ends_with(ending);
      }
    }
    street += word_found ? 1 : 0;
    numbered += number && letters && value.find(' ') != std::string_view::npos ? 1 : 0;
  }
  const double all = static_cast<double>(profile.distinct.size());
  street /= all;
  numbered /= all;
  double evidence = 6 * street + 4.5 * numbered - 4;
  if (profile.mean_length > 120) evidence -= 4;
  if (street > 0.2 || numbered > 0.6) votes.push_back({"contact.address", std::min(8.5, evidence), {}});
  // A postcode with letters: AB1 2CD, K1A 0B1, 1234 AB.
  const double lettered = profile.share([](std::string_view v) {
    if (v.size() < 5 || v.size() > 8) return false;
    const CharacterMix mix = mix_of(v);
    return mix.digit && (mix.upper || mix.lower) && !mix.mark && !mix.high && !mix.inner_upper &&
           text::is_letter(v.back());
  });
  if (lettered > 0.8 && profile.with_blank > 0.3 && !are_with_unit(profile))
    votes.push_back({"contact.postcode", 4.5, {}});
}

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

void ValueReader::read_words(const ColumnProfile& profile, Votes& votes) const {
  if (profile.with_letter < 0.6) return;
  double trade = 0;
  double work = 0;
  double vehicle = 0;
  for (const std::string_view value : profile.distinct) {
    const auto words = plain_words(value);
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
