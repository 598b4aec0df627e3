#include "ingest/xlsx/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ingest/dialect/header_guess.hpp"
#include "ingest/text_arena.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

constexpr std::size_t kHeadRows = 300;
constexpr std::size_t kHeadBytes = std::size_t{4} << 20;
constexpr std::size_t kHeadCells = std::size_t{1} << 20;
constexpr std::size_t kBatchBytes = std::size_t{4} << 20;
constexpr std::size_t kBatchCells = std::size_t{1} << 20;

/// How deep the elements of a sheet lie: worksheet, sheetData, row, c, v or is.
enum Depth : std::size_t { sheet_data = 2, row = 3, cell = 4, value = 5 };

/// The column of a reference such as C5, from 0; nothing when it has no letters or too many.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < reference.size() && letters < 6; ++letters) {
    const char c = reference[letters];
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  if (letters == 0 || letters == 6) return std::nullopt;
  return column - 1;
}

/// A row before it is known where the table begins.
struct HeadRow {
  std::vector<std::string> fields;
  table::ByteSpan span;
  std::size_t filled = 0;
};

class SheetReader final : public XmlVisitor {
 public:
  SheetReader(const XlsxContext& workbook, TableInfo info, const ReadOptions& options, RecordSink& sink,
              ReadProgress& progress)
      : workbook_(workbook), options_(options), writer_(sink, std::move(info), progress), progress_(progress) {}

  Status on_start(std::string_view name, XmlAttributes attributes, std::uint64_t begin) override {
    ++depth_;
    if (depth_ == Depth::sheet_data) {
      is_in_data_ = name == "sheetData";
      if (is_in_data_) rest_begin_ = begin;
    }
    if (!is_in_data_) return {};
    if (depth_ == Depth::row) {
      is_in_row_ = name == "row";
      if (is_in_row_) start_row(begin);
    } else if (depth_ == Depth::cell && is_in_row_) {
      is_in_cell_ = name == "c";
      if (is_in_cell_) start_cell(attributes);
    } else if (depth_ == Depth::value && is_in_cell_) {
      is_in_value_ = name == "v";
      is_in_inline_ = name == "is";
    } else if (is_in_inline_) {
      runs_.on_start(name);
    }
    return {};
  }

  Status on_text(std::string_view text) override {
    if (!is_in_value_ && !(is_in_inline_ && runs_.takes_text())) return {};
    row_bytes_ += text.size();
    if (row_bytes_ > progress_.context.limits.record_bytes)
      fault_ = RejectReason::record_too_long;
    else
      text_ += text;
    return {};
  }

  Status on_end(std::string_view name, std::uint64_t end) override {
    const std::size_t depth = depth_--;
    if (!is_in_data_) return {};
    if (depth > Depth::value && is_in_inline_) runs_.on_end(name);
    if (depth == Depth::value) is_in_value_ = is_in_inline_ = false;
    if (depth == Depth::cell && std::exchange(is_in_cell_, false)) end_cell();
    if (depth == Depth::sheet_data) is_in_data_ = false;
    if (depth != Depth::row || !std::exchange(is_in_row_, false)) return {};
    rest_begin_ = end;
    return end_row({ByteOffset(row_begin_), ByteCount(end - row_begin_)});
  }

  bool goes_on() override { return !progress_.context.is_cancelled(); }

  Result<bool> finish(const XmlEnd& end) {
    if (!is_decided_) SIDIK_CHECK(decide());
    const std::uint64_t rest = is_in_row_ ? row_begin_ : rest_begin_;
    if (!end.damage.empty() && is_in_data_ && end.bytes > rest)
      SIDIK_CHECK(writer_.reject(RejectReason::record_damaged, {ByteOffset(rest), ByteCount(end.bytes - rest)}));
    auto& account = writer_.account();
    account.total_bytes = end.bytes;
    account.other_bytes =
        end.bytes - account.header_bytes - account.record_bytes - account.rejected_bytes - account.blank_bytes;
    // By chance one number in ten ends in a zero; where most do, a spreadsheet made them so.
    for (std::size_t c = 0; c < rounded_.size(); ++c)
      account.rounded_numbers.push_back(rounded_[c] * 2 > long_[c] ? rounded_[c] : 0);
    return writer_.finish();
  }

 private:
  void start_row(std::uint64_t begin) {
    row_begin_ = begin;
    row_bytes_ = 0;
    next_column_ = 0;
    fields_.clear();
    fault_.reset();
  }

  void start_cell(XmlAttributes attributes) {
    column_ = column_of(value_of(attributes, "r")).value_or(next_column_);
    next_column_ = column_ + 1;
    type_ = value_of(attributes, "t");
    const auto style = value_of(attributes, "s");
    style_ = 0;
    (void)std::from_chars(style.data(), style.data() + style.size(), style_);
    text_.clear();
  }

  void end_cell() {
    if (text_.empty() || fault_) return;
    if (column_ >= progress_.context.limits.columns) {
      fault_ = RejectReason::too_many_fields;
      return;
    }
    const std::string_view shown = show_cell();
    if (shown.empty()) return;
    if (fields_.size() <= column_) fields_.resize(column_ + 1);
    fields_[column_] = shown;
  }

  /// The value of the cell, in the arena or among the shared texts.
  std::string_view show_cell() {
    if (type_ == "s") {
      std::size_t index = 0;
      const auto end = std::from_chars(text_.data(), text_.data() + text_.size(), index);
      if (end.ec == std::errc() && index < workbook_.strings.size()) return workbook_.strings[index];
      fault_ = RejectReason::record_damaged;
      return {};
    }
    if (type_ == "b") return text_ == "1" || text_ == "true" ? "TRUE" : "FALSE";
    if (type_.empty() || type_ == "n") {
      const std::string shown = number_in_words(text_, workbook_.styles.format(style_), workbook_.since_1904);
      note_long_number(shown);
      return arena_.keep(shown);
    }
    if (type_ != "e" && type_ != "d") unescape_xstring(text_);
    return arena_.keep(text_);
  }

  void note_long_number(std::string_view shown) {
    const LongNumber kind = long_number(shown);
    if (kind == LongNumber::no) return;
    if (long_.size() <= column_) {
      long_.resize(column_ + 1);
      rounded_.resize(column_ + 1);
    }
    ++long_[column_];
    rounded_[column_] += kind == LongNumber::rounded ? 1 : 0;
  }

  Status end_row(table::ByteSpan span) {
    if (fault_) return writer_.reject(*fault_, span);
    if (fields_.empty()) {
      writer_.account().blank_bytes += span.length.value;
      return {};
    }
    if (is_decided_) {
      SIDIK_CHECK(add(fields_, span));
      return is_batch_full() ? flush() : Status{};
    }
    HeadRow row{{fields_.begin(), fields_.end()}, span, 0};
    row.filled = static_cast<std::size_t>(std::ranges::count_if(fields_, [](auto field) { return !field.empty(); }));
    head_cells_ += fields_.size();
    head_bytes_ += row_bytes_;
    head_.push_back(std::move(row));
    arena_.reset();
    const bool is_enough = head_.size() == kHeadRows || head_cells_ > kHeadCells || head_bytes_ > kHeadBytes;
    return is_enough ? decide() : Status{};
  }

  /// Decides from the first rows where the table begins and whether it has a header, and passes them on.
  Status decide() {
    is_decided_ = true;
    const std::size_t preamble = preamble_rows();
    std::vector<std::vector<std::string>> rows;
    std::size_t width = 0;
    for (std::size_t r = preamble; r < head_.size(); ++r) width = std::max(width, head_[r].fields.size());
    for (std::size_t r = preamble; r < head_.size(); ++r) {
      rows.push_back(head_[r].fields);
      rows.back().resize(width);
    }
    if (rows.empty()) return {};
    auto& info = writer_.info();
    const HeaderGuess guess =
        options_.header ? HeaderGuess{*options_.header, true} : guess_header(rows, options_.is_header_word);
    info.has_header = guess.is_header;
    info.header_is_sure = guess.is_sure;
    info.header_by = options_.header ? Decider::user : Decider::guessed;
    for (std::size_t c = 0; c < width; ++c) writer_.add_column(guess.is_header ? rows.front()[c] : std::string());
    std::vector<std::string_view> fields;
    for (std::size_t r = preamble; r < head_.size(); ++r) {
      if (guess.is_header && r == preamble) {
        writer_.account().header_bytes = head_[r].span.length.value;
        continue;
      }
      fields.assign(head_[r].fields.begin(), head_[r].fields.end());
      SIDIK_CHECK(add(fields, head_[r].span));
    }
    SIDIK_CHECK(writer_.flush());
    head_ = {};
    return {};
  }

  /// Rows with a title or a note stand above a table of three columns and more: they fill at most half of it.
  [[nodiscard]] std::size_t preamble_rows() const {
    if (options_.skip_lines) return std::min<std::size_t>(*options_.skip_lines, head_.size());
    std::vector<std::size_t> filled;
    for (const auto& row : head_) filled.push_back(row.filled);
    if (filled.empty()) return 0;
    std::ranges::nth_element(filled, filled.begin() + static_cast<std::ptrdiff_t>(filled.size() / 2));
    const std::size_t usual = filled[filled.size() / 2];
    std::size_t rows = 0;
    while (usual >= 3 && rows < head_.size() && head_[rows].filled * 2 <= usual) ++rows;
    return rows;
  }

  Status add(const std::vector<std::string_view>& fields, table::ByteSpan span) {
    if (fields.size() > writer_.info().columns.size()) {
      SIDIK_CHECK(writer_.flush());  // an empty batch widens for nothing
      while (writer_.info().columns.size() < fields.size()) writer_.add_column({});
    }
    writer_.add(fields, span);
    return {};
  }

  [[nodiscard]] bool is_batch_full() {
    return writer_.is_full() || arena_.held() > kBatchBytes ||
           writer_.batch().records() * writer_.info().columns.size() >= kBatchCells;
  }
  Status flush() {
    SIDIK_CHECK(writer_.flush());
    arena_.reset();
    return {};
  }

  const XlsxContext& workbook_;
  const ReadOptions& options_;
  TableWriter writer_;
  ReadProgress& progress_;

  std::size_t depth_ = 0;
  bool is_in_data_ = false;
  bool is_in_row_ = false;
  bool is_in_cell_ = false;
  bool is_in_value_ = false;
  bool is_in_inline_ = false;
  XlsxRuns runs_;
  std::uint64_t rest_begin_ = 0;  ///< behind the last whole row

  std::uint64_t row_begin_ = 0;
  std::uint64_t row_bytes_ = 0;
  std::size_t next_column_ = 0;
  std::vector<std::string_view> fields_;
  std::optional<RejectReason> fault_;

  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string text_;

  TextArena arena_;
  bool is_decided_ = false;
  std::vector<HeadRow> head_;
  std::size_t head_cells_ = 0;
  std::uint64_t head_bytes_ = 0;
  std::vector<std::uint64_t> long_;
  std::vector<std::uint64_t> rounded_;
};

}  // namespace

Result<bool> read_sheet(ByteSource& part, const XlsxContext& workbook, TableInfo info, const ReadOptions& options,
                        RecordSink& sink, ReadProgress& progress, std::string& cut_because) {
  SheetReader reader(workbook, std::move(info), options, sink, progress);
  SIDIK_TRY(const XmlEnd end, read_xml(part, reader));
  cut_because = part.cut_because().empty() ? end.damage : part.cut_because();
  return reader.finish(end);
}

}  // namespace sidik::ingest
