#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>

#include "rehearse/census.hpp"
#include "rehearse/columns.hpp"
#include "rehearse/defects.hpp"
#include "rehearse/random_stream.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

/// Everything that one act of damage needs.
struct Workshop {
  Record& record;
  const DamageTarget& target;
  const Census& census;
  RandomStream& stream;

  /// A word column with something in it, or nothing.
  std::string* words(std::size_t least = 4) {
    static constexpr Column kWords[] = {nama, nama, nama, tmplhr, nmcetak};
    std::string& field = record[stream.pick(kWords)];
    return field.size() >= least && text::is_letter(field.front()) && text::is_letter(field.back()) ? &field : nullptr;
  }
  /// A place inside a word with two letters on both sides; 0 when the drawn place is none.
  std::size_t place_inside(const std::string& field) {
    if (field.size() < 5) return 0;
    const std::size_t at = stream.between(2, field.size() - 3);
    for (std::size_t i = at - 2; i <= at + 2; ++i) {
      if (!text::is_letter(field[i])) return 0;
    }
    return at;
  }
  /// A column with a whole national id that may be damaged.
  std::string* loose_id() {
    if (has_text_marker()) return nullptr;
    const Column first = stream.percent(50) ? nik : noktp;
    for (const Column column : {first, first == nik ? noktp : nik}) {
      if (target.kept_id != column && record[column].size() == 16 && is_digits(record[column])) return &record[column];
    }
    return nullptr;
  }
  /// Then the clean copy beside it stays as it is.
  [[nodiscard]] bool has_text_marker() const {
    return record[nik].starts_with('\'') || record[noktp].starts_with('\'');
  }
  static bool is_digits(const std::string& field) { return std::all_of(field.begin(), field.end(), text::is_digit); }
  /// Takes `changed` for `field` unless that is somebody else's number.
  bool take_id(std::string& field, const std::string& changed) const {
    std::uint64_t number = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), number);
    if (changed == field || census.knows(number)) return false;
    field = changed;
    return true;
  }
  std::string* birth_day() { return target.person != nullptr && !record[tgllhr].empty() ? &record[tgllhr] : nullptr; }
};

}  // namespace sidik::rehearse
