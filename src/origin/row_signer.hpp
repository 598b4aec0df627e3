#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/hash128.hpp"
#include "origin/column_coder.hpp"
#include "origin/place_sample.hpp"
#include "origin/row_sample.hpp"
#include "origin/signature_table.hpp"
#include "origin/stamp_sample.hpp"
#include "table/record_batch.hpp"

namespace sidik::origin {

/// Gives every row of a table its signature and counts them: what one thread sees of it.
///
/// Threads   one; the signers of a table are joined by merge().
/// Exact duplicates   a row written a thousand times adds a thousand records, and speaks once; see
/// SignatureTable::weight().
class RowSigner {
 public:
  /// `coders` are shared by the signers of a table and outlive them.
  explicit RowSigner(std::span<const ColumnCoder> coders);

  /// `fields`: hashes of the batch's fields, column by column, equal for equal fields, so that a value that comes again
  /// is not looked at again; may be empty. They change nothing in the outcome, whatever their key. `signatures`, when
  /// given, receives the number of each record's signature in this signer's table.
  void add(const table::RecordBatch& batch, std::span<const Hash128> fields,
           std::vector<std::uint32_t>* signatures = nullptr);
  /// Output   what the other's signatures are called here.
  std::vector<std::uint32_t> merge(const RowSigner& other);

  [[nodiscard]] const SignatureTable& table() const { return table_; }
  [[nodiscard]] const PlaceSample& places() const { return places_; }
  [[nodiscard]] const RowSample& sample() const { return sample_; }
  [[nodiscard]] const StampSample& stamps() const { return stamps_; }
  [[nodiscard]] std::span<const ColumnCoder> coders() const { return coders_; }

 private:
  /// What a field became, so that a value that comes again is not looked at again.
  struct Known {
    Hash128 key;
    Coding coding = kEmpty;
  };
  static constexpr std::size_t kKnown = 512;  ///< a column

  void sign_column(const table::RecordBatch& batch, std::size_t column, std::span<const Hash128> keys);
  void sample_stamps(const table::RecordBatch& batch, std::size_t r, std::uint32_t signature);
  [[nodiscard]] Coding code(std::size_t column, std::string_view field, Hash128 key);

  std::span<const ColumnCoder> coders_;
  SignatureTable table_;
  PlaceSample places_;
  RowSample sample_;
  StampSample stamps_;
  std::vector<Known> known_;           ///< column by column
  std::vector<Coding> codings_;        ///< of a batch, record by record
  std::vector<std::uint64_t> hashes_;  ///< of its signatures
};

}  // namespace sidik::origin
