#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "engine/copy_reading.hpp"
#include "engine/known_tables.hpp"
#include "engine/token_file.hpp"
#include "findings/document.hpp"
#include "identify/meaning.hpp"
#include "origin/copy_tokens.hpp"
#include "pack/pack.hpp"
#include "runs/key_partitions.hpp"
#include "runs/record_keys.hpp"

namespace sidik::engine {

/// A table of the dump beside a table of a known file.
struct TableComparison {
  std::size_t known = 0;                                     ///< which file
  std::size_t known_table = 0;                               ///< which of its tables
  std::size_t known_row = 0;                                 ///< which of that table's rows
  origin::ComparedRow columns;                               ///< here
  std::vector<std::unique_ptr<runs::RecordKeys>> rows_here;  ///< by lane
};

/// What one table of the dump gives to the comparison.
struct ComparedTable {
  std::vector<TableComparison> rows;
  std::vector<origin::ComparedField> fields;
  std::uint64_t records = 0;
  std::vector<std::uint32_t> stratum_of_record;  ///< places in the document's strata; empty where none are looked for
};

/// What one thread makes of the batches of one table of the dump.
class OverlapLane {
 public:
  OverlapLane(ComparedTable& table, std::size_t lane, std::vector<runs::KeyPartitions>& sets,
              const crypto::KeyedHash& hash, const identify::TableExaminer& examiner, const pack::Pack& pack);
  /// `written` as in origin::CopyTokens::read().
  void add(const table::RecordBatch& batch, std::span<const Hash128> written);

 private:
  std::vector<runs::RecordKeys*> rows_;
  std::vector<runs::KeyPartitions>& sets_;
  origin::CopyTokens tokens_;
};

/// How much of a dump stands in earlier leaks and in what was lawfully published: exact over all rows, by keyed tokens.
///
/// Order of calls   open; begin_table, lanes and end_table for each table of the dump; compare once.
/// Rows      compared in the columns that two tables share (origin::pair_columns), with values in the form in which
///           copies are the same (origin::ValueForm). A record of the dump is found when its row is.
/// Memory    of the budgets for the sets; 16 bytes a record and a file in memory up to a part of the limit, then on
///           disk; 4 bytes a record for its stratum.
class OverlapPart {
 public:
  /// Errors   engine.known_twice (usage): two files of one name; those of survey_known and read_token_head.
  [[nodiscard]] static Result<std::unique_ptr<OverlapPart>> open(std::vector<KnownFile> files,
                                                                 const CopySources& sources);

  /// Lives until the part ends.
  [[nodiscard]] ComparedTable& begin_table(std::span<const std::string> names,
                                           std::span<const identify::ColumnMeaning> meanings);
  [[nodiscard]] std::unique_ptr<OverlapLane> make_lane(ComparedTable& table, std::size_t lane,
                                                       const identify::TableExaminer& examiner);
  void end_table(ComparedTable& table, std::uint64_t records, std::vector<std::uint32_t> stratum_of_record);

  /// Reads the files and fills `overlaps`, `novelty` and the strata's share of them; what could not be compared becomes
  /// an alarm.
  /// Errors   those of ingest::read_exhibits, read_tokens; runs.spill_failed.
  Status compare(findings::Document& document);

 private:
  struct Known {
    KnownFile file;
    std::vector<CopyTable> tables;
    std::optional<TokenHead> head;  ///< of a token file
    LaneSets sets;
  };

  explicit OverlapPart(const CopySources& sources);
  [[nodiscard]] Status survey(KnownFile file);
  void plan(ComparedTable& table, std::size_t known, std::size_t known_table, std::span<const std::string> names,
            std::span<const identify::ColumnMeaning> meanings);
  [[nodiscard]] Status read(Known& known);
  [[nodiscard]] Status read_in_tokens(Known& known);
  [[nodiscard]] Status count_fields(findings::Document& document);
  [[nodiscard]] Result<std::uint64_t> find_side_by_side(std::span<const runs::RecordKeys* const> keys,
                                                        std::span<const runs::KeyPartitions* const> members,
                                                        std::vector<unsigned char>& is_found);
  /// What is counted of one known file's rows while the dump's tables are found in it.
  struct FoundRows {
    std::uint64_t columns = 0;  ///< the most that rows were compared in
    std::uint64_t shared_there = 0;
    std::uint64_t rows_there = 0;
    std::set<std::pair<std::size_t, std::size_t>> counted;  ///< rows of the file's tables that are in `rows_there`
  };
  using SeenRecords = std::vector<std::vector<unsigned char>>;  ///< by table and record
  [[nodiscard]] Result<bool> find_rows(std::size_t k, const ComparedTable& table, FoundRows& found,
                                       std::vector<unsigned char>& is_found);
  [[nodiscard]] Result<std::optional<findings::Overlap>> count_rows_in(std::size_t k, SeenRecords& seen,
                                                                       std::vector<findings::Stratum>& strata);
  [[nodiscard]] Status count_rows(findings::Document& document);

  CopySources sources_;
  std::vector<std::string> set_names_;
  std::vector<Known> known_;
  std::deque<ComparedTable> tables_;
  LaneSets sets_;  ///< of the dump
};

}  // namespace sidik::engine
