#include <algorithm>

#include "report/clean.hpp"
#include "report/faults.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/sayings.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostColumns = 300;
constexpr std::size_t kMostTables = 50;
constexpr double kRow = 24;
constexpr double kBarsFrom = 0.42;
constexpr double kBarsTo = 0.84;

std::string name_of(const Words& words, const findings::Column& column) {
  return column.name.empty() ? std::string(words.say("columns.unnamed")) : column.name;
}

double along(double share) { return kBarsFrom + share * (kBarsTo - kBarsFrom); }

void draw_column(Chart& chart, const View& view, const findings::Column& column, std::uint64_t records, double top) {
  const Words& words = view.words;
  const double filled = share_of(column.filled, records);
  const double valid = share_of(column.checked ? std::min(column.valid, column.filled) : column.filled, records);
  chart.label_left(0, 0.4, top + 14,
                   std::to_string(column.position) + "  " + cut(clean(name_of(words, column)), 18) + "  " +
                       words.meaning(column.meaning));
  chart.bar(along(0), along(1), top + 3, 14, Ink::track);
  chart.bar(along(0), along(valid), top + 3, 14, column.checked ? Ink::good : Ink::plain);
  chart.bar(along(valid), along(filled), top + 3, 14, Ink::fault);
  chart.label_right(1, top + 14, column.checked ? words.percent(column.valid, column.filled) : std::string("-"));
}

std::string column_chart(const View& view, const findings::Table& table, std::size_t number) {
  Chart chart("c-columns-" + std::to_string(number), columns_title(view), view.words.say("columns.describe"));
  double top = 0;
  for (std::size_t at = 0; at < std::min(kMostColumns, table.columns.size()); ++at, top += kRow) {
    draw_column(chart, view, table.columns[at], table.records, top);
  }
  return chart.finish(top);
}

std::string column_table(const View& view, const findings::Table& table, std::string_view caption) {
  const Words& words = view.words;
  const bool is_unmasked = view.document.sidik.unmasked_because.has_value();
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = 0; at < std::min(kMostColumns, table.columns.size()); ++at) {
    const findings::Column& column = table.columns[at];
    const bool is_known = column.meaning != "unknown" && !column.meaning.empty();
    const std::string example =
        column.examples_masked.empty() ? std::string() : safe_example(column.examples_masked.front(), is_unmasked);
    rows.push_back({std::to_string(column.position), cut(clean(name_of(words, column)), 48),
                    words.meaning(column.meaning),
                    is_known ? words.decimal(std::clamp(column.confidence, 0.0, 1.0) * 100, 0) : "-",
                    words.percent_figure(column.filled, table.records),
                    column.checked ? words.percent_figure(column.valid, column.filled) : "-",
                    (column.distinct_exact ? "" : "~") + words.number(column.distinct),
                    words.word("shape", column.shape), faults_in_words(words, column), cut(example, 48)});
  }
  const auto head = [&](PhraseKey key, bool is_number = false) {
    return Heading{std::string(words.say(key)), is_number};
  };
  return html_table(
      caption,
      {head("columns.position", true), head("columns.name"), head("columns.meaning"), head("columns.confidence", true),
       head("columns.filled", true), head("columns.valid", true), head("columns.distinct", true), head("columns.shape"),
       head("columns.faults"), head("columns.example")},
      rows);
}

}  // namespace

std::string html_columns(const View& view) {
  if (view.overview.columns == 0) return {};
  const Words& words = view.words;
  std::string markup = html_legend({{Ink::good, std::string(words.say("legend.valid"))},
                                    {Ink::plain, std::string(words.say("legend.unchecked"))},
                                    {Ink::fault, std::string(words.say("legend.faulty"))},
                                    {Ink::track, std::string(words.say("legend.empty"))}});
  std::size_t number = 0;
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      if (++number > kMostTables) continue;
      const std::string caption =
          words.say("columns.table", {cut(clean(table.name), 60), words.count(table.records, "record"),
                                      words.count(table.columns.size(), "column")});
      if (view.overview.tables > 1) markup += "<h3>" + shown(caption) + "</h3>\n";
      markup += column_chart(view, table, number) + column_table(view, table, caption);
      if (table.columns.size() > kMostColumns) {
        markup += html_note(words.say("columns.hidden", {words.count(table.columns.size() - kMostColumns, "column")}));
      }
    }
  }
  if (number > kMostTables)
    markup += html_note(words.say("columns.hidden", {words.count(number - kMostTables, "table")}));
  return html_section("columns", words.say("heading.columns"), columns_title(view),
                      markup + html_note(words.say("columns.note")));
}

std::string html_coherence(const View& view) {
  const Words& words = view.words;
  std::string markup;
  std::size_t number = 0;
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      if (table.coherence.empty() || ++number > kMostTables) continue;
      if (view.overview.tables > 1) markup += "<h3>" + shown(table.name, 60) + "</h3>\n";
      Chart chart("c-coherence-" + std::to_string(number), coherence_title(view), words.say("coherence.describe"));
      std::vector<std::vector<std::string>> rows;
      double top = 0;
      for (const auto& rule : table.coherence) {
        const std::string says = rule_in_words(words, rule);
        const std::string share = words.percent(rule.agree, rule.checked);
        chart.label_left(0, 0.78, top + 14, says);
        chart.label_right(1, top + 14, share);
        chart.bar(0, 1, top + 20, 10, rule.checked == 0 ? Ink::track : Ink::fault);
        chart.bar(0, share_of(rule.agree, rule.checked), top + 20, 10, Ink::good);
        rows.push_back({rule_at_length(words, rule), words.number(rule.checked), words.number(rule.agree), share});
        top += 40;
      }
      markup += chart.finish(top) + html_table(words.say("heading.coherence"),
                                               {{std::string(words.say("coherence.rule"))},
                                                {std::string(words.say("coherence.checked")), true},
                                                {std::string(words.say("coherence.agree")), true},
                                                {std::string(words.say("coherence.share")), true}},
                                               rows);
    }
  }
  if (markup.empty()) return {};
  return html_section("coherence", words.say("heading.coherence"), coherence_title(view),
                      html_legend({{Ink::good, std::string(words.say("coherence.agree"))},
                                   {Ink::fault, std::string(words.say("coherence.disagree"))}}) +
                          markup + html_note(words.say("coherence.note")));
}

}  // namespace sidik::report
