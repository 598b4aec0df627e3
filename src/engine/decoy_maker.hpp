#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/register_habits.hpp"
#include "engine/secret_draw.hpp"
#include "identify/examiner.hpp"
#include "pack/pack.hpp"

namespace sidik::engine {

/// A row about nobody.
struct Decoy {
  std::vector<std::string> fields;
  std::uint64_t beside = 0;  ///< the row of the register that it takes after
  /// Forms (TracedColumn) that were drawn for it: of `strong` one is enough to know it by, of `weak` the name with
  /// another. Values: they are never written but in a copy, and as keyed tokens.
  std::vector<std::string> strong;
  std::vector<std::string> weak;  ///< the name first
  std::string kin;                ///< what those of one family share; empty where nobody does
};

/// Composes rows that no person stands behind and that our own checks cannot tell from the register's.
///
/// A decoy takes after one row: which fields are filled, codes, sex, places. What names a person is drawn anew in the
/// same writing: names from the words of others of the same sex, so that the whole name stands nowhere; numbers with
/// the row's first digits and new others that pass the check of their identifier; a national number of the row's
/// district with a serial above those that the register holds; days from others of about the same age, stamps together
/// from one row, so that they follow on each other. A decoy that fails a check or a rule of the packs that none of the
/// rows it was made of fails is thrown away.
///
/// Cost     some 100 microseconds a decoy and 30 columns; memory for the sample twice.
/// Lifetime all arguments outlive it. Threads: one.
/// Not promised   that a telephone number is nobody's: none can be told to be unused. That who lays two copies side by
///          side does not see the rows that differ.
class DecoyMaker {
 public:
  DecoyMaker(const RegisterSample& sample, const pack::Pack& pack, int reference_year, SecretDraw& draw);

  /// `others`: the decoys of the same copy so far; one that takes after a dependant belongs to one of them. Nothing
  /// when no row of the sample passes the checks itself, or no column can name a person.
  [[nodiscard]] std::optional<Decoy> make(std::span<const Decoy> others);
  /// Forms that no decoy may have from now on, because the register has them.
  void refuse(std::string form) { taken_.insert(std::move(form)); }
  /// The columns whose values hold a whole name.
  [[nodiscard]] std::vector<std::size_t> name_columns() const { return habits_.columns_of(RegisterHabits::Part::name); }
  /// Refuses forms by their hashes (std::hash of the form), sorted: the names of a register that is longer than its
  /// sample, since whole names, unlike numbers, meet often.
  void refuse_names(std::vector<std::size_t> sorted) { names_ = std::move(sorted); }
  /// The form of any field of the register as `refuse` and Decoy have it.
  [[nodiscard]] std::string form(std::size_t column, std::string_view field) const {
    return habits_.form(column, field);
  }

 private:
  using Part = RegisterHabits::Part;
  using Row = RegisterHabits::Row;

  const Row& like(const Row& row, bool same_sex, int most_days_apart);
  std::optional<std::string> value_for(std::size_t column, const Row& model, const Row& decoy, const Row& stamps);
  std::optional<std::string> name_for(std::size_t column, const Row& model);
  std::optional<std::string> national_for(std::size_t column, const Row& model, const Row& decoy);
  std::optional<std::string> number_for(std::size_t column, const std::string& model, std::size_t kept);
  std::string email_for(const Row& model, const std::string& value, const Row& decoy);
  [[nodiscard]] std::vector<std::string> name_words(const Row& row) const;
  std::optional<std::string> text_for(std::size_t column, const std::string& model);
  [[nodiscard]] bool is_free(std::size_t column, std::string_view value) const;
  bool fill(const Row& model, const Row& born, const Row& stamped, const Decoy* relative, Row& decoy);
  const Decoy* relative_among(std::span<const Decoy> others);
  std::size_t model_for(bool is_dependent, const Decoy* relative);
  Row moved_stamps(Row row);
  [[nodiscard]] bool is_before_birth(const Row& decoy) const;
  std::set<std::string> faults_of(const Row& row);
  bool is_no_worse(const Row& decoy, std::span<const Row* const> made_of);
  void note_forms(const Row& model, const Decoy* relative, Decoy& decoy) const;

  const RegisterSample& sample_;
  const pack::Pack& pack_;
  int year_;
  SecretDraw& draw_;
  identify::TableExaminer examiner_;
  RegisterHabits habits_;
  const RegisterRoles& roles_;
  std::unordered_set<std::string> taken_;
  std::vector<std::size_t> names_;  ///< hashes of forms, sorted
};

}  // namespace sidik::engine
