#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash128.hpp"
#include "findings/document.hpp"
#include "identify/field_check.hpp"
#include "identify/meaning.hpp"
#include "pack/pack.hpp"
#include "table/record_batch.hpp"

namespace sidik::identify {

/// Checks the fields of one table and whether its records agree with themselves. Counts only; keeps no values.
///
/// Order of calls: create, examine_batch*, columns/coherence. Not thread-safe; one a worker, joined by merge().
class TableExaminer {
 public:
  /// `pack` outlives the examiner. `headers` and `meanings` have one entry a column.
  TableExaminer(std::vector<std::string> headers, std::vector<ColumnMeaning> meanings, const pack::Pack& pack,
                int reference_year);
  ~TableExaminer();
  TableExaminer(TableExaminer&&) noexcept;
  TableExaminer& operator=(TableExaminer&&) noexcept;

  /// Checks one batch, column by column, then its rules. When `failed_rules` is given it receives, one string a record,
  /// the names of the failed checks and rules joined by `;` (column checks as `column_name:fault`).
  void examine_batch(const table::RecordBatch& batch, std::vector<std::string>* failed_rules = nullptr);
  /// The same in parts, for who has the columns at hand one by one: every column, then the rules. `failed_rules` has a
  /// string a record. `keys`, when given, has a key for each field of the column: equal keys mean equal fields, so that
  /// a value that comes again is not checked again.
  void examine_column(const table::RecordBatch& batch, std::size_t column, std::span<const Hash128> keys,
                      std::vector<std::string>* failed_rules);
  void examine_rules(const table::RecordBatch& batch, std::vector<std::string>* failed_rules);

  /// Shows the examiner some values of a column, in any number; of the valid ones that look like most it keeps masked
  /// examples.
  void take_examples(std::size_t column, std::span<const std::string_view> values);

  /// Keeps what the fields of a column say, for canonical_in().
  void keep(std::size_t column);
  /// canonical() of a field of the batch that was examined last, without checking it again. `column` was kept; `field`
  /// is the field. The view lasts until the next call.
  [[nodiscard]] std::string_view canonical_in(std::size_t column, std::size_t record, std::string_view field);

  /// Appends columns that appear late (JSON keys); they have meaning unknown.
  void grow(std::vector<std::string> headers);

  /// The canonical form of a field for counting and matching: digits of a valid identifier, folded e-mail, E.164 phone,
  /// ISO date; empty when the field is not valid, and for every field of an id.national column without identifier: what
  /// nothing checked never feeds the count of national ids. `column` must be in range.
  [[nodiscard]] std::string canonical(std::size_t column, std::string_view field) const;
  /// Whether the field passes the check of its column's meaning. Empty fields are valid.
  [[nodiscard]] FieldCheck check(std::size_t column, std::string_view field) const;

  [[nodiscard]] const std::vector<ColumnMeaning>& meanings() const;
  /// Columns with position, name, meaning, confidence, identifier, decided_by, filled, valid, checked, shape, faults
  /// and examples_masked set; `distinct` is the ledger's.
  [[nodiscard]] std::vector<findings::Column> columns() const;
  /// The row-local rules: nik_birth_date, nik_sex, nik_birth_place, nik_office_region, nik_equals_noktp,
  /// start_before_end, created_before_updated. Rules that look across rows (the head's card exists) are the engine's.
  [[nodiscard]] std::vector<findings::Coherence> coherence() const;
  /// Adds the counts of an examiner of other records of the same table, made from the same headers and meanings.
  void merge(const TableExaminer& other);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sidik::identify
