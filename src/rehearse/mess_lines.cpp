#include "rehearse/mess_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "rehearse/date_style.hpp"

namespace sidik::rehearse {

MessLines::MessLines(std::uint64_t seed, std::uint64_t rows, std::span<const ColumnFact> columns,
                     const RowWriter& writer, Mess& mess, Page& page, TruthTally& tally)
    : seed_(seed), rows_(rows), columns_(columns), writer_(writer), mess_(mess), page_(page), tally_(tally) {
  RandomStream stream(seed, Purpose::mess_lines);
  page_length_ = std::max<std::uint64_t>(2, std::min<std::uint64_t>(stream.between(500, 5000), rows / 2));
}

void MessLines::append_blank(RandomStream& stream) {
  // A line feed alone would join a carriage return before it.
  if (writer_.shape().line_ends == FileShape::LineEnd::any)
    page_.text += "\r\n";
  else
    writer_.append_line_end(page_.text, stream);
}

void MessLines::write_other(std::string_view words, MessKind kind, RandomStream& stream) {
  const std::size_t before = page_.text.size();
  page_.text += words;
  writer_.append_line_end(page_.text, stream);
  tally_.count_other(page_.bytes_since(before));
  mess_.count_line(kind);
}

void MessLines::write_blank(std::string_view blanks, RandomStream& stream) {
  const std::size_t before = page_.text.size();
  page_.text += blanks;
  append_blank(stream);
  tally_.count_blank(page_.bytes_since(before));
}

void MessLines::write_preamble() {
  if (!mess_.has(MessKind::preamble)) return;
  static constexpr std::string_view kLines[] = {"Laporan ekspor data", "Dicetak oleh petugas 7",
                                                "Hanya untuk keperluan dinas", "Halaman pertama",
                                                "Data per akhir bulan"};
  RandomStream stream(seed_, Purpose::mess_lines, 1);
  const std::uint64_t lines = stream.between(1, std::size(kLines));
  for (std::uint64_t i = 0; i < lines; ++i) write_other(kLines[i], MessKind::preamble, stream);
  if (stream.percent(50)) write_blank("", stream);
}

void MessLines::write_header(RandomStream& stream) {
  if (mess_.has(MessKind::header_missing)) return;
  if (mess_.has(MessKind::header_of_two_lines)) {
    // Titles over groups of columns, as a spreadsheet with joined cells is saved.
    static constexpr std::string_view kGroups[] = {"DATA UTAMA", "RINCIAN", "CATATAN"};
    const std::size_t before = page_.text.size();
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (c > 0) page_.text += writer_.shape().delimiter;
      const std::size_t third = std::max<std::size_t>(columns_.size() / 3, 2);
      if (c % third == 0 && c / third < std::size(kGroups)) page_.text += kGroups[c / third];
    }
    if (writer_.shape().trailing_delimiter) page_.text += writer_.shape().delimiter;
    writer_.append_line_end(page_.text, stream);
    tally_.count_header_line(page_.bytes_since(before));
    mess_.count_line(MessKind::header_of_two_lines);
  }
  const std::size_t before = page_.text.size();
  writer_.append_header(page_.text, columns_, stream);
  tally_.count_header(page_.bytes_since(before));
}

bool MessLines::falls_on(MessKind kind, std::uint64_t row, std::uint64_t per_million, RandomStream& stream) const {
  // One surely, so that no kind is named without having been done.
  return mess_.has(kind) && (stream.per_million(per_million) || row == rows_ / 2);
}

void MessLines::write_refused(std::span<const std::string_view> fields, MessKind kind, RandomStream& stream) {
  tally_.count_rejected_line(write_line(fields, kind, stream));
}

std::uint64_t MessLines::write_line(std::span<const std::string_view> fields, MessKind kind, RandomStream& stream) {
  const std::size_t before = page_.text.size();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) page_.text += writer_.shape().delimiter;
    page_.text += fields[i];
  }
  writer_.append_line_end(page_.text, stream);
  mess_.count_line(kind);
  return page_.bytes_since(before);
}

void MessLines::write_ragged(RandomStream& stream) {
  // With a delimiter at every end the table is one field wider.
  const std::size_t width = columns_.size() + (writer_.shape().trailing_delimiter ? 1 : 0);
  const bool is_long = stream.percent(50);
  const std::size_t count = is_long ? width + stream.between(1, 3) : stream.between(1, columns_.size() - 1);
  std::vector<std::string_view> fields(count);
  static constexpr std::string_view kWords[] = {"", "0", "1", "LAIN", "17", "TIDAK ADA"};
  for (std::string_view& field : fields) field = stream.pick(kWords);
  fields.front() = "SISA";
  write_refused(fields, MessKind::ragged_rows, stream);
}

void MessLines::write_between(std::uint64_t row) {
  RandomStream stream(seed_, Purpose::mess_lines, 2, row);
  if (mess_.has(MessKind::header_repeated) && row % page_length_ == 0) {
    const std::size_t before = page_.text.size();
    writer_.append_header(page_.text, columns_, stream);
    tally_.count_repeated_header(page_.bytes_since(before));
    mess_.count_line(MessKind::header_repeated);
  }
  // One stands near the top, so that who reads the head can know that there are comments.
  const bool is_first_comment =
      mess_.has(MessKind::comments) && mess_.lines_of(MessKind::comments) == 0 && row % 7 == 6;
  if (is_first_comment || falls_on(MessKind::comments, row, 1500, stream)) {
    std::string words = "# halaman ";
    append_padded(words, row, 1);
    write_other(words, MessKind::comments, stream);
  }
  if (falls_on(MessKind::blank_lines, row, 4000, stream)) {
    static constexpr std::string_view kBlanks[] = {"", "", " ", "    "};
    const std::uint64_t lines = stream.between(1, 3);
    for (std::uint64_t i = 0; i < lines; ++i) write_blank(stream.pick(kBlanks), stream);
    mess_.count_line(MessKind::blank_lines);
  }
  if (falls_on(MessKind::ragged_rows, row, 3000, stream)) write_ragged(stream);
}

void MessLines::write_end() {
  RandomStream stream(seed_, Purpose::mess_lines, 3);
  if (mess_.has(MessKind::footer)) write_footer(stream);
  if (mess_.has(MessKind::second_table)) write_second_table(stream);
}

void MessLines::write_footer(RandomStream& stream) {
  std::string number;
  append_padded(number, rows_, 1);
  // Above a table of two columns a total of two fields would be one of its rows.
  if (stream.percent(50) && !mess_.has(MessKind::second_table)) {
    const std::array<std::string_view, 2> total = {"TOTAL", number};
    write_refused(total, MessKind::footer, stream);
    return;
  }
  const std::array<std::string_view, 1> first = {"Selesai"};
  write_refused(first, MessKind::footer, stream);
  number += " baris";
  const std::array<std::string_view, 1> second = {number};
  write_refused(second, MessKind::footer, stream);
}

/// A table of its own: what its first line names, the others hold.
void MessLines::write_second_table(RandomStream& stream) {
  write_blank("", stream);
  static constexpr std::array<std::string_view, 2> kHead = {"kode", "keterangan"};
  tally_.count_header(write_line(kHead, MessKind::second_table, stream));
  const std::uint64_t lines = stream.between(30, 60);  // fewer could as well be refused
  for (std::uint64_t i = 0; i < lines; ++i) {
    std::string code;
    append_padded(code, i + 1, 2);
    const std::array<std::string_view, 2> fields = {code, i % 2 == 0 ? "AKTIF" : "TIDAK AKTIF"};
    tally_.count_record_of_second_table(write_line(fields, MessKind::second_table, stream));
  }
}

}  // namespace sidik::rehearse
