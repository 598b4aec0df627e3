#include <algorithm>

#include "report/clean.hpp"
#include "report/sayings.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostTables = 20;

/// The longest bar: the largest step that counts records or lines, not bytes.
std::uint64_t longest_of(const findings::Document& document) {
  std::uint64_t longest = 0;
  for (const auto& step : document.ledger) {
    if (step.step != "bytes") longest = std::max(longest, step.count);
  }
  return longest;
}

std::string table_name(const findings::Table& table) { return clean(table.name.empty() ? "-" : table.name); }

}  // namespace

void write_ledger(Canvas& canvas, const View& view) {
  const auto& ledger = view.document.ledger;
  if (ledger.empty()) return;
  canvas.heading(view.words.say("heading.ledger"), ledger_title(view));
  static constexpr std::size_t kName = 28;
  std::size_t count_width = 8;
  for (const auto& step : ledger) count_width = std::max(count_width, view.words.number(step.count).size());
  const std::uint64_t longest = longest_of(view.document);
  const std::size_t bar_width = std::min<std::size_t>(40, canvas.width() - kName - count_width - 4);
  for (const auto& step : ledger) {
    const bool is_bytes = step.step == "bytes";
    canvas.line(left(view.words.word("step", step.step), kName) + " " +
                canvas.styled(right(view.words.number(step.count), count_width), Style::strong) + "  " +
                (is_bytes ? "" : bar(step.count, longest, bar_width)));
    canvas.wrapped(definition_in_words(view.words, step), 4, Style::quiet);
  }
}

void write_rejects(Canvas& canvas, const View& view) {
  if (view.overview.rejected == 0) return;
  canvas.heading(view.words.say("heading.rejects"), rejects_title(view));
  std::size_t written = 0;
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      if (table.rejects.empty() || ++written > kMostTables) continue;
      if (view.overview.tables > 1) canvas.wrapped(table_name(table), 2, Style::quiet);
      for (const auto& reject : table.rejects) {
        canvas.line("  " + left(view.words.word("reject", reject.reason), 30) +
                    right(view.words.number(reject.count), 14) + "   " + std::string(view.words.say("rejects.offset")) +
                    " " + view.words.number(reject.first_offset));
      }
    }
  }
  if (written > kMostTables) {
    canvas.wrapped(view.words.say("columns.hidden", {view.words.count(written - kMostTables, "table")}), 2,
                   Style::quiet);
  }
}

void write_coherence(Canvas& canvas, const View& view) {
  std::size_t written = 0;
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      if (table.coherence.empty() || ++written > kMostTables) continue;
      if (written == 1) canvas.heading(view.words.say("heading.coherence"), coherence_title(view));
      if (view.overview.tables > 1) canvas.wrapped(table_name(table), 2, Style::quiet);
      const std::size_t name_width = std::min<std::size_t>(48, canvas.width() - 46);
      for (const auto& rule : table.coherence) {
        canvas.line(left(rule_in_words(view.words, rule), name_width) + " " + bar(rule.agree, rule.checked, 12) + " " +
                    canvas.styled(right(view.words.percent(rule.agree, rule.checked), 8), Style::strong) + " " +
                    view.words.number(rule.agree) + " / " + view.words.number(rule.checked));
      }
    }
  }
  if (written > 0) canvas.wrapped(view.words.say("coherence.note"), 0, Style::quiet);
}

}  // namespace sidik::report
