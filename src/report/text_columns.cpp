#include <algorithm>

#include "report/clean.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostTables = 20;

/// Cells of each column of the table: the widths of names and meanings share what the figures leave.
struct Layout {
  explicit Layout(std::size_t width) {
    constexpr std::size_t kFigures = 4 + 8 + 9 + 8 + 12 + 1;
    shape = width >= 96 ? 15 : 0;
    const std::size_t rest = width - kFigures - shape;
    name = std::min<std::size_t>(26, rest * 9 / 20);
    meaning = std::min<std::size_t>(34, rest - name - 1);
  }
  std::size_t name;
  std::size_t meaning;
  std::size_t shape;
};

std::string column_row(const Layout& layout, const std::string (&field)[8]) {
  std::string row = right(field[0], 3) + " " + left(field[1], layout.name) + " " + left(field[2], layout.meaning) +
                    right(field[3], 8) + right(field[4], 9) + right(field[5], 8) + right(field[6], 12);
  if (layout.shape > 0) row += "  " + left(field[7], layout.shape - 2);
  return row;
}

std::string faults_of(const Words& words, const findings::Column& column) {
  std::vector<std::pair<std::uint64_t, std::string>> faults;
  for (const auto& [fault, count] : column.faults) faults.emplace_back(count, words.word("fault", fault));
  std::stable_sort(faults.begin(), faults.end(), [](const auto& left, const auto& right) { return left.first > right.first; });
  std::string text;
  for (const auto& [count, fault] : faults) text += (text.empty() ? "" : "; ") + fault + " " + words.number(count);
  return text;
}

void write_column(Canvas& canvas, const View& view, const Layout& layout, const findings::Column& column, std::uint64_t records) {
  const Words& words = view.words;
  const std::string name = column.name.empty() ? std::string(words.say("columns.unnamed")) : clean(column.name);
  const bool is_known = column.meaning != "unknown" && !column.meaning.empty();
  const auto sure = static_cast<std::uint64_t>(std::clamp(column.confidence, 0.0, 1.0) * 100 + 0.5);
  const std::string distinct = (column.distinct_exact ? "" : "~") + words.number(column.distinct);
  canvas.line(column_row(layout, {std::to_string(column.position), name, words.meaning(column.meaning),
                                  is_known ? words.number(sure) : "-", words.percent_figure(column.filled, records),
                                  column.checked ? words.percent_figure(column.valid, column.filled) : "-", distinct,
                                  words.word("shape", column.shape)}));
  std::string notes;
  if (!column.examples_masked.empty()) {
    const bool is_unmasked = view.document.sidik.unmasked_because.has_value();
    notes = std::string(words.say("columns.example_short")) + " " +
            cut(safe_example(column.examples_masked.front(), is_unmasked), 40);
  }
  if (const std::string faults = faults_of(words, column); !faults.empty()) notes += (notes.empty() ? "" : "   ") + faults;
  if (!notes.empty()) canvas.wrapped(notes, 6, Style::quiet);
}

void write_table(Canvas& canvas, const View& view, const findings::Table& table) {
  const Words& words = view.words;
  if (view.overview.tables > 1) {
    canvas.line();
    canvas.wrapped(words.say("columns.table", {cut(clean(table.name), 60), words.count(table.records, "record"),
                                               words.count(table.columns.size(), "column")}), 0);
  }
  const Layout layout(canvas.width());
  const auto head = [&](PhraseKey key) { return std::string(words.say(key)); };
  canvas.line(canvas.styled(
      column_row(layout, {head("columns.position"), head("columns.name"), head("columns.meaning"), head("columns.confidence"),
                          head("columns.filled"), head("columns.valid"), head("columns.distinct"), head("columns.shape")}),
      Style::quiet));
  std::size_t written = 0;
  for (const auto& column : table.columns) {
    if (++written > kMostColumns) break;
    write_column(canvas, view, layout, column, table.records);
  }
  if (table.columns.size() > kMostColumns) {
    canvas.wrapped(words.say("columns.hidden", {words.count(table.columns.size() - kMostColumns, "column")}), 4, Style::quiet);
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
    canvas.wrapped(view.words.say("columns.hidden", {view.words.count(written - kMostTables, "table")}), 2, Style::quiet);
  }
  canvas.wrapped(view.words.say("columns.note"), 0, Style::quiet);
}

}  // namespace sidik::report
