#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/context.hpp"
#include "rehearse/mess.hpp"
#include "rehearse/output_file.hpp"
#include "rehearse/page.hpp"
#include "rehearse/rows_list.hpp"
#include "rehearse/shop_2020_rows.hpp"
#include "rehearse/truth.hpp"

namespace sidik::rehearse {

/// Writes the marketplace's dump as pg_dump does, the data between COPY ... FROM stdin and \. : first the sample that
/// was shared in March, then the whole of the end of April. Counts the truth as it goes.
///
/// Order of calls  create, write once, then tally, mess and the counts.
/// Errors          rehearse.unwritable, rehearse.cancelled.
/// Source          PostgreSQL 16 manual, COPY, file formats.
class SqlDumpWriter {
 public:
  /// `lists` receive one line a record. Everything outlives the writer.
  SqlDumpWriter(Shop2020Rows& rows, std::uint64_t seed, const FileShape& shape, const Mess& mess, NationalIdRule rule,
                OutputFile& dump, ListFiles lists);
  Status write(const Context& context);

  [[nodiscard]] const TruthTally& tally() const { return tally_; }
  [[nodiscard]] const Mess& mess() const { return mess_; }
  [[nodiscard]] std::uint64_t altered() const { return altered_; }
  [[nodiscard]] std::uint64_t deleted() const { return deleted_; }

 private:
  enum Stratum : std::uint8_t { sample, whole, shops };

  void write_head(std::string_view day);
  void write_table(std::string_view name, std::span<const ColumnFact> columns);
  void begin_copy(std::string_view name, std::span<const ColumnFact> columns);
  void end_copy();
  void write_comment();
  Status write_rows(Stratum stratum, std::uint64_t first, std::uint64_t end, const Context& context);
  Status write_tables_in_turns(const Context& context);
  void write_record(Record& record, const Shop2020Rows::Made& made, Stratum stratum, std::uint64_t row);
  /// Appends text that is no data, with the line ends of the file; each line in `lines` ends in LF.
  void write_other(std::string_view lines);
  void append_line_end() { page_.text += crlf_ ? "\r\n" : "\n"; }
  Status flush(bool all);

  Shop2020Rows& rows_;
  std::uint64_t seed_;
  bool crlf_;
  bool byte_order_mark_;
  std::uint32_t torn_rate_;  ///< per million rows
  Mess mess_;
  OutputFile& dump_;
  Page page_;
  TruthTally tally_;
  RowsList list_;
  Record account_{kAccountColumns.size()};
  Record shop_{kShopColumns.size()};
  std::uint64_t altered_ = 0;
  std::uint64_t deleted_ = 0;
};

}  // namespace sidik::rehearse
