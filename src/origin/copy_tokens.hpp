#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/hash128.hpp"
#include "crypto/keyed_hash.hpp"
#include "identify/examiner.hpp"
#include "origin/field_tokens.hpp"
#include "pack/pack.hpp"
#include "table/record_batch.hpp"

namespace sidik::origin {

/// Stands for a column that the other table has and this one does not; it counts as empty.
inline constexpr std::size_t kNoColumn = ~std::size_t{0};

/// A column of a table, and the form that its fields are compared in.
struct ComparedColumn {
  std::size_t place = 0;
  ValueForm form = ValueForm::as_text;
};

/// The columns that make a row for one comparison. Both tables of the comparison list theirs in the same order.
using ComparedRow = std::vector<ComparedColumn>;

/// A column whose values are compared by themselves, and the number of the set that they go into.
struct ComparedField {
  std::size_t place = 0;
  std::size_t set = 0;
};

/// The meanings whose values are compared by themselves: identifiers of persons, accounts and devices, telephone
/// numbers and addresses of mail. Their places in the list are the numbers of the sets.
[[nodiscard]] std::vector<std::string> compared_meanings(const pack::Pack& pack);

/// The tokens of a table's rows and fields, batch by batch, for comparing it with copies.
///
/// Rows      a row with fewer than two of its compared columns filled has no token: it says too little to be called the
///           same (a row of one column has one when it is filled).
/// Cost      FieldTokens for each column that is compared, some 2 ns a field for rows.
/// Threads   one. Lifetime: hash, examiner and pack outlive it.
class CopyTokens {
 public:
  CopyTokens(std::vector<ComparedRow> rows, std::vector<ComparedField> fields, const crypto::KeyedHash& hash,
             const identify::TableExaminer& examiner, const pack::Pack& pack);

  /// `written`: the hashes of all fields as they stand, column by column, as KeyedHash::hash_column() gives them;
  /// empty: they are made here.
  void read(const table::RecordBatch& batch, std::span<const Hash128> written);
  /// Of the batch read last; zero: no token.
  [[nodiscard]] std::span<const Hash128> row_tokens(std::size_t row) const { return rows_out_[row]; }
  [[nodiscard]] std::span<const Hash128> field_tokens(std::size_t field) const {
    return tokens_[slot_of({fields_[field].place, forms_[field]})];
  }
  /// Records whose field in this column has a token, of all batches.
  [[nodiscard]] std::uint64_t filled(const ComparedColumn& column) const { return filled_in_[slot_of(column)]; }
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] std::span<const ComparedField> fields() const { return fields_; }

 private:
  static std::size_t slot_of(const ComparedColumn& column) {
    return column.place * 2 + static_cast<std::size_t>(column.form);
  }
  void combine(std::size_t row, std::size_t records);

  std::vector<ComparedRow> rows_;
  std::vector<ComparedField> fields_;
  std::vector<ValueForm> forms_;  ///< of the fields
  const crypto::KeyedHash& hash_;
  FieldTokens field_tokens_;
  std::vector<bool> is_wanted_;  ///< by column and form
  std::vector<std::vector<Hash128>> tokens_;
  std::vector<std::vector<Hash128>> rows_out_;
  std::vector<Hash128> written_;
  std::vector<Hash128> gathered_;
  std::vector<unsigned> filled_;          ///< compared columns that a record of the batch has
  std::vector<std::uint64_t> filled_in_;  ///< records, by column and form
};

}  // namespace sidik::origin
