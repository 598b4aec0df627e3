#pragma once

#include <cstdint>
#include <string>

#include "pack/pack.hpp"
#include "rehearse/areas.hpp"
#include "rehearse/names.hpp"
#include "text/dates.hpp"

namespace sidik::rehearse {

enum class Relation : std::uint8_t { head, spouse, child, parent, other };
enum class Marital : std::uint8_t { single, married, divorced, widowed };
enum class Religion : std::uint8_t { islam, protestant, catholic, hindu, buddhist, confucian };

/// What a national id is made of, and the household around it. Cheap: no text.
struct Identity {
  std::uint32_t index = 0;
  std::uint32_t head_index = 0;  ///< equals `index` for the head
  std::uint32_t household_size = 1;
  std::uint8_t position = 0;  ///< in the household, 0 for the head
  Relation relation = Relation::head;
  bool female = false;
  text::Date birth;
  text::Date recorded_birth;  ///< as in the national id; differs from `birth` where it was corrected later
  bool recorded_female = false;
  const Regency* home = nullptr;       ///< where the household lives now
  const Regency* origin = nullptr;     ///< where the person was first registered
  const std::string* area6 = nullptr;  ///< the district of first registration
  std::uint32_t serial = 1;            ///< wished for; the census makes it unique
};

/// An invented person as every register may know them.
struct Person {
  Identity identity;
  std::uint64_t national_id = 0;
  std::string name;
  std::string birth_place;
  Religion religion = Religion::islam;
  Marital marital = Marital::single;
  std::uint8_t blood = 0;  ///< 0 not known, 1 A, 2 B, 3 AB, 4 O
  std::string phone;       ///< national significant number, without 0; empty: none
  std::string email;       ///< of a reserved domain; empty: none
  std::string npwp;        ///< 15 digits with a right check digit; empty: none
  std::string card;        ///< 13 digits, begins 000
  std::string head_card;
  std::string family_card;  ///< KK number, 16 digits
};

/// Makes person `index` from the seed and the index alone: households of one to six, a population pyramid, names by
/// region, lawful mismatches between the number and the rest (moved, corrected birth date or sex).
///
/// Lifetime  keeps references to `areas` and `names`.
/// Cost      identity_of: some 100 ns; complete: about a microsecond.
class PersonModel {
 public:
  PersonModel(std::uint64_t seed, int year, const AreaSampler& areas, const NameModel& names, const pack::Pack& pack);

  [[nodiscard]] Identity identity_of(std::uint32_t index) const;
  /// Fills `out` for a person whose national id the census has settled.
  void complete(std::uint32_t index, std::uint64_t national_id, Person& out) const;
  [[nodiscard]] const AreaSampler& areas() const { return areas_; }
  [[nodiscard]] const NameModel& names() const { return names_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] int year() const { return year_; }
  /// A mobile number of the country, without the trunk 0.
  void append_mobile(std::string& out, RandomStream& stream) const;

 private:
  struct Household;
  [[nodiscard]] Household household_of(std::uint32_t index) const;
  [[nodiscard]] text::Date birth_in(int year, RandomStream& stream) const;

  std::uint64_t seed_;
  int year_;
  const AreaSampler& areas_;
  const NameModel& names_;
  std::vector<std::string> mobile_prefixes_;
  WeightedTable mobile_weights_;
};

}  // namespace sidik::rehearse
