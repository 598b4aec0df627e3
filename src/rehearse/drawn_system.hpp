#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rehearse/code_lists.hpp"
#include "rehearse/columns.hpp"
#include "rehearse/origin.hpp"
#include "rehearse/person.hpp"

namespace sidik::rehearse {

/// The columns of a composite dump: the 30 of 2021 and some that other systems keep.
enum MoreColumns : std::size_t {
  address = kColumns,
  postcode,
  job,
  education,
  balance,
  device,
  plan_class,
  note,
  all_columns
};
[[nodiscard]] std::span<const ColumnFact> composite_columns();

/// A system that nobody knows: what it holds, how full, how it writes and codes, all drawn from a seed. Rows of one
/// system depend on themselves in the ways that make one register look like two: groups of columns that are empty
/// together, a part of the rows taken over in bulk, one of two columns filled, codes that follow from each other.
class DrawnSystem {
 public:
  DrawnSystem(std::uint64_t seed, std::uint64_t number);
  /// A system that writes as `like` in everything but the lists of its codes, at least three of which differ.
  static DrawnSystem twin_of(const DrawnSystem& like, std::uint64_t number);

  /// Has it hold the columns of four codes, nearly always filled.
  void hold_codes();
  /// `out` has all_columns empty fields.
  void write(const Person& person, unsigned variant, Record& out) const;
  [[nodiscard]] const Habits& habits() const { return habits_; }
  [[nodiscard]] text::Date last_day() const { return last_; }

 private:
  enum class Casing : std::uint8_t { upper, mixed, lower };
  enum class Number : std::uint8_t { digits, letter_first, dashed, hexadecimal };
  struct NumberForm {
    Number kind = Number::digits;
    unsigned length = 10;
    char letter = 'A';
  };
  /// Columns that are empty together in a share of the rows.
  struct Group {
    std::vector<std::size_t> columns;
    std::uint64_t empty_percent = 0;
  };

  void draw_columns(RandomStream& stream);
  void draw_groups(RandomStream& stream);
  void draw_forms(RandomStream& stream);
  void write_person(const Person& person, RandomStream& stream, Record& out) const;
  void write_codes(const Person& person, RandomStream& stream, Record& out) const;
  void write_numbers(const Person& person, unsigned variant, RandomStream& stream, Record& out) const;
  void write_times(const Person& person, bool is_bulk, RandomStream& stream, Record& out) const;
  void write_more(const Person& person, bool is_bulk, RandomStream& stream, Record& out) const;
  void leave_out(bool is_bulk, RandomStream& stream, Record& out) const;
  void append_code(std::string& out, CodedFact fact, std::size_t value) const;
  void append_cased(std::string& out, std::string_view text, RandomStream& stream) const;
  static void append_number(std::string& out, const NumberForm& form, std::uint64_t number);

  std::uint64_t seed_;
  std::uint64_t number_;
  Habits habits_;
  text::Date first_;
  text::Date last_;
  std::array<std::uint32_t, all_columns> fill_{};       ///< per thousand; 0: not held
  std::array<std::uint32_t, all_columns> bulk_fill_{};  ///< the same for the rows taken over in bulk
  std::uint64_t bulk_percent_ = 0;
  std::vector<Group> groups_;
  bool has_either_id_ = false;  ///< a row has one of the two columns for the national id
  std::array<std::size_t, kCodedFacts> lists_{};
  Casing casing_ = Casing::upper;
  std::uint64_t careless_percent_ = 0;  ///< names in another casing
  NumberForm card_, old_card_, office_, family_, device_;
  bool has_dotted_tax_ = false;
  std::size_t user_form_ = 0;
  bool has_decimals_ = false;
};

}  // namespace sidik::rehearse
