#include "rehearse/row_writer.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

bool is_number_like(const std::string& field) {
  return std::all_of(field.begin(), field.end(),
                     [](char c) { return text::is_digit(c) || c == '-' || c == ':' || c == '.'; });
}

}  // namespace

FileShape draw_file_shape(std::uint64_t seed) {
  RandomStream stream(seed, Purpose::file_shape);
  FileShape out;
  out.delimiter = ",;|\t"[stream.weighted({56, 20, 16, 8})];
  out.byte_order_mark = stream.percent(18);
  out.crlf = stream.percent(30);
  out.other_line_end = stream.percent(60) ? static_cast<std::uint32_t>(stream.below(30000)) : 0;
  out.other_quoting = stream.percent(60) ? static_cast<std::uint32_t>(stream.below(20000)) : 0;
  out.end = static_cast<FileShape::End>(stream.weighted({50, 18, 16, 16}));
  out.shuffled = stream.percent(62);
  return out;
}

bool RowWriter::needs_quotes(const std::string& field) const {
  for (const char c : field) {
    if (c == shape_.delimiter || c == '\n' || c == '\r' || (shape_.backslash && c == '\\')) return true;
  }
  // Some readers skip blanks in front, and would then meet a quote.
  const std::size_t first = field.find_first_not_of(" \t");
  return first != std::string::npos && (field[first] == '"' || field[first] == shape_.quote);
}

void RowWriter::append_field(std::string& out, const std::string& field, bool quoted) const {
  if (!quoted) {
    out += field;
    return;
  }
  if (shape_.spaced_quotes) out.append(field.size() % 3, ' ');
  out += shape_.quote;
  for (const char c : field) {
    if (c == shape_.quote || (shape_.backslash && c == '\\')) out += shape_.backslash ? '\\' : shape_.quote;
    out += c;
  }
  out += shape_.quote;
  if (shape_.spaced_quotes) out.append(1 + field.size() % 2, ' ');
}

bool RowWriter::append_line_end(std::string& out, RandomStream& stream) const {
  if (shape_.line_ends != FileShape::LineEnd::usual) {
    static constexpr std::string_view kEnds[] = {"\r", "\n", "\r\n"};
    out += shape_.line_ends == FileShape::LineEnd::lone_cr ? kEnds[0] : stream.pick(kEnds);
    return false;
  }
  const bool is_other = stream.per_million(shape_.other_line_end);
  out += shape_.crlf != is_other ? "\r\n" : "\n";
  return is_other;
}

DefectSet RowWriter::append_record(std::string& out, const Record& record, QuoteHabit habit, bool repeats,
                                   RandomStream& stream) const {
  DefectSet done = 0;
  if (stream.per_million(repeats ? 200000 : shape_.other_quoting)) {
    habit = habit == QuoteHabit::everything ? QuoteHabit::minimal : QuoteHabit::everything;
    done |= bit(Defect::other_quoting);
  }
  if (shape_.quotes_everything) habit = QuoteHabit::everything;
  for (std::size_t column = 0; column < record.fields.size(); ++column) {
    if (column > 0) out += shape_.delimiter;
    const std::string& field = record[column];
    const bool wants =
        habit == QuoteHabit::everything || (habit == QuoteHabit::texts && !field.empty() && !is_number_like(field));
    // A raw quote stays raw where it can, whatever the habit, unless the row is quoted throughout.
    const bool has_quote = field.find(shape_.quote) != std::string::npos;
    const bool asked = column < 32 && ((record.wants_quotes >> column) & 1U) != 0;
    const bool quoted = needs_quotes(field) || asked || (wants && (!has_quote || habit == QuoteHabit::everything));
    append_field(out, field, quoted);
  }
  if (shape_.trailing_delimiter) out += shape_.delimiter;
  if (append_line_end(out, stream)) done |= bit(Defect::other_line_end);
  return done;
}

void RowWriter::append_torn(std::string& out, Record& record, RowShape shape, RandomStream& stream) const {
  for (std::string& field : record.fields) {
    std::erase_if(field, [&](char c) {
      return c == '"' || c == shape_.quote || c == '\n' || c == '\r' || c == shape_.delimiter ||
             (shape_.backslash && c == '\\');
    });
  }
  const std::size_t columns = record.fields.size();
  // The tear goes through neither the first field nor the last, so that no part has the fields of a record or only one.
  const std::size_t torn = stream.between(1, columns - 2);
  const std::size_t at = stream.below(record[torn].size() + 1);
  const std::size_t fat = stream.below(columns);
  for (std::size_t column = 0; column < columns; ++column) {
    if (column > 0) out += shape_.delimiter;
    const std::string& field = record[column];
    if (shape == RowShape::extra_delimiters && column == fat) out.append(stream.between(1, 4), shape_.delimiter);
    if (shape == RowShape::extra_delimiters || column != torn) {
      out += field;
      continue;
    }
    out.append(field, 0, at);
    append_line_end(out, stream);
    if (shape == RowShape::cut_short) return;
    out.append(field, at);
  }
  if (shape_.trailing_delimiter) out += shape_.delimiter;
  append_line_end(out, stream);
}

void RowWriter::append_header(std::string& out, std::span<const ColumnFact> columns, RandomStream& stream) const {
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (column > 0) out += shape_.delimiter;
    out += columns[column].name;
  }
  if (shape_.trailing_delimiter) out += shape_.delimiter;
  append_line_end(out, stream);
}

}  // namespace sidik::rehearse
