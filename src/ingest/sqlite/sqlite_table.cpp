#include "ingest/sqlite/sqlite_table.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace sidik::ingest {
namespace {

/// A batch is handed on early when its texts take this much.
constexpr std::size_t kBatchBytes = std::size_t{4} << 20;

}  // namespace

SqliteTableReader::SqliteTableReader(const SqliteTable& table, SqliteEncoding encoding, TableInfo info,
                                     RecordSink& sink, ReadProgress& progress, std::function<Status()> before_first)
    : table_(table),
      encoding_(encoding),
      writer_(sink, std::move(info), progress),
      progress_(progress),
      before_first_(std::move(before_first)) {
  std::size_t fields = 0;
  for (const auto& column : table_.columns) field_of_column_.push_back(column.is_stored ? fields++ : fields);
  fields_.resize(fields);
}

Status SqliteTableReader::on_cell(const SqliteCell& cell) {
  SqliteCell kept = cell;
  kept.payload = arena_.keep(cell.payload);  // the page moves on before the batch does
  const auto fault = parse_record(kept.payload, table_.stored_order.size(), values_);
  if (fault == SqliteRecordFault::none) {
    place_values(kept);
    writer_.add(fields_, cell.span);
    writer_.account().record_bytes += cell.overflow_bytes;
  } else {
    SIDIK_CHECK(on_damage(fault == SqliteRecordFault::damaged ? table::RejectReason::record_damaged
                                                              : table::RejectReason::too_many_fields,
                          cell.span));
  }
  return writer_.is_full() || arena_.held() > kBatchBytes ? flush() : Status{};
}

void SqliteTableReader::place_values(const SqliteCell& cell) {
  auto& account = writer_.account();
  for (std::size_t position = 0; position < table_.stored_order.size(); ++position) {
    const std::size_t index = table_.stored_order[position];
    const auto& column = table_.columns[index];
    std::string_view& field = fields_[field_of_column_[index]];
    if (column.is_rowid) {
      constexpr std::size_t kLongestNumber = 20;
      char* place = arena_.take(kLongestNumber);
      const auto end = std::to_chars(place, place + kLongestNumber, cell.rowid);
      field = {place, static_cast<std::size_t>(end.ptr - place)};
    } else if (position < values_.size()) {
      field = value_in_words(values_[position], encoding_, arena_, account.invalid_bytes);
      if (values_[position].is_text())
        account.nul_bytes += static_cast<std::uint64_t>(std::count(field.begin(), field.end(), '\0'));
    } else {
      field = column.if_missing;
    }
  }
  account.padded += values_.size() < table_.stored_order.size() ? 1 : 0;
}

Status SqliteTableReader::on_damage(table::RejectReason reason, table::ByteSpan span) {
  return writer_.reject(reason, span);
}

Status SqliteTableReader::flush() {
  if (before_first_ && writer_.batch().records() > 0) SIDIK_CHECK(std::exchange(before_first_, nullptr)());
  SIDIK_CHECK(writer_.flush());
  arena_.reset();
  return {};
}

}  // namespace sidik::ingest
