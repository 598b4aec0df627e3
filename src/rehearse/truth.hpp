#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rehearse/columns.hpp"
#include "rehearse/defects.hpp"
#include "rehearse/mess.hpp"
#include "rehearse/national_id.hpp"
#include "rehearse/number_set.hpp"
#include "rehearse/row_writer.hpp"

namespace sidik::rehearse {

/// Stands for the person of a record that describes nobody (any more).
inline constexpr std::uint32_t kNobody = 0xFFFFFFFFU;

/// One origin's part of the dump.
struct StratumCount {
  std::string origin;
  std::uint64_t records = 0;
  std::uint64_t torn_rows = 0;  ///< rows of it that did not come out as a record
  std::uint64_t distinct_records = 0;
  std::uint64_t persons = 0;
  std::uint64_t register_persons = 0;
  text::Date extracted;  ///< the last day that its rows can know
};

/// Keeps count of what is written while it is written, so that the truth holds by construction. It never reads the
/// dump.
///
/// Cost     18 or more bytes a distinct record and as many a distinct national id, a bit a person and origin.
/// Caveats  distinct rows are told apart by 64 bits of hash: at a million rows the chance of one error is below 10^-7.
class TruthTally {
 public:
  /// `id_columns`: those that hold the national id of the person described.
  TruthTally(std::uint64_t rows, std::uint64_t persons, std::vector<std::string> origins,
             std::vector<std::size_t> id_columns, NationalIdRule rule);

  /// `person`: kNobody or below `persons`. `first_record` receives the record of equal fields that came first, from 1,
  /// or 0.
  void count_record(const Record& record, std::uint32_t person, std::size_t stratum, DefectSet defects,
                    std::uint64_t bytes, std::uint64_t line_ends, std::uint32_t& first_record);
  void count_household(std::uint32_t head) {
    if (seen_heads_[head]) return;
    seen_heads_[head] = true;
    ++households;
  }
  /// `lines` rejects that are left of one torn row.
  void count_torn(std::size_t stratum, RowShape shape, std::uint64_t lines, std::uint64_t bytes);
  void count_header(std::uint64_t bytes) { header_bytes += bytes, ++lines; }
  void count_repeated_header(std::uint64_t bytes) { ++repeated_headers, ++rejects, rejected_bytes += bytes, ++lines; }
  /// Further lines above the names of the columns.
  void count_header_line(std::uint64_t bytes) { count_header(bytes); }
  /// A line that a reader refuses because of its number of fields.
  void count_rejected_line(std::uint64_t bytes) { ++extra_rejects, ++rejects, rejected_bytes += bytes, ++lines; }
  /// Each of them is unlike any other record.
  void count_record_of_second_table(std::uint64_t bytes) {
    ++second_table_records, ++records, record_bytes += bytes, ++lines;
  }
  /// A line that is neither a record nor meant to be one: a comment, a preamble.
  void count_other(std::uint64_t bytes) { ++other_lines, other_bytes += bytes, ++lines; }
  void count_blank(std::uint64_t bytes) { ++blank_lines, blank_bytes += bytes, ++lines; }
  void count_trailer(std::uint64_t bytes) { ++trailers, ++rejects, rejected_bytes += bytes, ++lines; }

  std::uint64_t header_bytes = 0, record_bytes = 0, rejected_bytes = 0, blank_bytes = 0, other_bytes = 0;
  std::uint64_t lines = 0, records = 0, rejects = 0, blank_lines = 0, repeated_headers = 0, trailers = 0;
  std::uint64_t extra_rejects = 0, other_lines = 0, second_table_records = 0;
  std::uint64_t persons = 0, members = 0;
  std::uint64_t households = 0;              ///< 0: not known
  std::uint64_t member_limit = 0;            ///< persons below it are in the insurer's register
  bool ends_cut = false;                     ///< the last line is a cut row without a line end
  std::array<std::uint64_t, 4> torn_rows{};  ///< by RowShape
  std::array<std::uint64_t, kDefects> defects{};
  std::vector<StratumCount> strata;

  [[nodiscard]] std::uint64_t total_bytes() const {
    return header_bytes + record_bytes + rejected_bytes + blank_bytes + other_bytes;
  }
  [[nodiscard]] std::uint64_t distinct_records() const { return rows_.size() + second_table_records; }
  [[nodiscard]] std::uint64_t distinct_national_ids() const { return ids_.size(); }
  [[nodiscard]] bool has_national_ids() const { return !id_columns_.empty(); }

 private:
  NationalIdRule rule_;
  std::vector<std::size_t> id_columns_;
  NumberMap rows_;
  NumberMap ids_;
  std::vector<bool> seen_;
  std::vector<bool> seen_heads_;
  std::vector<std::vector<bool>> seen_in_;
};

/// A number that only one scenario has, under its name in truth.json.
using ScenarioFact = std::pair<std::string_view, std::uint64_t>;

/// A table of the dump as truth.json names it.
struct TableFact {
  std::string_view name;  ///< empty: the only one
  std::span<const ColumnFact> columns;
};

/// Everything else that truth.json says.
struct TruthFrame {
  std::string scenario;
  std::uint64_t seed = 0;
  std::uint64_t rows = 0;
  std::optional<std::uint64_t> members;  ///< nothing: the scenario has no register to recognise members of
  FileShape shape;
  bool is_sql = false;
  Mess mess;
  std::vector<TableFact> tables;
  std::string national_id_columns;  ///< as the definition names them
  bool has_ids_of_others = false;   ///< see DumpSource
  std::vector<ScenarioFact> facts;
  std::uint64_t altered = 0;            ///< records that are another writing of a person's row of the same origin
  std::uint64_t further_contracts = 0;  ///< records of a person's other subscriptions
};
/// 64 bits over the fields of a row; no two different lists of fields feed it the same steps.
[[nodiscard]] std::uint64_t hash_record(const Record& record);
/// The text of truth.json; docs/formats/truth.md describes it.
[[nodiscard]] std::string truth_json(const TruthTally& tally, const TruthFrame& frame);

}  // namespace sidik::rehearse
