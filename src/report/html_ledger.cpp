#include <algorithm>

#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/sayings.hpp"

namespace sidik::report {
namespace {

constexpr double kRow = 46;

/// A step of the waterfall: what stays begins at 0, what falls away hangs where the bar above ends.
struct Fall {
  std::string name;
  std::uint64_t from;
  std::uint64_t to;
  std::uint64_t count;
  Ink ink;
};

std::vector<Fall> falls_of(const View& view) {
  const Words& words = view.words;
  std::vector<Fall> falls;
  const std::uint64_t records = view.overview.records;
  const std::uint64_t all = records + view.overview.rejected;
  falls.push_back({words.word("step", "records_and_rejects"), 0, all, all, Ink::plain});
  if (all > records)
    falls.push_back({std::string(words.say("ledger.rejects")), records, all, all - records, Ink::fault});
  if (const auto& distinct = view.overview.distinct_records; distinct && *distinct < records) {
    falls.push_back({words.word("step", "exact_duplicates"), *distinct, records, records - *distinct, Ink::quiet});
  }
  bool is_after = false;
  for (const auto& step : view.document.ledger) {
    is_after = is_after || step.step == "distinct_records";
    if (is_after) falls.push_back({words.word("step", step.step), 0, step.count, step.count, Ink::good});
  }
  return falls;
}

std::string waterfall(const View& view, std::string_view title) {
  const auto falls = falls_of(view);
  const std::uint64_t all = std::max<std::uint64_t>(falls.front().to, 1);
  Chart chart("c-ledger", title, view.words.say("ledger.describe"));
  double top = 0;
  for (std::size_t at = 0; at < falls.size(); ++at) {
    const Fall& fall = falls[at];
    const bool is_lost = fall.ink == Ink::fault || fall.ink == Ink::quiet;
    chart.label_left(0, 0.6, top + 14, (is_lost ? "− " : "") + fall.name);
    chart.label_right(1, top + 14, view.words.number(fall.count));
    chart.bar(0, 1, top + 21, 14, Ink::track);
    chart.bar(share_of(fall.from, all), share_of(fall.to, all), top + 21, 14, fall.ink);
    if (at + 1 < falls.size() && (is_lost || falls[at + 1].from > 0)) {
      chart.drop(share_of(is_lost ? fall.from : fall.to, all), top + 35, top + kRow + 21);
    }
    top += kRow;
  }
  return chart.finish(top);
}

}  // namespace

std::string html_ledger(const View& view) {
  if (view.document.ledger.empty()) return {};
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  rows.reserve(view.document.ledger.size());
  for (const auto& step : view.document.ledger) {
    rows.push_back({words.word("step", step.step), words.number(step.count), definition_in_words(words, step)});
  }
  const std::string title = ledger_title(view);
  const std::string chart = view.overview.records + view.overview.rejected > 0 ? waterfall(view, title) : std::string();
  return html_section("ledger", words.say("heading.ledger"), title,
                      chart + html_table(words.say("heading.ledger"),
                                         {{std::string(words.say("ledger.step"))},
                                          {std::string(words.say("ledger.count")), true},
                                          {std::string(words.say("ledger.defined_as"))}},
                                         rows));
}

std::string html_bytes(const View& view) {
  const findings::Bytes& bytes = view.overview.bytes;
  if (bytes.total == 0) return {};
  const Words& words = view.words;
  struct Kind {
    std::string_view name;
    std::uint64_t count;
    Ink ink;
  };
  const Kind kinds[] = {{words.say("bytes.header"), bytes.header, Ink::plain},
                        {words.say("bytes.records"), bytes.records, Ink::good},
                        {words.say("bytes.rejected"), bytes.rejected, Ink::fault},
                        {words.say("bytes.blank"), bytes.blank, Ink::quiet},
                        {words.say("bytes.other"), bytes.other, Ink::medium}};
  const std::string title = bytes_title(view);
  Chart chart("c-bytes", title, words.say("bytes.describe"));
  chart.bar(0, 1, 0, 26, Ink::track);
  std::vector<std::vector<std::string>> rows;
  std::vector<std::pair<Ink, std::string>> legend;
  std::uint64_t before = 0;
  for (const Kind& kind : kinds) {
    chart.bar(share_of(before, bytes.total), share_of(before + kind.count, bytes.total), 0, 26, kind.ink);
    before += kind.count;
    rows.push_back({std::string(kind.name), words.number(kind.count), words.percent(kind.count, bytes.total)});
    if (kind.count > 0) legend.emplace_back(kind.ink, kind.name);
  }
  rows.push_back(
      {std::string(words.say("bytes.total")), words.number(bytes.total), words.percent(bytes.total, bytes.total)});
  return html_section("bytes", words.say("heading.bytes"), title,
                      chart.finish(28) + html_legend(legend) +
                          html_table(words.say("bytes.note"),
                                     {{std::string(words.say("bytes.kind"))},
                                      {std::string(words.say("bytes.count")), true},
                                      {std::string(words.say("bytes.share")), true}},
                                     rows));
}

std::string html_rejects(const View& view) {
  if (view.overview.rejected == 0) return {};
  static constexpr std::size_t kMostRows = 400;
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  std::size_t hidden = 0;
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      for (const auto& reject : table.rejects) {
        if (rows.size() == kMostRows) {
          ++hidden;
          continue;
        }
        rows.push_back({words.word("reject", reject.reason), words.number(reject.count),
                        words.number(reject.first_offset), table.name});
      }
    }
  }
  return html_section(
      "rejects", words.say("heading.rejects"), rejects_title(view),
      html_table(words.say("heading.rejects"),
                 {{std::string(words.say("rejects.reason"))},
                  {std::string(words.say("rejects.count")), true},
                  {std::string(words.say("rejects.offset")), true},
                  {std::string(words.say("rejects.table"))}},
                 rows) +
          (hidden > 0 ? html_note(words.say("columns.hidden", {words.number(hidden)})) : std::string()));
}

}  // namespace sidik::report
