#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"
#include "ingest/unpack/decoder_process.hpp"
#include "table/record_batch.hpp"
#include "table/reject.hpp"

/// From a path to records and rejects: container -> member -> encoding -> dialect -> batches. Nothing is lost: the
/// bytes of every member are header, records, rejects, blank lines or other, to the byte.
namespace sidik::ingest {

enum class Decider : std::uint8_t { guessed, user, mark };  ///< mark: a byte order mark or a magic number
enum class Ragged : std::uint8_t { by_habit, reject, pad };

/// What the user set; everything that is not set is guessed.
struct ReadOptions {
  std::optional<std::string> format;     ///< delimited, fixed, json, sql, sqlite, xlsx
  std::optional<std::string> encoding;   ///< an ICU converter name, for example UTF-16LE
  std::optional<std::string> delimiter;  ///< one to four bytes; empty: no delimiter, one column
  std::optional<char> quote;             ///< 0: none
  std::optional<char> escape;            ///< the quote itself: doubling; a backslash; 0: none
  std::optional<bool> header;
  std::optional<std::uint64_t> skip_lines;           ///< preamble lines
  std::optional<std::string> comment;                ///< lines that begin with it are `other`
  std::optional<std::vector<std::uint32_t>> widths;  ///< of aligned columns, in characters, each at least 1
  Ragged ragged = Ragged::by_habit;
  /// Says whether a header cell is a word that a header would use; helps to tell a header from a first record.
  std::function<bool(std::string_view)> is_header_word;
  std::vector<Secret> passwords;   ///< of archives; each is tried
  bool allows_no_sandbox = false;  ///< read archives even where the system cannot filter system calls
  StartDecoder start_decoder;      ///< empty: a helper process; a test may decode without one
};

/// What was decided about a table, before its first batch.
struct TableInfo {
  std::uint32_t number = 0;  ///< which table of the reading; no other has it
  /// The member's name, the file's for a plain file; of a database or workbook `file/table`; in SQL the table's own;
  /// `file#2` and so on for the tables behind the first of a delimited text.
  std::string name;
  /// delimited, colon_list, copy_text, fixed_width, json_lines, json_array, json_map, sql_insert, sql_copy, sqlite,
  /// xlsx
  std::string format;
  std::string encoding;
  std::string delimiter;
  char quote = 0;
  char escape = 0;      ///< equal to quote: doubling
  std::string newline;  ///< LF, CRLF, CR, mixed; as seen in the head
  bool has_header = false;
  bool header_is_sure = true;  ///< false: a guess with nothing to speak for it; the names may be values of a person
  Decider format_by = Decider::guessed;
  Decider encoding_by = Decider::guessed;
  Decider delimiter_by = Decider::guessed;
  Decider quote_by = Decider::guessed;
  Decider escape_by = Decider::guessed;
  Decider header_by = Decider::guessed;
  std::vector<std::string> columns;  ///< names as written; empty strings without a header
};

/// How the bytes of a table were spent; complete after `on_table_end`.
struct TableAccount {
  std::uint64_t total_bytes = 0;
  std::uint64_t header_bytes = 0;
  std::uint64_t record_bytes = 0;
  std::uint64_t rejected_bytes = 0;
  std::uint64_t blank_bytes = 0;
  std::uint64_t other_bytes = 0;
  std::uint64_t lines = 0;
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::uint64_t padded = 0;
  std::uint64_t invalid_bytes = 0;
  std::uint64_t nul_bytes = 0;
  std::uint64_t mixed_lines = 0;  ///< records with a field read in another encoding than the text's
  std::uint64_t first_reject_offset[table::kRejectReasons] = {};
  std::uint64_t reject_count[table::kRejectReasons] = {};
  std::optional<std::uint64_t> trailer_offset;  ///< a last line that is no record (a count, a footer)
  std::vector<std::uint64_t> rounded_numbers;  ///< by column: numbers that a spreadsheet cut to 15 digits; may be empty
  bool last_line_cut = false;                  ///< the last line has no line end and too few fields
};

struct SkippedMember {
  std::string name;
  std::uint64_t bytes = 0;
  std::string reason;  ///< an error code and its text, for example "ingest.no_table: ..."
};

/// What became of one path.
struct ExhibitAccount {
  std::string path;
  std::uint64_t bytes = 0;
  bool complete = true;
  std::string incomplete_because;
  std::vector<SkippedMember> skipped;
};

/// Receives what is read: on_exhibit (on_table (on_batch | on_reject)* on_table_end)* on_exhibit_end, per path.
/// Several tables of an SQL dump may be open at once; what is told names its table by `info.number`.
/// A table is told with its first batch, never without a record; of the rejects before it at most 4,096 are told one by
/// one (the account counts all). Batches and rejects of a table come in the order of their offsets, each kind by
/// itself (but for on_lane_batch); those of an SQLite table in the order of its keys.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// Every byte of the file as it lies, once and in order (for its hash); may run ahead of the records.
  virtual void on_raw_bytes(std::string_view bytes) { (void)bytes; }
  virtual Status on_exhibit(const std::string& path) = 0;
  virtual Status on_table(const TableInfo& info) = 0;
  /// Some records from all over the text, just before on_table, when the text is long and can be opened twice (a plain
  /// or a gzip file of delimited text). They come again in their place.
  virtual Status on_survey(const table::RecordBatch& sample) {
    (void)sample;
    return {};
  }
  /// `info.columns` may have grown since on_table (JSON keys that appear late); `batch.columns()` says how far. The
  /// sink may take the batch and leave another in its place; it then reads it after contain().
  virtual Status on_batch(const TableInfo& info, table::RecordBatch& batch) = 0;
  /// In how many threads at once the sink takes batches of this table from now on; asked now and then, between batches.
  /// With more than 1 the reader may read in other threads too: on_batch then speaks of the reader's own, lane 0.
  virtual std::size_t lanes(const TableInfo& info) {
    (void)info;
    return 1;
  }
  /// A batch that was read in another thread, `lane` from 1 to lanes() - 1; one call a lane at a time, all before
  /// on_table_end. Only `batch.first_record()` and the spans tell where it belongs among the others. The sink leaves
  /// the batch where it is.
  virtual Status on_lane_batch(const TableInfo& info, table::RecordBatch& batch, std::size_t lane) {
    (void)lane;
    return on_batch(info, batch);
  }
  virtual Status on_reject(const TableInfo& info, const table::Reject& reject) = 0;
  virtual Status on_table_end(const TableInfo& info, const TableAccount& account) = 0;
  virtual Status on_exhibit_end(const ExhibitAccount& account) = 0;
};

/// Reads every path (a file, a folder, an archive, or `-` for standard input) into `sink`.
///
/// Errors   ingest.not_found, ingest.unreadable (io), ingest.empty, ingest.no_file (a folder without files),
///          ingest.no_table (text that is no table), ingest.binary, ingest.json_invalid, ingest.encrypted,
///          ingest.wrong_password, ingest.archive_volume, ingest.self_extracting, ingest.no_sandbox (refused),
///          ingest.archive_damaged, ingest.archive_method, ingest.archive_depth, ingest.archive_ratio,
///          ingest.archive_entries, ingest.archive_bytes, ingest.archive_held, ingest.unpack_memory (limit),
///          ingest.unpacker (io), ingest.too_many_columns (limit), ingest.too_many_tables (limit; an SQL dump with more
///          than 10,000), ingest.no_record (a header and nothing else), ingest.record_too_long (limit),
///          ingest.sqlite_damaged, ingest.xlsx_damaged, ingest.other_format (it is not what the user said),
///          ingest.schema_too_large, ingest.strings_too_large, ingest.member_too_large (limit). In a folder or
///          archive a member that is no table is skipped with its reason; when no member yields a table that is
///          ingest.no_table.
/// Cost     one pass; memory bounded by some chunks and the longest record (limits.record_bytes).
/// A file that ends early (a truncated gz) is no error: what was readable is read and `complete` is false. So it is
/// when the work is cancelled: reading ends after the current batch, and the paths behind are not opened.
Status read_exhibits(const std::vector<std::string>& paths, const ReadOptions& options, const Context& context,
                     RecordSink& sink);

}  // namespace sidik::ingest
