#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rehearse/columns.hpp"
#include "rehearse/defects.hpp"
#include "rehearse/row_writer.hpp"
#include "rehearse/truth.hpp"

namespace sidik::rehearse {

/// What one row of a delimited dump is, besides its fields.
struct DumpRow {
  enum class Writing : std::uint8_t { first, altered, further_contract };
  std::uint32_t person = kNobody;
  std::uint32_t household = kNobody;  ///< the number of its head, below DumpSource::all_persons; kNobody: not known
  std::size_t stratum = 0;
  RowShape shape = RowShape::whole;
  QuoteHabit quotes = QuoteHabit::minimal;
  bool repeats = false;  ///< planned as an exact repetition of another row
  Writing writing = Writing::first;
  DefectSet defects = 0;
};

/// Where the rows of a delimited dump come from, one scenario each. Everything follows from the seed; each row is asked
/// for once, in the order of the file.
class DumpSource {
 public:
  DumpSource() = default;
  virtual ~DumpSource() = default;
  DumpSource(const DumpSource&) = delete;
  DumpSource& operator=(const DumpSource&) = delete;

  [[nodiscard]] virtual std::span<const ColumnFact> columns() const = 0;
  /// The columns that hold the national id of the person described.
  [[nodiscard]] virtual std::vector<std::size_t> id_columns() const = 0;
  /// Whether other columns hold national ids of other people, which only the header tells apart from the person's own.
  [[nodiscard]] virtual bool has_ids_of_others() const { return false; }
  [[nodiscard]] virtual const FileShape& file_shape() const = 0;
  [[nodiscard]] virtual const Mess& mess() const = 0;
  [[nodiscard]] virtual std::uint64_t rows() const = 0;
  /// Every person of a row is below it.
  [[nodiscard]] virtual std::uint64_t all_persons() const = 0;
  /// Ascending places before which the header is repeated; the same for blank lines.
  [[nodiscard]] virtual std::span<const std::uint64_t> headers_before() const = 0;
  [[nodiscard]] virtual std::span<const std::uint64_t> blanks_before() const = 0;
  [[nodiscard]] virtual std::vector<std::string> strata() const = 0;
  /// Sets what the tally says of each stratum besides counts, and who is a member.
  virtual void introduce(TruthTally& tally) const = 0;
  /// Fills `out`, which has the size of columns(), with row `row`.
  virtual DumpRow make_row(std::uint64_t row, Record& out) = 0;
  /// What only this scenario has to say; complete when all rows were made.
  [[nodiscard]] virtual std::vector<ScenarioFact> facts() const { return {}; }
};

}  // namespace sidik::rehearse
