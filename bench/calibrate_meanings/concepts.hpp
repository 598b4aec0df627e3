#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "world.hpp"

namespace sidik::bench {

/// The habits of one column: drawn once, the same for all of its values.
struct ColumnHabit {
  std::uint64_t form = 0;    ///< which way of writing; each writer takes it modulo its ways
  unsigned letter_case = 0;  ///< 0 as it is, 1 upper, 2 lower
  std::uint64_t column = 0;  ///< a number of its own, so that two columns of a concept differ
};

/// Everything that a writer of one value may look at.
struct Cell {
  const InventedPerson& person;
  const ColumnHabit& habit;
  std::uint64_t row;
  std::uint64_t table;  ///< the seed of the table: what all of its rows share
  Dice& dice;
};

using Writer = std::string (*)(const Cell&);

/// A column that schemas can have: what it truly means, how people head it, how its values are written.
///
/// `accepted`  meanings that are right, the first is the truth; empty: it has none, every call is wrong.
/// `blind`     further ones that are right where no header tells and the values cannot: whose full name it is, which
///             of the time stamps of a record. Nothing else is forgiven: a given name called a name is wrong.
/// `headers`   our own writings, with | between; the rehearsal adds those of the packs.
struct Concept {
  std::string name;
  std::string accepted;
  std::string blind;
  std::string headers;
  Writer write;
};
/// Those of concepts.tsv, in its order.
[[nodiscard]] std::span<const Concept> all_concepts();
/// Null when there is none of that name.
[[nodiscard]] const Concept* find_concept(std::string_view name);

/// How the values of a concept are written is code, a file a subject.
struct NamedWriter {
  std::string_view concept_name;
  Writer write;
};
[[nodiscard]] std::span<const NamedWriter> person_writers();
[[nodiscard]] std::span<const NamedWriter> contact_writers();
[[nodiscard]] std::span<const NamedWriter> number_writers();
[[nodiscard]] std::span<const NamedWriter> system_writers();
[[nodiscard]] std::span<const NamedWriter> other_writers();

/// A day in one of the ways of the world, and a day with its time. `form` chooses the way.
[[nodiscard]] std::string write_day(text::Date day, std::uint64_t form);
[[nodiscard]] std::string write_moment(text::Date day, unsigned second, std::uint64_t form);
/// A day between two years, both included.
[[nodiscard]] text::Date some_day(int first, int last, Dice& dice);

}  // namespace sidik::bench
