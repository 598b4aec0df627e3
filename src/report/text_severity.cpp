#include <algorithm>

#include "report/clean.hpp"
#include "report/sayings.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostLines = 20;
constexpr double kHighestScore = 6;

/// A figure between 0 and `highest` as a bar.
std::string scale_bar(double value, double highest, std::size_t width) {
  const double share = std::clamp(value / highest, 0.0, 1.0);
  return bar(static_cast<std::uint64_t>(share * 1000), 1000, width);
}

void write_factor(Canvas& canvas, const View& view, std::string_view name, double value, double highest) {
  canvas.line("  " + left(name, 48) + right(view.words.decimal(value, 2), 6) + "  " + scale_bar(value, highest, 16));
}

void write_tables_of(Canvas& canvas, const View& view, const findings::Exhibit& exhibit) {
  const Words& words = view.words;
  std::size_t written = 0;
  for (const auto& table : exhibit.tables) {
    if (++written > kMostLines) break;
    canvas.wrapped(cut(clean(table.name), 60) + ": " + reading_in_words(words, table), 4, Style::quiet);
  }
  written = 0;
  for (const auto& skipped : exhibit.skipped) {
    if (++written > kMostLines) break;
    canvas.wrapped(std::string(words.say("heading.skipped")) + ": " +
                       words.say("exhibits.skipped", {cut(clean(skipped.name), 60), words.size(skipped.bytes),
                                                      skip_in_words(words, skipped.reason)}),
                   4, Style::warning);
  }
  const std::size_t hidden = exhibit.skipped.size() + exhibit.tables.size() -
                             std::min(kMostLines, exhibit.skipped.size()) - std::min(kMostLines, exhibit.tables.size());
  if (hidden > 0) canvas.wrapped(words.say("columns.hidden", {words.number(hidden)}), 4, Style::quiet);
}

}  // namespace

void write_severity(Canvas& canvas, const View& view) {
  const auto& severity = view.document.severity;
  if (!severity) return;
  const Words& words = view.words;
  canvas.heading(words.say("heading.severity"), severity_title(view) + " (" + clean(severity->method) + ")");
  write_factor(canvas, view, words.say("severity.dpc"), severity->dpc, 4);
  write_factor(canvas, view, words.say("severity.ei"), severity->ei, 1);
  write_factor(canvas, view, words.say("severity.cb"), severity->cb, 2);
  canvas.line("  " + left("DPC × EI + CB", 48) +
              canvas.styled(right(words.decimal(severity->score, 2), 6), Style::strong) + "  " +
              scale_bar(severity->score, kHighestScore, 16));
  for (const auto& because : severity->because)
    canvas.wrapped(reason_in_words(words, because), 4, Style::plain, "  • ");
  for (const auto& flag : severity->flags) {
    canvas.wrapped(std::string(words.say("severity.flags")) + ": " + flag_in_words(words, flag), 4, Style::plain,
                   "  • ");
  }
  canvas.wrapped(words.say("severity.note"), 0, Style::quiet);
}

void write_exhibits(Canvas& canvas, const View& view) {
  const Words& words = view.words;
  canvas.heading(words.say("heading.exhibits"), exhibits_title(view));
  for (const auto& exhibit : view.document.exhibits) {
    canvas.wrapped(cut(clean(exhibit.path), 200) + "  " + words.count(exhibit.bytes, "byte"), 2);
    canvas.wrapped("sha256 " + clean(exhibit.sha256), 4, Style::quiet);
    if (!exhibit.complete) {
      canvas.wrapped(words.say("exhibits.incomplete", {incomplete_because(words, exhibit)}), 4, Style::bad);
    }
    write_tables_of(canvas, view, exhibit);
  }
}

void write_run(Canvas& canvas, const View& view) {
  const findings::Run& run = view.document.sidik;
  canvas.line();
  canvas.wrapped(view.words.say("run.line", {clean(run.version), clean(run.command), clean(run.started),
                                             view.words.seconds(run.seconds), view.words.size(run.peak_rss_bytes)}),
                 0, Style::quiet);
}

}  // namespace sidik::report
