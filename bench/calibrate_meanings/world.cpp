#include "world.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rehearse/census.hpp"
#include "rehearse/national_id.hpp"
#include "rehearse/person.hpp"
#include "text/letters.hpp"

namespace sidik::bench {
namespace {

constexpr std::uint16_t kYear = 2021;
constexpr std::uint64_t kPopulation = 77;

text::Date birth_day(Dice& dice) {
  const int days = text::day_number({1940, 1, 1}) + static_cast<int>(dice.below(68ULL * 365));
  return text::from_day_number(days);
}

std::string postcode_of(Culture culture, Dice& dice) {
  switch (culture) {
    case Culture::english:
      if (dice.percent(20)) return digits(5, dice) + '-' + digits(4, dice);
      return digits(5, dice);
    case Culture::dutch:
      return fmt::format("{} {}{}", digits(4, dice), static_cast<char>('A' + dice.below(26)),
                         static_cast<char>('A' + dice.below(26)));
    case Culture::indian:
      return digits(6, dice);
    default:
      return digits(5, dice);
  }
}

std::string handle_of(const InventedPerson& person, Dice& dice) {
  const std::string given = lower(text::fold_plain(person.given));
  std::string surname = lower(text::fold_plain(person.surname));
  std::erase(surname, ' ');
  std::string plain = given.substr(0, given.find(' '));
  switch (dice.below(7)) {
    case 0:
      return plain + '.' + surname;
    case 1:
      return plain + digits(2, dice);
    case 2:
      return plain.substr(0, 1) + surname;
    case 3:
      return plain + '_' + surname.substr(0, 3) + digits(static_cast<unsigned>(1 + dice.below(3)), dice);
    case 4:
      return surname + fmt::format("{:02}", person.birth.year % 100);
    case 5:
      return made_up_word(dice) + digits(static_cast<unsigned>(1 + dice.below(4)), dice);
    default:
      return plain + surname;
  }
}

std::string drawn_name(std::string_view list, Dice& dice) {
  return dice.below(6) == 0 ? title(made_up_word(dice)) : std::string(pick_part(list, dice));
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> out;
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find('|', start), list.size());
    out.push_back(list.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

std::string_view pick_part(std::string_view list, Dice& dice) {
  const auto count = static_cast<std::uint64_t>(std::ranges::count(list, '|')) + 1;
  std::uint64_t at = dice.below(count);
  while (at-- > 0) list.remove_prefix(list.find('|') + 1);
  return list.substr(0, list.find('|'));
}

std::string digits(unsigned count, Dice& dice) {
  std::string out;
  for (unsigned i = 0; i < count; ++i)
    out += static_cast<char>('0' + (i == 0 && count > 1 ? 1 + dice.below(9) : dice.below(10)));
  return out;
}

std::string made_up_word(Dice& dice) {
  static constexpr std::string_view kStarts = "b|br|d|dr|f|g|gr|h|j|k|kl|l|m|n|p|pr|r|s|st|t|tr|v|w|z|ch|sh";
  static constexpr std::string_view kVowels = "a|e|i|o|u|a|e|i|ai|ou|y";
  static constexpr std::string_view kEnds = "|n|r|l|s|m|k|t|nd|rt||";
  std::string out;
  const std::uint64_t syllables = 2 + dice.below(2);
  for (std::uint64_t i = 0; i < syllables; ++i) {
    out += pick_part(kStarts, dice);
    out += pick_part(kVowels, dice);
    if (i + 1 == syllables || dice.percent(30)) out += pick_part(kEnds, dice);
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), text::to_lower);
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), text::to_upper);
  return out;
}

std::string title(std::string_view text) {
  std::string out = lower(text);
  bool start = true;
  for (char& c : out) {
    if (start) c = text::to_upper(c);
    start = c == ' ' || c == '-';
  }
  return out;
}

World::World(const pack::Pack& pack, rehearse::AreaSampler areas, const rehearse::NameModel::Tokens& everywhere)
    : areas_(std::move(areas)), names_(pack, everywhere), indonesians_(kPopulation, kYear, areas_, names_, pack) {}

Result<std::unique_ptr<const World>> World::create(const pack::Pack& pack) {
  SIDIK_TRY(rehearse::AreaSampler areas, rehearse::AreaSampler::create(pack, kYear));
  SIDIK_TRY(const pack::Pack global, pack::load_pack({}));
  return std::unique_ptr<const World>(new World(pack, std::move(areas), global.name_tokens));
}

void World::complete_indonesian(InventedPerson& person, Dice& dice) const {
  const auto index = static_cast<std::uint32_t>(dice.below(1000000000));
  const rehearse::Identity identity = indonesians_.identity_of(index);
  rehearse::Person drawn;
  const std::uint64_t number = rehearse::national_id(*identity.area6, identity.recorded_birth, identity.recorded_female,
                                                     1 + static_cast<std::uint32_t>(dice.below(40)));
  indonesians_.complete(index, number, drawn);
  person.woman = identity.female;
  person.birth = identity.birth;
  person.birth_place = drawn.birth_place;
  person.nik = fmt::format("{:016}", number);
  person.family_card = drawn.family_card;
  person.tax_number = drawn.npwp;
  person.member_card = drawn.card;
  person.religion = static_cast<unsigned>(drawn.religion);
  person.marital = static_cast<unsigned>(drawn.marital);
  person.blood = drawn.blood;
  if (identity.home != nullptr) person.city = title(identity.home->name);
  if (dice.percent(70)) {
    person.full = title(drawn.name);
    const auto blank = person.full.find(' ');
    person.given = person.full.substr(0, blank);
    if (blank != std::string::npos) person.surname = person.full.substr(person.full.rfind(' ') + 1);
  }
}

InventedPerson World::person(Culture culture, Dice& dice) const {
  const CultureWords& words = words_of(culture);
  InventedPerson out;
  out.culture = culture;
  out.woman = dice.percent(50);
  out.birth = birth_day(dice);
  out.birth_place = std::string(pick_part(words.cities, dice));
  out.city = dice.percent(12) ? title(made_up_word(dice)) : std::string(pick_part(words.cities, dice));
  out.region = std::string(pick_part(words.regions, dice));
  out.religion = static_cast<unsigned>(dice.weighted({60, 12, 10, 8, 6, 4}));
  out.marital = static_cast<unsigned>(dice.weighted({35, 50, 9, 6}));
  out.blood = static_cast<unsigned>(dice.below(5));
  if (culture == Culture::indonesian) complete_indonesian(out, dice);
  if (out.full.empty()) {
    out.given = drawn_name(out.woman ? words.women : words.men, dice);
    if (dice.percent(35)) out.middle = drawn_name(out.woman ? words.women : words.men, dice);
    out.surname = drawn_name(words.surnames, dice);
    if (culture == Culture::spanish && dice.percent(60)) out.surname += ' ' + drawn_name(words.surnames, dice);
    out.full = out.given + (out.middle.empty() ? "" : ' ' + out.middle) + ' ' + out.surname;
  }
  const std::string family = out.surname.empty() ? drawn_name(words.surnames, dice) : out.surname;
  out.mother = drawn_name(words.women, dice) + ' ' + drawn_name(words.surnames, dice);
  out.father = drawn_name(words.men, dice) + ' ' + family;
  out.spouse = drawn_name(out.woman ? words.men : words.women, dice) + ' ' + drawn_name(words.surnames, dice);
  out.street = std::string(pick_part(words.streets, dice));
  out.village = title(made_up_word(dice));
  out.district = title(made_up_word(dice));
  out.postcode = postcode_of(culture, dice);
  out.country = std::string(words.country);
  out.mobile = std::string(pick_part(words.mobile_prefixes, dice)) + digits(words.mobile_digits, dice);
  out.handle = handle_of(out, dice);
  out.height = static_cast<unsigned>((out.woman ? 150 : 161) + dice.below(14) + dice.below(14));
  out.weight = static_cast<unsigned>(out.height - 118 + dice.below(20) + dice.below(20));
  return out;
}

}  // namespace sidik::bench
