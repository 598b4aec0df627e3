#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "crypto/keyed_hash.hpp"
#include "engine/overlap_part.hpp"
#include "engine/signature_trail.hpp"
#include "identify/examiner.hpp"
#include "identify/meaning.hpp"
#include "origin/row_signer.hpp"
#include "pack/pack.hpp"
#include "runs/key_partitions.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// The keys that one thread gathers from all tables of an examination.
struct LaneKeys {
  LaneKeys(std::uint64_t memory_bytes, const std::string& spill_directory)
      : budget(memory_bytes, spill_directory), rows(budget), national_ids(budget) {}
  runs::MemoryBudget budget;
  runs::KeyPartitions rows;          ///< whole rows
  runs::KeyPartitions national_ids;  ///< valid national identifiers of all columns
  std::uint64_t records_with_national_id = 0;
};

/// Which columns of a table the counts across records need.
struct ColumnRoles {
  explicit ColumnRoles(const std::vector<identify::ColumnMeaning>& meanings);
  std::vector<std::size_t> national_ids;
  std::optional<std::size_t> card;
  std::optional<std::size_t> head_card;
  [[nodiscard]] bool has_head_cards() const { return card && head_card; }
};

/// What one thread makes of the batches of one table that fall to it: every field hashed, checked and counted.
///
/// Threads  one. The lanes of a table are added up by TableScan.
/// Lifetime hash, keys and pack outlive the lane.
class TableLane {
 public:
  TableLane(std::vector<std::string> names, std::vector<identify::ColumnMeaning> meanings, const ColumnRoles& roles,
            const pack::Pack& pack, int reference_year, const crypto::KeyedHash& hash, LaneKeys& keys);

  /// From now on every row gets its signature, and is remembered with it when `keeps_trail`. `coders` outlive the lane.
  void sign_rows(std::span<const origin::ColumnCoder> coders, bool keeps_trail) {
    signer_.emplace(coders);
    if (keeps_trail) trail_.emplace();
  }
  /// From now on rows and fields are kept for the comparison with other files, too.
  void compare_in(std::unique_ptr<OverlapLane> overlaps) { overlaps_ = std::move(overlaps); }
  /// Empty unless it was asked for.
  [[nodiscard]] const std::optional<SignatureTrail>& trail() const { return trail_; }
  [[nodiscard]] const origin::RowSigner* signer() const { return signer_ ? &*signer_ : nullptr; }
  [[nodiscard]] origin::RowSigner* signer() { return signer_ ? &*signer_ : nullptr; }
  /// Of the batch that was scanned last, when the checks that failed were asked for; empty without signatures.
  [[nodiscard]] std::span<const std::uint32_t> signatures() const { return signatures_; }

  /// `failed_checks` as in TableExaminer::examine_batch.
  void scan(const table::RecordBatch& batch, std::vector<std::string>* failed_checks = nullptr);
  void grow(std::vector<std::string> names) { examiner_.grow(std::move(names)); }

  [[nodiscard]] identify::TableExaminer& examiner() { return examiner_; }
  [[nodiscard]] const std::vector<runs::KeyPartitions>& distinct() const { return distinct_; }
  [[nodiscard]] const runs::KeyPartitions* cards() const { return cards_ ? &*cards_ : nullptr; }
  [[nodiscard]] const runs::KeyPartitions* head_cards() const { return head_cards_ ? &*head_cards_ : nullptr; }
  [[nodiscard]] std::uint64_t head_cards_checked() const { return head_cards_checked_; }

 private:
  void hash_rows(const table::RecordBatch& batch);
  void count_national_ids(const table::RecordBatch& batch);
  void count_cards(const table::RecordBatch& batch);
  [[nodiscard]] Hash128 hash_canonical(std::size_t column, std::size_t record, const table::RecordBatch& batch);

  ColumnRoles roles_;
  const crypto::KeyedHash& hash_;
  LaneKeys& keys_;
  identify::TableExaminer examiner_;
  std::vector<runs::KeyPartitions> distinct_;
  std::vector<Hash128> hashes_;  ///< of the batch's fields, column by column
  std::vector<Hash128> row_;
  std::optional<origin::RowSigner> signer_;
  std::vector<std::uint32_t> signatures_;
  std::optional<SignatureTrail> trail_;
  std::unique_ptr<OverlapLane> overlaps_;
  std::optional<runs::KeyPartitions> cards_;
  std::optional<runs::KeyPartitions> head_cards_;
  std::uint64_t head_cards_checked_ = 0;
};

}  // namespace sidik::engine
