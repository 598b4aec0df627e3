#pragma once

#include <string>

#include "base/context.hpp"
#include "rehearse/dump_source.hpp"
#include "rehearse/mess_lines.hpp"
#include "rehearse/output_file.hpp"
#include "rehearse/page.hpp"
#include "rehearse/rows_list.hpp"

namespace sidik::rehearse {

/// Writes a delimited dump row by row as its source makes them, with its mess, and counts the truth as it goes.
///
/// Order of calls  create, write once, then tally, mess and frame counts.
/// Errors          rehearse.unwritable, rehearse.cancelled.
class DumpWriter {
 public:
  /// `lists` receive one line a record. All files outlive the writer.
  DumpWriter(DumpSource& source, std::uint64_t seed, NationalIdRule rule, OutputFile& dump, ListFiles lists);
  Status write(const Context& context);

  [[nodiscard]] const TruthTally& tally() const { return tally_; }
  [[nodiscard]] const Mess& mess() const { return mess_; }
  [[nodiscard]] std::uint64_t altered() const { return altered_; }
  [[nodiscard]] std::uint64_t further_contracts() const { return further_contracts_; }

 private:
  void write_start();
  void write_extra_lines(std::uint64_t row);
  void write_row(std::uint64_t row);
  void write_whole(DumpRow row, RandomStream& encoding);
  void write_torn(const DumpRow& row, RandomStream& encoding, bool is_last);
  void write_end();
  Status flush(bool all);

  DumpSource& source_;
  std::uint64_t seed_;
  RowWriter writer_;
  OutputFile& dump_;
  TruthTally tally_;
  Mess mess_;
  Page page_;
  MessLines lines_;
  RowsList list_;
  Record record_;
  RowShape last_shape_ = RowShape::whole;
  std::size_t next_header_ = 0;
  std::size_t next_blank_ = 0;
  std::uint64_t altered_ = 0;
  std::uint64_t further_contracts_ = 0;
};

}  // namespace sidik::rehearse
