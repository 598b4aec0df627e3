#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "report/faults.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostTables = 20;

/// Cells of each column of the table: names take what they need up to a bound, meanings the rest.
struct Layout {
  Layout(std::size_t width, std::size_t longest_name) {
    static constexpr std::size_t kFigures = 4 + 8 + 9 + 8 + 12 + 1;
    shape = width >= 96 ? 15 : 0;
    const std::size_t rest = width - kFigures - shape;
    name = std::clamp<std::size_t>(longest_name, 6, std::min<std::size_t>(26, rest * 9 / 20));
    meaning = std::min<std::size_t>(34, rest - name - 1);
  }
  std::size_t name;
  std::size_t meaning;
  std::size_t shape;
};

std::string name_of(const Words& words, const findings::Column& column) {
  return column.name.empty() ? std::string(words.say("columns.unnamed")) : clean(column.name);
}

std::string column_row(const Layout& layout, const std::string (&field)[8]) {
  std::string row = right(field[0], 3) + " " + left(field[1], layout.name) + " " + left(field[2], layout.meaning) +
                    right(field[3], 8) + right(field[4], 9) + right(field[5], 8) + right(field[6], 12);
  if (layout.shape > 0) row += "  " + left(field[7], layout.shape - 2);
  return row;
}

/// A masked example that tells something: longer than two places.
std::string example_of(const View& view, const findings::Column& column) {
  const bool is_unmasked = view.document.sidik.unmasked_because.has_value();
  for (const auto& example : column.examples_masked) {
    std::string safe = safe_example(example, is_unmasked);
    if (cells(safe) > 2) return cut(safe, 40);
  }
  return {};
}

void write_column(Canvas& canvas, const View& view, const Layout& layout, const findings::Column& column,
                  std::uint64_t records) {
  const Words& words = view.words;
  const bool is_known = column.meaning != "unknown" && !column.meaning.empty();
  const auto sure = static_cast<std::uint64_t>(std::lround(std::clamp(column.confidence, 0.0, 1.0) * 100));
  const std::string distinct = (column.distinct_exact ? "" : "~") + words.number(column.distinct);
  canvas.line(
      column_row(layout, {std::to_string(column.position), name_of(words, column), words.meaning(column.meaning),
                          is_known ? words.number(sure) : "-", words.percent_figure(column.filled, records),
                          column.checked ? words.percent_figure(column.valid, column.filled) : "-", distinct,
                          words.word("shape", column.shape)}));
  std::string notes = faults_in_words(words, column);
  if (const std::string example = example_of(view, column); !example.empty()) {
    notes = std::string(words.say("columns.example_short")) + " " + example + (notes.empty() ? "" : " · ") + notes;
  }
  if (!notes.empty()) canvas.wrapped(notes, 6, Style::quiet);
}

void write_table(Canvas& canvas, const View& view, const findings::Table& table) {
  const Words& words = view.words;
  if (view.overview.tables > 1) {
    canvas.line();
    canvas.wrapped(words.say("columns.table", {cut(clean(table.name), 60), words.count(table.records, "record"),
                                               words.count(table.columns.size(), "column")}),
                   0);
  }
  std::size_t longest = cells(words.say("columns.name"));
  for (const auto& column : table.columns) longest = std::max(longest, cells(name_of(words, column)));
  const Layout layout(canvas.width(), longest);
  const auto head = [&](PhraseKey key) { return std::string(words.say(key)); };
  canvas.line(canvas.styled(
      column_row(layout,
                 {head("columns.position"), head("columns.name"), head("columns.meaning"), head("columns.confidence"),
                  head("columns.filled"), head("columns.valid"), head("columns.distinct"), head("columns.shape")}),
      Style::quiet));
  std::size_t written = 0;
  for (const auto& column : table.columns) {
    if (++written > kMostColumns) break;
    write_column(canvas, view, layout, column, table.records);
  }
  if (table.columns.size() > kMostColumns) {
    canvas.wrapped(words.say("columns.hidden", {words.count(table.columns.size() - kMostColumns, "column")}), 4,
                   Style::quiet);
  }
}

}  // namespace

void write_columns(Canvas& canvas, const View& view) {
  if (view.overview.columns == 0) return;
  canvas.heading(view.words.say("heading.columns"), columns_title(view));
  std::size_t written = 0;
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      if (++written <= kMostTables) write_table(canvas, view, table);
    }
  }
  if (written > kMostTables) {
    canvas.wrapped(view.words.say("columns.hidden", {view.words.count(written - kMostTables, "table")}), 2,
                   Style::quiet);
  }
  canvas.wrapped(view.words.say("columns.note"), 0, Style::quiet);
}

}  // namespace sidik::report
