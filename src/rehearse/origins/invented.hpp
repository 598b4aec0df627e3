#pragma once

#include "rehearse/census.hpp"
#include "rehearse/columns.hpp"

namespace sidik::rehearse {

/// Rows that come from no register: somebody made them up to fill the file. One kind is too clean (every field filled,
/// numbers in sequence, birthdays spread evenly), the other is random characters of about the right length.
///
/// A made-up national id is never that of a person of the census.
class Invented {
 public:
  Invented(std::uint64_t seed, const Census& census, int last_year);
  void write_record(std::uint32_t number, Record& out) const;

 private:
  void write_clean(std::uint32_t number, Record& out) const;
  void write_random(std::uint32_t number, Record& out) const;
  [[nodiscard]] std::uint64_t free_national_id(std::uint64_t wished) const;

  std::uint64_t seed_;
  const Census& census_;
  int last_year_;
  std::uint64_t clean_percent_;
};

}  // namespace sidik::rehearse
