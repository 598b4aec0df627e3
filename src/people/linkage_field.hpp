#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::people {

/// How the values of a field are compared.
enum class FieldKind : std::uint8_t { name, text, address, digits, date, phone, email, category, number };

/// How far two values agree, best first; `missing` where one of them is empty. `crossed`: the value stands in another
/// field of the same domain (given name and surname swapped, a suburb in the second address line).
enum class Level : std::uint8_t { missing, exact, near, close, similar, weak, crossed, different };
inline constexpr std::size_t kLevels = 8;
inline constexpr std::size_t kMostFields = 16;

[[nodiscard]] std::string_view level_name(Level level);

/// A column of a table as evidence of who a record is about.
struct LinkageField {
  std::string name;     ///< the header, or the place of the column
  std::string meaning;  ///< as identify decided
  FieldKind kind = FieldKind::text;
  bool is_shared = false;    ///< relatives have it in common: address, surname, telephone, family number
  bool proves = false;       ///< an identifier of a person that identify checks
  std::uint8_t domain = 0;   ///< fields of one domain have one pool of values and may hold each other's
  bool holds_birth = false;  ///< a number with the birth date in it: people born on one day have numbers much alike
};

}  // namespace sidik::people
