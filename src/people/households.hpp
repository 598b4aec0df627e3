#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "people/linker.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// Persons put into households.
struct Households {
  std::uint64_t count = 0;
  std::uint64_t persons = 0;                 ///< whose household is known
  std::vector<std::uint64_t> households_of;  ///< by number of persons, from 0
  std::vector<std::string> by;               ///< meanings of the fields that it rests on; empty: none is fit
};

/// A household is the persons of one family number or one head's card; where the records have neither, those of one
/// address and one family name (of one address and telephone, where names have no family name of their own).
/// A person without such a field is in none.
[[nodiscard]] Households find_households(const RecordStore& store, const Linkage& linkage);

}  // namespace sidik::people
