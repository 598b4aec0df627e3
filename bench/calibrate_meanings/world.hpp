#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"
#include "rehearse/areas.hpp"
#include "rehearse/names.hpp"
#include "rehearse/person.hpp"
#include "rehearse/random_stream.hpp"
#include "text/dates.hpp"

/// Rehearsed schemas: tables of invented people whose columns have a known meaning, to measure how right
/// identify::MeaningReader is when it says how sure it is.
namespace sidik::bench {

using Dice = rehearse::RandomStream;

/// How people of a table are named, where they live and how they write numbers.
enum class Culture : std::uint8_t { indonesian, english, german, french, spanish, italian, dutch, indian };
inline constexpr std::size_t kCultures = 8;

/// An invented person as a row of a table shows them. Numbers follow the public rules of their country.
struct InventedPerson {
  Culture culture = Culture::english;
  bool woman = false;
  std::string given, middle, surname, full, mother, father, spouse;
  text::Date birth;
  std::string birth_place;
  std::string street, village, district, city, region, postcode, country;
  std::string mobile;  ///< national significant number, digits
  std::string handle;  ///< what the person is called in an account or a mail address
  std::string nik, family_card, tax_number, member_card;
  unsigned religion = 0, marital = 0, blood = 0;
  unsigned height = 170, weight = 70;
};

/// Makes invented persons. Indonesian ones come from src/rehearse; names and places of the others are lists of this
/// folder, written without a look at the packs, and every sixth name is made of syllables, so that no list has it.
///
/// Lifetime `pack` outlives it. Cost some microseconds a person.
class World {
 public:
  static Result<std::unique_ptr<const World>> create(const pack::Pack& pack);

  [[nodiscard]] InventedPerson person(Culture culture, Dice& dice) const;

 private:
  World(const pack::Pack& pack, rehearse::AreaSampler areas, const rehearse::NameModel::Tokens& everywhere);
  void complete_indonesian(InventedPerson& person, Dice& dice) const;

  rehearse::AreaSampler areas_;
  rehearse::NameModel names_;
  rehearse::PersonModel indonesians_;  ///< refers to the two above, so a world is not moved
};

/// A word list of a culture; see word_lists.cpp.
struct CultureWords {
  std::string_view men, women, surnames, streets, regions, cities, country, calling_code, mobile_prefixes;
  unsigned mobile_digits = 9;  ///< behind the prefix
};
[[nodiscard]] const CultureWords& words_of(Culture culture);

/// The parts of a list that is written with | between them, cut once.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view list);
[[nodiscard]] std::string_view pick_part(std::string_view list, Dice& dice);
/// `count` decimal digits, the first one not 0.
[[nodiscard]] std::string digits(unsigned count, Dice& dice);
/// A word of syllables that stands in no list.
[[nodiscard]] std::string made_up_word(Dice& dice);
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] std::string title(std::string_view text);

}  // namespace sidik::bench
