#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/hash128.hpp"
#include "origin/column_coder.hpp"
#include "origin/place_sample.hpp"
#include "origin/signature_table.hpp"
#include "table/record_batch.hpp"

namespace sidik::origin {

/// Gives every row of a table its signature and counts them: what one thread sees of it.
///
/// Threads   one; the signers of a table are joined by merge().
/// Exact duplicates   rows that repeat one of the last some ten thousand add to the records and not to the weight by
/// which sources are found; so a row written a thousand times makes no source.
class RowSigner {
 public:
  /// `coders` are shared by the signers of a table and outlive them.
  explicit RowSigner(std::span<const ColumnCoder> coders);

  /// `row_hashes`: one a record, equal for equal rows; empty: every row is fresh. `signatures`, when given, receives
  /// the number of each record's signature in this signer's table.
  void add(const table::RecordBatch& batch, std::span<const Hash128> row_hashes,
           std::vector<std::uint32_t>* signatures = nullptr);
  void merge(const RowSigner& other);

  [[nodiscard]] const SignatureTable& table() const { return table_; }
  [[nodiscard]] const PlaceSample& places() const { return places_; }

 private:
  void sign_column(const table::RecordBatch& batch, std::size_t column);
  [[nodiscard]] bool is_fresh(Hash128 row);

  std::span<const ColumnCoder> coders_;
  SignatureTable table_;
  PlaceSample places_;
  std::vector<Coding> codings_;        ///< of a batch, record by record
  std::vector<std::uint64_t> hashes_;  ///< of its signatures
  std::vector<std::uint64_t> seen_rows_;
};

}  // namespace sidik::origin
