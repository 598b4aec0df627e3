#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "identify/character_mix.hpp"
#include "identify/value_reader.hpp"
#include "identify/value_words.hpp"
#include "text/letters.hpp"

/// The recognisers of places and addresses.
namespace sidik::identify {
namespace {

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

}  // namespace

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
    for (const std::string& word : folded_words(value)) {
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

}  // namespace sidik::identify
