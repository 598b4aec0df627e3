#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "people/record_store.hpp"

namespace sidik::people {

/// Rows as a test writes them: a value a field, empty where it is missing.
using TestRows = std::vector<std::vector<std::string>>;

[[nodiscard]] inline LinkageField field_for_test(std::string name, FieldKind kind, bool is_shared = false,
                                                 std::uint8_t domain = 0) {
  LinkageField field;
  field.name = std::move(name);
  field.kind = kind;
  field.is_shared = is_shared;
  field.domain = domain;
  return field;
}

/// A store of the rows in their order; each is of `fields.size()` values at most.
[[nodiscard]] inline RecordStore store_of_rows(const std::vector<LinkageField>& fields, const TestRows& rows) {
  RecordStore store;
  for (const auto& field : fields) (void)store.add_field(field);
  for (const auto& row : rows) {
    Record record{};
    for (std::size_t f = 0; f < row.size(); ++f) record[f] = store.intern(f, row[f]);
    (void)store.add(record);
  }
  return store;
}

}  // namespace sidik::people
