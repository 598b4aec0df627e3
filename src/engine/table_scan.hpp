#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/crew.hpp"
#include "crypto/keyed_hash.hpp"
#include "engine/head_buffer.hpp"
#include "engine/overlap_part.hpp"
#include "engine/person_columns.hpp"
#include "engine/rows_file.hpp"
#include "engine/strata_part.hpp"
#include "engine/table_lane.hpp"
#include "findings/document.hpp"
#include "identify/meaning.hpp"
#include "ingest/reader.hpp"
#include "pack/pack.hpp"
#include "runs/key_partitions.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// What all tables of an examination share.
struct ScanShared {
  const pack::Pack& pack;
  const identify::MeaningReader& meanings;  ///< of this pack and this year
  const crypto::KeyedHash& hash;
  RowsFile* rows_file;                 ///< null: not asked for
  PersonGathering* persons = nullptr;  ///< null: not asked for
  OverlapPart* overlaps = nullptr;     ///< null: nothing to compare with
  int reference_year;
  std::int32_t today = 0;                       ///< days since 1970-01-01
  std::vector<std::unique_ptr<LaneKeys>> keys;  ///< one a lane of the crew
  Crew crew;
  bool finds_strata = false;     ///< whether to say how many sources a table has, and which
  bool has_national_id = false;  ///< whether any column means one
  std::size_t open_tables = 0;   ///< they share the memory that their heads may fill

  ScanShared(const pack::Pack& known, const identify::MeaningReader& reader, const crypto::KeyedHash& keyed,
             RowsFile* rows, int year, std::size_t threads, std::uint64_t key_memory,
             const std::string& spill_directory);
  /// Errors   runs.spill_failed.
  [[nodiscard]] Status status() const;
  /// The same set of every lane, for counting them together.
  [[nodiscard]] std::vector<const runs::KeyPartitions*> all(runs::KeyPartitions LaneKeys::* set) const;
};

/// One table on its way: meanings from its survey or its head, then every record checked, hashed and counted in one
/// pass, by as many threads as the crew has.
///
/// Order of calls   (examine | open_lanes)*, finish; examine_in between open_lanes and finish.
class TableScan {
 public:
  /// `survey`: records from all over the text, when there are any; else the head of the table is gathered first.
  TableScan(HeadBuffer survey, ScanShared& shared);
  ~TableScan();
  /// Takes the batch and leaves another in its place.
  Status examine(const ingest::TableInfo& info, table::RecordBatch& batch);
  /// In how many threads records may come from now on. More than one: examine() then works off its batch at once, and
  /// examine_in() may be called beside it.
  [[nodiscard]] std::size_t open_lanes();
  /// A batch in a thread of the reader's, `lane` from 1.
  void examine_in(std::size_t lane, const table::RecordBatch& batch) { lanes_[lane]->scan(batch); }
  /// Errors   runs.spill_failed.
  Result<findings::Table> finish(const ingest::TableInfo& info, const ingest::TableAccount& account);
  /// What the headers alone say, a column each; for the alarm about a header that lies.
  [[nodiscard]] std::vector<std::string> header_meanings() const;
  /// After finish(); none unless they were asked for.
  [[nodiscard]] TableStrata take_strata() { return std::move(strata_); }
  /// Where the records stand in the store for linkage.
  [[nodiscard]] const PersonRows& person_rows() const { return person_rows_; }
  /// What it gave to the comparison with other files; null where there are none.
  [[nodiscard]] ComparedTable* compared() const { return compared_; }

 private:
  Status decide(const ingest::TableInfo& info);
  Status scan(const ingest::TableInfo& info, table::RecordBatch& batch);
  void grow(const ingest::TableInfo& info);
  void gather_persons(const table::RecordBatch& batch);
  void start_lanes();
  void find_strata(std::uint64_t records);
  void give_to_crew(table::RecordBatch& batch);
  [[nodiscard]] std::shared_ptr<table::RecordBatch> take_spare();
  Status count_distinct(std::vector<findings::Column>& columns);
  [[nodiscard]] Result<std::optional<findings::Coherence>> head_card_exists() const;

  ScanShared& shared_;
  HeadBuffer survey_;
  HeadBuffer head_;
  std::vector<std::string> columns_;  ///< their names as they stand
  std::vector<std::string> names_;    ///< as they may be shown
  std::vector<identify::ColumnMeaning> meanings_;
  std::unique_ptr<PersonColumns> persons_;
  PersonRows person_rows_;
  ComparedTable* compared_ = nullptr;
  std::vector<origin::ColumnCoder> coders_;
  TableStrata strata_;
  std::vector<std::unique_ptr<TableLane>> lanes_;  ///< the first is the caller's; the others come when they are needed
  bool is_read_in_lanes_ = false;                  ///< the reader's threads work the lanes, not the crew's
  std::vector<std::string> failed_checks_;
  std::mutex spare_mutex_;
  std::vector<std::shared_ptr<table::RecordBatch>> spare_;  ///< batches to be used again
};

}  // namespace sidik::engine
