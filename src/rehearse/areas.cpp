#include "rehearse/areas.hpp"

#include <algorithm>
#include <map>

#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

/// Stands in for a regency whose population the pack does not give; about the median of the regencies.
constexpr std::uint64_t kUnknownPopulation = 250000;

bool stands_in(const pack::Area& area, std::uint16_t year) {
  return (area.first_year == 0 || area.first_year <= year) && (area.last_year == 0 || area.last_year >= year);
}

bool is_retired_by(const pack::Area& area, std::uint16_t year) { return area.last_year != 0 && area.last_year < year; }

std::string upper(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = text::to_upper(c);
  return out;
}

/// The administrative cities of Jakarta carry their prefix in some lists.
std::string place_name(const pack::Area& area) {
  std::string name = upper(area.name);
  for (const std::string_view prefix : {"KABUPATEN ", "KOTA ", "ADM. ", "ADMINISTRASI "}) {
    if (name.starts_with(prefix)) name.erase(0, prefix.size());
  }
  return name;
}

std::string key_of(const pack::Area& area) { return area.kind + '/' + place_name(area); }

/// Codes in order, so that nothing depends on the order of the pack.
std::vector<const pack::Area*> sorted_areas(const pack::Pack& pack, std::size_t digits) {
  std::vector<const pack::Area*> out;
  for (const pack::Area& area : pack.areas) {
    const bool is_digits = std::all_of(area.code.begin(), area.code.end(), text::is_digit);
    if (area.code.size() == digits && is_digits) out.push_back(&area);
  }
  std::sort(out.begin(), out.end(), [](const auto* left, const auto* right) {
    return left->code != right->code ? left->code < right->code : left->last_year < right->last_year;
  });
  return out;
}

/// The largest population known for a name: a regency whose code changed keeps its people.
std::map<std::string, std::uint64_t> populations(const std::vector<const pack::Area*>& regencies) {
  std::map<std::string, std::uint64_t> out;
  for (const pack::Area* area : regencies) {
    std::uint64_t& known = out[key_of(*area)];
    known = std::max(known, area->population);
  }
  return out;
}

/// Thirteen divisions of neighbouring provinces, offices numbered inside each; big neighbours share no office.
std::uint32_t office_number(unsigned province, std::uint32_t place_in_province) {
  const std::uint32_t division = province % 13 + 1;
  return division * 100 + province / 13 % 4 * 25 + place_in_province / 2 % 25;
}

}  // namespace

Culture culture_of(unsigned province) {
  switch (province) {
    case 11:
      return Culture::aceh;
    case 12:
      return Culture::batak;
    case 13:
      return Culture::minang;
    case 31:
      return Culture::betawi;
    case 32:
    case 36:
      return Culture::sunda;
    case 33:
    case 34:
    case 35:
    case 18:
      return Culture::java;
    case 51:
      return Culture::bali;
    case 52:
      return Culture::sasak;
    case 53:
      return Culture::flores;
    case 61:
    case 62:
    case 65:
      return Culture::dayak;
    case 71:
      return Culture::minahasa;
    case 72:
    case 73:
    case 74:
    case 75:
    case 76:
      return Culture::bugis;
    case 81:
    case 82:
      return Culture::maluku;
    case 91:
    case 92:
    case 93:
    case 94:
    case 95:
    case 96:
      return Culture::papua;
    default:
      return Culture::malay;
  }
}

Result<AreaSampler> AreaSampler::create(const pack::Pack& pack, std::uint16_t year) {
  AreaSampler sampler;
  const std::vector<const pack::Area*> regencies = sorted_areas(pack, 4);
  const std::map<std::string, std::uint64_t> people = populations(regencies);
  std::map<std::string, std::size_t> by_code;
  std::map<std::string, std::size_t> by_name;
  std::map<unsigned, std::uint32_t> in_province;
  for (const pack::Area* area : regencies) {
    if (!stands_in(*area, year) || by_code.contains(area->code)) continue;
    const unsigned province = static_cast<unsigned>((area->code[0] - '0') * 10 + (area->code[1] - '0'));
    Regency regency{.code = area->code,
                    .name = place_name(*area),
                    .is_city = area->kind == "kota",
                    .districts = {},
                    .retired = {},
                    .office = office_number(province, in_province[province]++),
                    .culture = culture_of(province)};
    by_code[area->code] = by_name[key_of(*area)] = sampler.regencies_.size();
    sampler.regencies_.push_back(std::move(regency));
    const std::uint64_t population = people.at(key_of(*area));
    sampler.by_population_.add(population == 0 ? kUnknownPopulation : population);
  }
  if (sampler.regencies_.empty()) {
    return fail(ErrorKind::invalid_input, "rehearse.pack_without_areas",
                "the pack has no regency that persons could come from",
                "load the pack `id`, or give --packs a folder that has its areas");
  }
  // A retired regency lives on in the numbers of the people of the regency that has its name.
  std::map<std::string, std::size_t> home_of = by_code;
  for (const pack::Area* area : regencies) {
    if (!is_retired_by(*area, year) || by_code.contains(area->code)) continue;
    if (const auto found = by_name.find(key_of(*area)); found != by_name.end()) home_of[area->code] = found->second;
  }
  for (const pack::Area* area : sorted_areas(pack, 6)) {
    const auto home = home_of.find(area->code.substr(0, 4));
    if (home == home_of.end()) continue;
    Regency& regency = sampler.regencies_[home->second];
    if (is_retired_by(*area, year) || !by_code.contains(home->first))
      regency.retired.push_back(area->code);
    else if (stands_in(*area, year))
      regency.districts.push_back(area->code);
  }
  for (Regency& regency : sampler.regencies_) {
    if (!regency.districts.empty()) continue;
    for (const char* tail : {"01", "02", "03", "04", "05"}) regency.districts.push_back(regency.code + tail);
  }
  return sampler;
}

const std::string& AreaSampler::draw_district(const Regency& regency, int registered_year, RandomStream& stream) {
  const bool is_early = registered_year < 2016;
  if (is_early && !regency.retired.empty() && stream.percent(15)) return stream.pick(regency.retired);
  // The smaller of two draws: the districts that were numbered first are the larger ones.
  const std::uint64_t first = stream.below(regency.districts.size());
  const std::uint64_t second = stream.below(regency.districts.size());
  return regency.districts[std::min(first, second)];
}

}  // namespace sidik::rehearse
