#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/traced_form.hpp"
#include "identify/meaning.hpp"
#include "pack/pack.hpp"
#include "text/dates.hpp"

namespace sidik::engine {

/// Some rows of a register by chance, and what its columns mean.
struct RegisterSample {
  std::vector<std::string> columns;
  std::vector<identify::ColumnMeaning> meanings;
  std::vector<std::vector<std::string>> rows;  ///< each with a field a column
  std::vector<std::uint64_t> places;           ///< the number of each row in the register, from 0
};

/// An identifier that begins with an area and holds a birth as ddmmyy and a serial, digits alone.
struct NationalForm {
  const pack::IdentifierPart* area = nullptr;
  const pack::IdentifierPart* birth = nullptr;
  const pack::IdentifierPart* serial = nullptr;
  std::size_t length = 0;

  [[nodiscard]] bool fits(std::string_view field) const;
  /// Of a field that fits.
  [[nodiscard]] bool says_woman(std::string_view field) const;
};

/// The columns that tell who a row is about and whom it belongs to.
struct RegisterRoles {
  std::optional<std::size_t> birth;
  std::optional<std::size_t> national;
  std::optional<std::size_t> name;
  std::optional<std::size_t> member;
  std::optional<std::size_t> head;    ///< the number of the head of the family, one of `member`
  std::optional<std::size_t> family;  ///< the number of the family
  std::optional<std::size_t> office;
  [[nodiscard]] bool has_heads() const { return head && member; }
};

/// How a register writes its columns, as a sample of its rows shows: which of them name a person and which are codes,
/// how often values stand, who belongs to whom.
///
/// Cost     one pass over the sample; memory for its distinct values.
/// Lifetime sample and pack outlive it. Const calls may run side by side.
class RegisterHabits {
 public:
  using Row = std::vector<std::string>;
  /// What a column holds, as far as a person is to be composed for it.
  enum class Part : std::uint8_t { keep, national, name, email, phone, birth, stamp, number, text };

  RegisterHabits(const RegisterSample& sample, const pack::Pack& pack, int reference_year);

  [[nodiscard]] Part part(std::size_t column) const { return parts_[column]; }
  [[nodiscard]] const RegisterRoles& roles() const { return roles_; }
  [[nodiscard]] std::vector<std::size_t> columns_of(Part part) const;
  /// The form (TracedColumn) of a field of this column.
  [[nodiscard]] std::string form(std::size_t column, std::string_view field) const {
    return traced_[column].form(field);
  }
  /// The forms of all sampled values that may name somebody.
  [[nodiscard]] std::vector<std::string> naming_forms() const;
  /// Whether a value stands so often that it names nobody.
  [[nodiscard]] bool is_code(std::size_t column, const std::string& value) const;
  /// In bytes, of a column's values.
  [[nodiscard]] std::size_t longest(std::size_t column) const { return longest_[column]; }
  /// Whether a column's times count seconds.
  [[nodiscard]] bool has_seconds(std::size_t column) const { return has_seconds_[column]; }
  [[nodiscard]] std::optional<NationalForm> national_form(std::size_t column) const;
  /// Few serials of the register's national numbers are above.
  [[nodiscard]] std::size_t usual_serial() const { return usual_serial_; }

  [[nodiscard]] std::optional<text::Date> birth_of(const Row& row) const;
  /// As the national number says, else the first byte of a column of sexes; 0: not known.
  [[nodiscard]] char sex_of(const Row& row) const;
  /// Somebody whom a register has through somebody else, or who shares the number of a family.
  [[nodiscard]] bool is_dependent(const Row& row) const;
  [[nodiscard]] bool is_same_place(const Row& left, const Row& right) const;

 private:
  void read_values(int reference_year);
  void find_roles();
  void find_usual_serial();
  [[nodiscard]] Part decide_part(std::size_t column) const;

  const RegisterSample& sample_;
  const pack::Pack& pack_;
  int year_;
  std::vector<TracedColumn> traced_;
  std::vector<Part> parts_;
  RegisterRoles roles_;
  std::vector<std::unordered_map<std::string, std::uint32_t>> counts_;  ///< by column: how often a value stands
  std::vector<std::uint32_t> filled_;
  std::vector<std::size_t> longest_;
  std::vector<bool> has_seconds_;
  std::size_t usual_serial_ = 0;
};

/// How many digits stand in a field.
[[nodiscard]] std::size_t digits_in(std::string_view field);
/// The number that digits are; 0 where they are none.
[[nodiscard]] std::size_t number_in(std::string_view digits);

}  // namespace sidik::engine
