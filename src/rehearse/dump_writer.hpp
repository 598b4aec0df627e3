#pragma once

#include <string>

#include "base/context.hpp"
#include "rehearse/output_file.hpp"
#include "rehearse/rehearsal.hpp"

namespace sidik::rehearse {

/// Writes the dump of a rehearsal in the order of its plan, and counts the truth as it goes.
///
/// Order of calls  create, write once, then tally and frame counts.
/// Errors          rehearse.unwritable, rehearse.cancelled.
class DumpWriter {
 public:
  /// `rows_list` receives rows.csv, one line a record; null when nobody wants it. Both files outlive the writer.
  DumpWriter(Rehearsal& rehearsal, const RehearsalOptions& options, NationalIdRule rule, OutputFile& dump,
             OutputFile* rows_list);
  Status write(const Context& context);

  [[nodiscard]] const TruthTally& tally() const { return tally_; }
  [[nodiscard]] std::uint64_t altered() const { return altered_; }
  [[nodiscard]] std::uint64_t further_contracts() const { return further_contracts_; }

 private:
  void write_start();
  void write_extra_lines(std::size_t row);
  void write_row(std::size_t row);
  void write_whole(const RowEntry& entry, RandomStream& encoding);
  void write_torn(const RowEntry& entry, RandomStream& encoding, bool is_last);
  void list_record(const RowEntry& entry, std::uint32_t first_record, DefectSet defects);
  void write_end();
  Status flush(bool all);

  Rehearsal& rehearsal_;
  std::uint64_t seed_;
  RowWriter writer_;
  OutputFile& dump_;
  OutputFile* rows_list_;
  TruthTally tally_;
  Record record_;
  std::string text_;
  std::string list_;
  std::size_t next_header_ = 0;
  std::size_t next_blank_ = 0;
  std::uint64_t altered_ = 0;
  std::uint64_t further_contracts_ = 0;
};

}  // namespace sidik::rehearse
