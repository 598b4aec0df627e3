#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/linkage_field.hpp"

namespace sidik::people {

/// What is seen of a column before it is chosen.
struct ColumnFacts {
  std::string name;     ///< the header
  std::string meaning;  ///< as identify decided, or unknown
  double confidence = 0;
  std::span<const std::string_view> values;  ///< a sample of its non-empty values
};

/// How a column serves as evidence of who a record is about; nothing when it does not: it says nothing about a person
/// (when a row was written, by whom, whether a fee is paid), it holds one value only, or it numbers the rows.
///
/// A column whose meaning is not known serves too, compared as what its values look like; whether it tells persons
/// apart is then found by the model.
[[nodiscard]] std::optional<LinkageField> choose_field(const ColumnFacts& column);

/// Whether the fields can tell persons apart at all: a name, an identifier, or an address to write to.
[[nodiscard]] bool are_fit(std::span<const LinkageField> fields);

}  // namespace sidik::people
