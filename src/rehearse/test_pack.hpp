#pragma once

#include <cstdint>
#include <string>

#include "pack/pack.hpp"

namespace sidik::rehearse {

/// A small pack for tests: regencies of six provinces, one of them retired, with districts and populations.
inline pack::Pack test_pack() {
  pack::Pack pack;
  pack.names = {"test"};
  const auto add = [&](std::string code, std::string name, std::string kind, std::uint16_t first, std::uint16_t last,
                       std::uint64_t people) {
    pack.area_by_code[code] = pack.areas.size();
    pack.areas.push_back({std::move(code), std::move(name), std::move(kind), first, last, people});
  };
  struct Place {
    const char* code;
    const char* name;
    const char* kind;
    std::uint64_t people;
  };
  static constexpr Place kPlaces[] = {
      {"3171", "Jakarta Pusat", "kota", 1100000}, {"3204", "Bandung", "kabupaten", 3700000},
      {"3374", "Semarang", "kota", 1700000},      {"1207", "Deli Serdang", "kabupaten", 2000000},
      {"5103", "Badung", "kabupaten", 550000},    {"7371", "Makassar", "kota", 1500000}};
  for (const Place& place : kPlaces) {
    add(place.code, place.name, place.kind, 2016, 2026, place.people);
    for (int district = 1; district <= 4; ++district) {
      add(std::string(place.code) + '0' + static_cast<char>('0' + district), "Kecamatan", "kecamatan", 2016, 2026, 0);
    }
  }
  add("9301", "Merauke", "kabupaten", 2022, 2026, 230000);
  add("9101", "Merauke", "kabupaten", 2016, 2022, 0);
  add("910101", "Merauke", "kecamatan", 2016, 2022, 0);
  add("7399", "Makassar", "kota", 2016, 2018, 0);
  add("739901", "Lama", "kecamatan", 2016, 2018, 0);
  return pack;
}

}  // namespace sidik::rehearse
