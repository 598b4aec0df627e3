#include "rehearse/dump_writer.hpp"

#include <algorithm>

#include "rehearse/date_style.hpp"

namespace sidik::rehearse {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20U;
/// Rows between two looks at the cancel token.
constexpr std::uint64_t kRowsAtOnce = 4096;

}  // namespace

DumpWriter::DumpWriter(DumpSource& source, std::uint64_t seed, NationalIdRule rule, OutputFile& dump, ListFiles lists)
    : source_(source),
      seed_(seed),
      writer_(source.file_shape()),
      dump_(dump),
      tally_(source.rows(), source.all_persons(), source.strata(), source.id_columns(), std::move(rule)),
      mess_(source.mess()),
      page_(mess_.encoding),
      lines_(seed, source.rows(), source.columns(), writer_, mess_, page_, tally_),
      list_(lists),
      record_(source.columns().size()) {
  source.introduce(tally_);
}

void DumpWriter::write_start() {
  RandomStream stream(seed_, Purpose::row_encoding, 1);
  if (writer_.shape().byte_order_mark) {
    page_.text += "\xef\xbb\xbf";
    tally_.other_bytes += page_.bytes_since(0);
  }
  lines_.write_preamble();
  lines_.write_header(stream);
}

void DumpWriter::write_extra_lines(std::uint64_t row) {
  const auto headers = source_.headers_before();
  const auto blanks = source_.blanks_before();
  RandomStream stream(seed_, Purpose::row_encoding, 2, row);
  for (; next_header_ < headers.size() && headers[next_header_] == row; ++next_header_) {
    if (mess_.has(MessKind::header_missing)) continue;
    const std::size_t before = page_.text.size();
    writer_.append_header(page_.text, source_.columns(), stream);
    tally_.count_repeated_header(page_.bytes_since(before));
  }
  for (; next_blank_ < blanks.size() && blanks[next_blank_] == row; ++next_blank_) {
    const std::size_t before = page_.text.size();
    lines_.append_blank(stream);
    tally_.count_blank(page_.bytes_since(before));
  }
  if (row > 0) lines_.write_between(row);
}

void DumpWriter::write_whole(DumpRow row, RandomStream& encoding) {
  mess_cells(record_, mess_);
  const std::size_t before = page_.text.size();
  row.defects |= writer_.append_record(page_.text, record_, row.quotes, row.repeats, encoding);
  std::uint32_t first_record = 0;
  tally_.count_record(record_, row.person, row.stratum, row.defects, page_.bytes_since(before),
                      count_line_ends(std::string_view(page_.text).substr(before)), first_record);
  if (row.household != kNobody) tally_.count_household(row.household);
  if (row.writing != DumpRow::Writing::first && first_record == 0)
    ++(row.writing == DumpRow::Writing::further_contract ? further_contracts_ : altered_);
  list_.add(tally_.records, tally_.strata[row.stratum].origin, row.person, first_record, row.defects);
}

void DumpWriter::write_torn(const DumpRow& row, RandomStream& encoding, bool is_last) {
  if (mess_.encoding != TextEncoding::utf8) {
    // Torn between any two bytes, so each must be a character.
    for (std::string& field : record_.fields)
      std::replace_if(field.begin(), field.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
  }
  const std::size_t before = page_.text.size();
  writer_.append_torn(page_.text, record_, row.shape, encoding);
  if (is_last && writer_.shape().end == FileShape::End::cut) {
    while (page_.text.back() == '\n' || page_.text.back() == '\r') page_.text.pop_back();
    tally_.ends_cut = true;
  }
  tally_.count_torn(row.stratum, row.shape, row.shape == RowShape::torn_in_two ? 2 : 1, page_.bytes_since(before));
}

void DumpWriter::write_row(std::uint64_t row) {
  write_extra_lines(row);
  const DumpRow made = source_.make_row(row, record_);
  last_shape_ = made.shape;
  RandomStream encoding(seed_, Purpose::row_encoding, 3, row);
  if (made.shape == RowShape::whole)
    write_whole(made, encoding);
  else
    write_torn(made, encoding, row + 1 == source_.rows());
}

void DumpWriter::write_end() {
  const FileShape& shape = writer_.shape();
  if (shape.end == FileShape::End::no_line_end) {
    std::size_t end = page_.text.size();
    while (page_.text[end - 1] == '\n' || page_.text[end - 1] == '\r') --end;
    (last_shape_ == RowShape::whole ? tally_.record_bytes : tally_.rejected_bytes) -= page_.bytes_since(end);
    page_.text.resize(end);
  }
  if (shape.end == FileShape::End::trailer) {
    const std::size_t before = page_.text.size();
    RandomStream stream(seed_, Purpose::row_encoding, 4);
    const bool is_client_tool = stream.percent(50);
    page_.text += is_client_tool ? "(" : "-- TOTAL ";
    append_padded(page_.text, source_.rows(), 1);
    if (is_client_tool) page_.text += " rows)";
    writer_.append_line_end(page_.text, stream);
    tally_.count_trailer(page_.bytes_since(before));
  }
  lines_.write_end();
}

Status DumpWriter::flush(bool all) {
  if (all || page_.text.size() >= kBuffer) SIDIK_CHECK(page_.flush_to(dump_));
  return list_.flush(all);
}

Status DumpWriter::write(const Context& context) {
  const std::uint64_t rows = source_.rows();
  write_start();
  for (std::uint64_t row = 0; row < rows; ++row) {
    write_row(row);
    if (row % kRowsAtOnce != 0) continue;
    if (context.is_cancelled()) {
      return fail(ErrorKind::cancelled, "rehearse.cancelled", "the rehearsal was stopped before the dump was whole",
                  "run it again");
    }
    const std::uint64_t done = tally_.total_bytes();
    // The size of the whole is not known before; by the rows so far it is close.
    if (context.progress != nullptr) context.progress->advance(done, done / (row + 1) * rows, tally_.records);
    // The last row stays in the buffer, where write_end can still take its line end back.
    if (row + 1 < rows) SIDIK_CHECK(flush(false));
  }
  write_end();
  SIDIK_CHECK(flush(true));
  if (context.progress != nullptr)
    context.progress->advance(tally_.total_bytes(), tally_.total_bytes(), tally_.records);
  return {};
}

}  // namespace sidik::rehearse
