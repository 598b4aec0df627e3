#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "people/record_store.hpp"

namespace sidik::people {

/// A store of invented persons, each with one to three records, some of them with slips, and the truth.
struct InventedPeople {
  RecordStore store;
  std::vector<std::uint32_t> person_of_row;
  std::uint32_t persons = 0;
};

inline std::string invented_word(std::mt19937& random, std::size_t syllables) {
  std::string word;
  for (std::size_t i = 0; i < syllables; ++i) {
    word += "bdgklmnprst"[random() % 11];
    word += "aeiou"[random() % 5];
  }
  return word;
}

inline void add_fields(RecordStore& store) {
  store.add_field({"given", "person.given_name", FieldKind::name, false, false, 1});
  store.add_field({"surname", "person.surname", FieldKind::name, true, false, 1});
  store.add_field({"born", "birth.date", FieldKind::date, false, false, 0});
  store.add_field({"street", "contact.address", FieldKind::address, true, false, 2});
  store.add_field({"number", "id.national", FieldKind::digits, false, true, 0});
}

/// Households of one to four persons share surname and street.
inline InventedPeople invent_people(std::uint32_t persons, std::uint32_t seed) {
  InventedPeople out;
  out.persons = persons;
  add_fields(out.store);
  std::mt19937 random(seed);
  std::string surname;
  std::string street;
  for (std::uint32_t person = 0; person < persons; ++person) {
    if (person % 3 == 0) {
      surname = invented_word(random, 3);
      street = std::to_string(random() % 200) + " " + invented_word(random, 3) + " street";
    }
    const std::array<std::string, 5> values = {invented_word(random, 3), surname,
                                               std::to_string(1940 + random() % 70) + "-0" +
                                                   std::to_string(1 + random() % 9) + "-" +
                                                   std::to_string(10 + random() % 19),
                                               street, std::to_string(1000000000ULL + random())};
    for (std::uint32_t copy = 0; copy <= person % 3; ++copy) {
      Record row{};
      for (std::size_t f = 0; f < values.size(); ++f) {
        std::string value = values[f];
        if (copy > 0 && random() % 8 == 0) std::swap(value[value.size() - 2], value.back());
        if (copy > 0 && f != 0 && random() % 10 == 0) value.clear();
        row[f] = out.store.intern(f, value);
      }
      out.store.add(row);
      out.person_of_row.push_back(person);
    }
  }
  return out;
}

}  // namespace sidik::people
