#include "rehearse/person.hpp"

#include <algorithm>

#include "rehearse/date_style.hpp"
#include "rehearse/identifiers.hpp"

namespace sidik::rehearse {

/// Persons are numbered in blocks of sixteen, and a block falls into whole households.
struct PersonModel::Household {
  std::uint32_t head = 0;
  std::uint32_t size = 1;
  const Regency* home = nullptr;
  const Regency* origin = nullptr;  ///< where the parents come from
  bool head_female = false;
  bool has_spouse = false;
  bool has_parent = false;  ///< the last member is a parent of the head
  int head_year = 1970;
  Culture culture = Culture::java;
  Religion religion = Religion::islam;
  std::uint64_t name_key = 0;
};

namespace {

constexpr std::uint32_t kBlock = 16;

Religion draw_religion(Culture culture, RandomStream& stream) {
  const auto choose = [&](std::initializer_list<std::uint32_t> weights) {
    return static_cast<Religion>(stream.weighted(weights));
  };
  switch (culture) {
    case Culture::bali:
      return choose({10, 1, 1, 87, 1, 0});
    case Culture::flores:
      return choose({9, 34, 56, 1, 0, 0});
    case Culture::papua:
      return choose({16, 68, 16, 0, 0, 0});
    case Culture::minahasa:
      return choose({31, 63, 5, 1, 0, 0});
    case Culture::maluku:
      return choose({56, 40, 4, 0, 0, 0});
    case Culture::batak:
      return choose({55, 36, 7, 0, 2, 0});
    case Culture::dayak:
      return choose({66, 18, 13, 1, 2, 0});
    case Culture::chinese:
      return choose({6, 34, 20, 0, 36, 4});
    default:
      return choose({966, 18, 10, 3, 3, 0});
  }
}

/// People live where they do not come from: Javanese everywhere, Chinese in the cities.
Culture draw_culture(const Regency& home, RandomStream& stream) {
  if (home.is_city && stream.per_million(45000)) return Culture::chinese;
  if (home.culture != Culture::java &&
      stream.percent(home.culture == Culture::malay || home.culture == Culture::betawi ? 22 : 7)) {
    return Culture::java;
  }
  return home.culture;
}

std::uint32_t draw_size(RandomStream& stream) {
  return static_cast<std::uint32_t>(1 + stream.weighted({16, 19, 24, 23, 12, 6}));
}

int draw_head_year(int year, RandomStream& stream) {
  // Ages of heads of households in bands of ten years from 20 on.
  static constexpr std::uint32_t kBands[] = {9, 22, 25, 22, 14, 6, 2};
  const int band = static_cast<int>(stream.weighted(kBands));
  return year - 20 - band * 10 - static_cast<int>(stream.below(10));
}

std::uint32_t draw_serial(text::Date birth, RandomStream& stream) {
  // On days to which unknown birthdays are set, the serials run high.
  const bool is_heaped = (birth.month == 12 && birth.day == 31) || (birth.month == 1 && birth.day == 1) ||
                         (birth.month == 7 && birth.day == 1);
  if (is_heaped) return static_cast<std::uint32_t>(1 + stream.below(1 + stream.below(120)));
  std::uint32_t serial = 1;
  while (serial < 12 && stream.percent(30)) ++serial;
  return serial;
}

}  // namespace

PersonModel::PersonModel(std::uint64_t seed, int year, const AreaSampler& areas, const NameModel& names,
                         const pack::Pack& pack)
    : seed_(seed), year_(year), areas_(areas), names_(names), mobile_prefixes_(known_mobile_prefixes()) {
  for (const pack::PhonePlan& plan : pack.phone_plans) {
    if (plan.country != "ID" || plan.mobile_prefixes.empty()) continue;
    // A prefix counts when the plan has it, a shorter one or a longer one.
    const auto is_unknown = [&](const std::string& prefix) {
      return std::none_of(plan.mobile_prefixes.begin(), plan.mobile_prefixes.end(), [&](const std::string& known) {
        return known.starts_with(prefix) || prefix.starts_with(known);
      });
    };
    std::vector<std::string> kept = mobile_prefixes_;
    std::erase_if(kept, is_unknown);
    if (!kept.empty()) mobile_prefixes_ = std::move(kept);
  }
  for (const std::string& prefix : mobile_prefixes_) mobile_weights_.add(mobile_prefix_weight(prefix));
}

text::Date PersonModel::birth_in(int year, RandomStream& stream) const {
  const int age = year_ - year;
  const std::uint64_t heaped = age > 60 ? 26 : age > 45 ? 13 : age > 30 ? 4 : 1;
  if (stream.percent(heaped)) {
    static constexpr std::uint8_t kDays[][2] = {{12, 31}, {1, 1}, {7, 1}, {8, 17}, {6, 30}};
    const auto& day = kDays[stream.weighted({46, 22, 17, 9, 6})];
    return {static_cast<std::int16_t>(year), day[0], day[1]};
  }
  const text::Date first{static_cast<std::int16_t>(year), 1, 1};
  return text::from_day_number(text::day_number(first) + static_cast<std::int32_t>(stream.below(365)));
}

PersonModel::Household PersonModel::household_of(std::uint32_t index) const {
  const std::uint32_t block = index / kBlock;
  RandomStream partition(seed_, Purpose::household_partition, block);
  Household out;
  std::uint32_t first = 0;
  while (true) {
    out.size = std::min(draw_size(partition), kBlock - first);
    if (index % kBlock < first + out.size) break;
    first += out.size;
  }
  out.head = block * kBlock + first;
  RandomStream stream(seed_, Purpose::household, out.head);
  out.home = &areas_.draw(stream);
  out.origin = stream.percent(84) ? out.home : &areas_.draw(stream);
  out.head_female = stream.percent(out.size == 1 ? 44 : 15);
  out.has_spouse = out.size >= 2 && stream.percent(out.head_female ? 12 : 90);
  out.has_parent = out.size >= 4 && stream.percent(22);
  out.head_year = draw_head_year(year_, stream);
  out.culture = draw_culture(*out.origin, stream);
  out.religion = draw_religion(out.culture, stream);
  out.name_key = stream.next();
  return out;
}

Identity PersonModel::identity_of(std::uint32_t index) const {
  const Household home = household_of(index);
  RandomStream stream(seed_, Purpose::identity, index);
  Identity out;
  out.index = index;
  out.head_index = home.head;
  out.household_size = home.size;
  out.position = static_cast<std::uint8_t>(index - home.head);
  int birth_year = home.head_year;
  if (out.position == 0) {
    out.female = home.head_female;
  } else if (out.position == 1 && home.has_spouse) {
    out.relation = Relation::spouse;
    out.female = !home.head_female;
    birth_year += static_cast<int>(stream.below(10)) - (out.female ? 2 : 7);
  } else if (out.position + 1U == home.size && home.has_parent) {
    out.relation = Relation::parent;
    out.female = stream.percent(64);
    birth_year -= static_cast<int>(stream.between(20, 34));
  } else {
    const bool is_child = stream.percent(94);
    out.relation = is_child ? Relation::child : Relation::other;
    out.female = stream.percent(49);
    birth_year += static_cast<int>(20 + out.position * 2 + stream.below(9));
  }
  out.birth = birth_in(std::clamp(birth_year, year_ - 96, year_ - 1), stream);
  out.home = home.home;
  const bool is_migrant = out.relation != Relation::child && stream.percent(13);
  out.origin = is_migrant ? &areas_.draw(stream) : home.origin;
  const int registered_year = std::max(out.birth.year + 1, 2004 + static_cast<int>(stream.below(9)));
  out.area6 = &AreaSampler::draw_district(*out.origin, registered_year, stream);
  // Corrected later; the number keeps what was first written.
  out.recorded_birth = out.birth;
  if (stream.per_million(17000))
    out.recorded_birth = birth_in(out.birth.year + static_cast<int>(stream.below(3)) - 1, stream);
  out.recorded_female = stream.per_million(2500) ? !out.female : out.female;
  out.serial = draw_serial(out.recorded_birth, stream);
  return out;
}

void PersonModel::append_mobile(std::string& out, RandomStream& stream) const {
  const std::string& prefix = mobile_prefixes_[mobile_weights_.draw(stream)];
  out += prefix;
  // Eight more digits are usual; old and postpaid numbers have seven.
  const bool is_short = stream.percent(18);
  append_padded(out, stream.below(is_short ? 10000000 : 100000000), is_short ? 7 : 8);
}

void PersonModel::complete(std::uint32_t index, std::uint64_t national_id, Person& out) const {
  const Household home = household_of(index);
  out.identity = identity_of(index);
  const Identity& who = out.identity;
  RandomStream stream(seed_, Purpose::person, index);
  RandomStream shared(seed_, Purpose::household, home.name_key);
  out.national_id = national_id;
  out.name.clear();
  const std::string_view family = names_.family_name(home.culture, shared);
  RandomStream own_family(seed_, Purpose::household, mix64(home.name_key ^ index));
  const NameModel::Wish wish{
      .culture = home.culture,
      .female = who.female,
      .birth_year = who.birth.year,
      .child_number = who.position,
      .family_name = who.relation == Relation::spouse ? names_.family_name(home.culture, own_family) : family,
      .muslim = home.religion == Religion::islam};
  names_.append_name(out.name, wish, stream);
  out.birth_place = who.origin->name;
  if (stream.percent(9)) out.birth_place = areas_.draw(stream).name;
  out.religion = home.religion;
  const int age = year_ - who.birth.year;
  if (who.relation == Relation::spouse || (who.position == 0 && home.has_spouse))
    out.marital = Marital::married;
  else if (who.relation == Relation::parent)
    out.marital = stream.percent(70) ? Marital::widowed : Marital::married;
  else if (who.position == 0 && age > 30)
    out.marital = static_cast<Marital>(stream.weighted({30, 20, 20, 30}));
  else
    out.marital = Marital::single;
  out.blood = stream.percent(68) ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + stream.weighted({26, 28, 8, 38}));
  out.phone.clear();
  out.email.clear();
  out.npwp.clear();
  if (stream.percent(age < 12 ? 8 : age < 60 ? 74 : 34)) append_mobile(out.phone, stream);
  if (stream.percent(age < 16 ? 1 : age < 45 ? 22 : 6)) append_email(out.email, out.name, who.birth.year, stream);
  if (age > 20 && stream.percent(who.position == 0 ? 24 : 6)) append_tax_number(out.npwp, stream);
  out.card = card_number(seed_, index);
  out.head_card = card_number(seed_, home.head);
  out.family_card.clear();
  RandomStream family_card(seed_, Purpose::household, home.name_key ^ 0x4b4bU);
  append_family_card(out.family_card, AreaSampler::draw_district(*home.home, 2018, family_card), family_card);
}

}  // namespace sidik::rehearse
