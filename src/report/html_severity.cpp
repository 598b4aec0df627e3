#include <fmt/format.h>

#include <algorithm>

#include "report/clean.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/sayings.hpp"

namespace sidik::report {
namespace {

constexpr double kHighestScore = 6;
constexpr std::size_t kMostLines = 200;

std::string gauge(const View& view, const findings::Severity& severity) {
  struct Band {
    const char* level;
    double from;
    double to;
    Ink ink;
  };
  static constexpr Band kBands[] = {{"low", 0, 2, Ink::low},
                                    {"medium", 2, 3, Ink::medium},
                                    {"high", 3, 4, Ink::high},
                                    {"very high", 4, kHighestScore, Ink::very_high}};
  Chart chart("c-severity", severity_title(view), view.words.say("severity.describe"));
  for (const Band& band : kBands) {
    chart.bar(band.from / kHighestScore, band.to / kHighestScore, 34, 20, band.ink);
    chart.label_middle((band.from + band.to) / 2 / kHighestScore, 72, view.words.word("level", band.level));
    if (band.from > 0) chart.label_middle(band.from / kHighestScore, 90, view.words.decimal(band.from, 0));
  }
  const double at = std::clamp(severity.score / kHighestScore, 0.0, 1.0);
  chart.label_middle(std::clamp(at, 0.05, 0.95), 16, view.words.decimal(severity.score, 2));
  chart.pointer(at, 32);
  return chart.finish(96);
}

std::string factors(const View& view, const findings::Severity& severity) {
  struct Factor {
    std::string_view name;
    double value;
    double highest;
  };
  const Words& words = view.words;
  const Factor all[] = {{words.say("severity.dpc"), severity.dpc, 4},
                        {words.say("severity.ei"), severity.ei, 1},
                        {words.say("severity.cb"), severity.cb, 2}};
  const std::string formula =
      fmt::format("DPC {} × EI {} + CB {} = {}", words.decimal(severity.dpc, 2), words.decimal(severity.ei, 2),
                  words.decimal(severity.cb, 2), words.decimal(severity.score, 2));
  Chart chart("c-factors", formula, words.say("severity.describe_factors"));
  double top = 0;
  for (const Factor& factor : all) {
    chart.label_left(0, 0.85, top + 14, factor.name);
    chart.label_right(1, top + 14, words.decimal(factor.value, 2));
    chart.bar(0, 1, top + 20, 10, Ink::track);
    chart.bar(0, factor.value / factor.highest, top + 20, 10, Ink::plain);
    top += 40;
  }
  return chart.finish(top) + html_note(formula);
}

std::string bullets(const std::vector<std::string>& texts) {
  std::string out = "<ul>\n";
  for (const auto& text : texts) out += "<li>" + shown(text) + "</li>\n";
  return out + "</ul>\n";
}

std::string exhibit_card(const View& view, const findings::Exhibit& exhibit) {
  const Words& words = view.words;
  std::string out =
      fmt::format("<div class=\"exhibit\"><p><b><bdi>{}</bdi></b> · {}</p>\n<p><code>sha256 {}</code></p>\n",
                  shown(exhibit.path, 200), shown(words.count(exhibit.bytes, "byte")), shown(exhibit.sha256));
  if (!exhibit.complete) {
    out += fmt::format("<p class=\"bad-text\">{}</p>\n",
                       shown(words.say("exhibits.incomplete", {incomplete_because(words, exhibit)})));
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& table : exhibit.tables) {
    if (rows.size() == kMostLines) break;
    rows.push_back({cut(clean(table.name), 80), words.number(table.records), words.number(table.rejected),
                    reading_in_words(words, table)});
  }
  if (!rows.empty()) {
    out += html_table(words.say("exhibits.read_as"),
                      {{std::string(words.say("exhibits.table"))},
                       {std::string(words.say("step.records")), true},
                       {std::string(words.say("ledger.rejects")), true},
                       {std::string(words.say("exhibits.read_as"))}},
                      rows);
  }
  rows.clear();
  for (const auto& skipped : exhibit.skipped) {
    if (rows.size() == kMostLines) break;
    rows.push_back({cut(clean(skipped.name), 80), words.number(skipped.bytes), skip_in_words(words, skipped.reason)});
  }
  if (!rows.empty()) {
    out += html_table(words.say("heading.skipped"),
                      {{std::string(words.say("exhibits.path"))},
                       {std::string(words.say("exhibits.bytes")), true},
                       {std::string(words.say("rejects.reason"))}},
                      rows);
  }
  return out + "</div>\n";
}

}  // namespace

std::string html_severity(const View& view) {
  const auto& severity = view.document.severity;
  if (!severity) return {};
  const Words& words = view.words;
  std::vector<std::string> reasons;
  for (const auto& because : severity->because) reasons.push_back(reason_in_words(words, because));
  for (const auto& flag : severity->flags) {
    reasons.push_back(std::string(words.say("severity.flags")) + ": " + flag_in_words(words, flag));
  }
  return html_section("severity", std::string(words.say("heading.severity")) + " · " + clean(severity->method),
                      severity_title(view),
                      gauge(view, *severity) + factors(view, *severity) +
                          (reasons.empty() ? std::string() : bullets(reasons)) + html_note(words.say("severity.note")));
}

std::string html_exhibits(const View& view) {
  std::string markup;
  for (const auto& exhibit : view.document.exhibits) markup += exhibit_card(view, exhibit);
  return html_section("exhibits", view.words.say("heading.exhibits"), exhibits_title(view), markup);
}

}  // namespace sidik::report
