#include "rehearse/dump_writer.hpp"

#include <algorithm>

#include "rehearse/date_style.hpp"

namespace sidik::rehearse {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20U;
/// Rows between two looks at the cancel token.
constexpr std::size_t kRowsAtOnce = 4096;

std::uint64_t count_line_ends(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

DumpWriter::DumpWriter(Rehearsal& rehearsal, const RehearsalOptions& options, NationalIdRule rule, OutputFile& dump,
                       OutputFile* rows_list)
    : rehearsal_(rehearsal),
      seed_(options.seed),
      writer_(rehearsal.shape()),
      dump_(dump),
      rows_list_(rows_list),
      tally_(options.rows, std::uint64_t{rehearsal.plan().persons} + rehearsal.plan().invented, rehearsal.strata(),
             std::move(rule)) {
  tally_.member_limit = rehearsal.plan().register_size;
  const RowPlan& plan = rehearsal.plan();
  for (std::size_t i = 0; i < rehearsal.origins().size(); ++i) {
    tally_.strata[i].extracted = rehearsal.origins()[i]->window().last;
    if (i == 0)
      tally_.strata[i].register_persons = plan.register_size;
    else
      tally_.strata[i].register_persons =
          plan.others[i - 1].persons.size() + plan.others[i - 1].kept_end - plan.others[i - 1].kept_first;
  }
}

void DumpWriter::write_start() {
  RandomStream stream(seed_, Purpose::row_encoding, 1);
  if (rehearsal_.shape().byte_order_mark) {
    text_ += "\xef\xbb\xbf";
    tally_.other_bytes += 3;
  }
  const std::size_t before = text_.size();
  writer_.append_header(text_, stream);
  tally_.count_header(text_.size() - before);
  list_ += "record,origin,person,duplicate_of,defects\n";
}

void DumpWriter::write_extra_lines(std::size_t row) {
  const RowPlan& plan = rehearsal_.plan();
  RandomStream stream(seed_, Purpose::row_encoding, 2, row);
  for (; next_header_ < plan.headers_before.size() && plan.headers_before[next_header_] == row; ++next_header_) {
    const std::size_t before = text_.size();
    writer_.append_header(text_, stream);
    tally_.count_repeated_header(text_.size() - before);
  }
  for (; next_blank_ < plan.blanks_before.size() && plan.blanks_before[next_blank_] == row; ++next_blank_) {
    const std::size_t before = text_.size();
    writer_.append_line_end(text_, stream);
    tally_.count_blank(text_.size() - before);
  }
}

void DumpWriter::list_record(const RowEntry& entry, std::uint32_t first_record, DefectSet defects) {
  append_padded(list_, tally_.records, 1);
  list_ += ',';
  list_ += tally_.strata[rehearsal_.stratum_of(entry)].origin;
  list_ += ',';
  append_padded(list_, entry.person, 1);
  list_ += ',';
  if (first_record != 0) append_padded(list_, first_record, 1);
  list_ += ',';
  bool is_first = true;
  for (std::size_t i = 0; i < kDefects; ++i) {
    if (((defects >> i) & 1U) == 0) continue;
    if (!is_first) list_ += ';';
    list_ += defect_name(static_cast<Defect>(i));
    is_first = false;
  }
  list_ += '\n';
}

void DumpWriter::write_whole(const RowEntry& entry, RandomStream& encoding) {
  DefectSet defects = rehearsal_.make_record(entry, record_);
  const bool is_invented = entry.origin == kInventedOrigin;
  const QuoteHabit habit = is_invented ? QuoteHabit::minimal : rehearsal_.origins()[entry.origin]->habits().quotes;
  const std::size_t before = text_.size();
  defects |= writer_.append_record(text_, record_, habit, entry.repeats, encoding);
  const std::string_view written = std::string_view(text_).substr(before);
  std::uint32_t first_record = 0;
  tally_.count_record(record_, entry.person, rehearsal_.stratum_of(entry), defects, written.size(),
                      count_line_ends(written), first_record);
  if (entry.variant > 0 && !is_invented && first_record == 0) {
    const bool is_contract =
        entry.origin > 0 && rehearsal_.plan().others[entry.origin - 1U].kind == OtherOrigin::telecom;
    ++(is_contract ? further_contracts_ : altered_);
  }
  if (rows_list_ != nullptr) list_record(entry, first_record, defects);
}

void DumpWriter::write_torn(const RowEntry& entry, RandomStream& encoding, bool is_last) {
  rehearsal_.make_record(entry, record_);
  const std::size_t before = text_.size();
  writer_.append_torn(text_, record_, entry.shape, encoding);
  if (is_last && rehearsal_.shape().end == FileShape::End::cut) {
    while (text_.back() == '\n' || text_.back() == '\r') text_.pop_back();
    tally_.ends_cut = true;
  }
  tally_.count_torn(rehearsal_.stratum_of(entry), entry.shape, entry.shape == RowShape::torn_in_two ? 2 : 1,
                    text_.size() - before);
}

void DumpWriter::write_row(std::size_t row) {
  write_extra_lines(row);
  const RowEntry& entry = rehearsal_.plan().rows[row];
  RandomStream encoding(seed_, Purpose::row_encoding, 3, row);
  if (entry.shape == RowShape::whole)
    write_whole(entry, encoding);
  else
    write_torn(entry, encoding, row + 1 == rehearsal_.plan().rows.size());
}

void DumpWriter::write_end() {
  const FileShape& shape = rehearsal_.shape();
  if (shape.end == FileShape::End::no_line_end) {
    const std::size_t before = text_.size();
    while (text_.back() == '\n' || text_.back() == '\r') text_.pop_back();
    const bool is_whole = rehearsal_.plan().rows.back().shape == RowShape::whole;
    (is_whole ? tally_.record_bytes : tally_.rejected_bytes) -= before - text_.size();
  }
  if (shape.end != FileShape::End::trailer) return;
  const std::size_t before = text_.size();
  RandomStream stream(seed_, Purpose::row_encoding, 4);
  const bool is_client_tool = stream.percent(50);
  text_ += is_client_tool ? "(" : "-- TOTAL ";
  append_padded(text_, rehearsal_.plan().rows.size(), 1);
  if (is_client_tool) text_ += " rows)";
  writer_.append_line_end(text_, stream);
  tally_.count_trailer(text_.size() - before);
}

Status DumpWriter::flush(bool all) {
  if (all || text_.size() >= kBuffer) {
    SIDIK_CHECK(dump_.write(text_));
    text_.clear();
  }
  if (rows_list_ != nullptr && (all || list_.size() >= kBuffer)) {
    SIDIK_CHECK(rows_list_->write(list_));
    list_.clear();
  }
  return {};
}

Status DumpWriter::write(const Context& context) {
  const std::size_t rows = rehearsal_.plan().rows.size();
  write_start();
  for (std::size_t row = 0; row < rows; ++row) {
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
