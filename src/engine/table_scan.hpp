#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crypto/keyed_hash.hpp"
#include "engine/head_buffer.hpp"
#include "engine/rows_file.hpp"
#include "findings/document.hpp"
#include "identify/examiner.hpp"
#include "ingest/reader.hpp"
#include "pack/pack.hpp"
#include "runs/key_partitions.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// What all tables of an examination share.
struct ScanShared {
  const pack::Pack& pack;
  const crypto::KeyedHash& hash;
  runs::MemoryBudget& budget;
  RowsFile* rows_file;  ///< null: not asked for
  int reference_year;
  runs::KeyPartitions rows;          ///< whole rows of all tables
  runs::KeyPartitions national_ids;  ///< valid national identifiers of all columns of all tables
  std::uint64_t records_with_national_id = 0;
  bool has_national_id = false;  ///< whether any column means one
  std::size_t open_tables = 0;   ///< they share the memory that their heads may fill
};

/// One table on its way: meanings from its survey or its head, then every record checked, hashed and counted in one
/// pass.
///
/// Order of calls   examine*, finish.
class TableScan {
 public:
  /// `survey`: records from all over the text, when there are any; else the head of the table is gathered first.
  TableScan(HeadBuffer survey, ScanShared& shared);
  Status examine(const ingest::TableInfo& info, const table::RecordBatch& batch);
  /// Errors   runs.spill_failed.
  Result<findings::Table> finish(const ingest::TableInfo& info, const ingest::TableAccount& account);
  /// What the headers alone say, a column each; for the alarm about a header that lies.
  [[nodiscard]] std::vector<std::string> header_meanings() const;

 private:
  [[nodiscard]] std::vector<std::string> shown_names(const ingest::TableInfo& info) const;
  Status decide(const ingest::TableInfo& info);
  Status scan(const ingest::TableInfo& info, const table::RecordBatch& batch);
  void hash_columns(const table::RecordBatch& batch);
  void hash_rows(const table::RecordBatch& batch);
  void count_national_ids(const table::RecordBatch& batch);
  void count_cards(const table::RecordBatch& batch);
  [[nodiscard]] Hash128 hash_canonical(std::size_t column, std::string_view field, Hash128 written) const;
  Result<std::optional<findings::Coherence>> head_card_exists() const;

  ScanShared& shared_;
  HeadBuffer survey_;
  HeadBuffer head_;
  std::optional<identify::TableExaminer> examiner_;
  std::vector<runs::KeyPartitions> distinct_;
  std::vector<Hash128> hashes_;  ///< of the batch's fields, column by column
  std::vector<Hash128> row_;
  std::vector<std::size_t> national_columns_;
  std::optional<std::size_t> card_column_;
  std::optional<std::size_t> head_card_column_;
  std::optional<runs::KeyPartitions> cards_;
  std::optional<runs::KeyPartitions> head_cards_;
  std::uint64_t head_cards_checked_ = 0;
  std::vector<std::string> failed_checks_;
};

}  // namespace sidik::engine
