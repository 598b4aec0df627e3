#include <algorithm>
#include <map>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/overlaps.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostFields = 30;
constexpr double kRow = 26;
constexpr double kBarsFrom = 0.3;
constexpr double kBarsTo = 0.86;

/// What is recycled, published and new, a bar for rows and each kind of value.
std::string novelty_chart(const View& view) {
  const Words& words = view.words;
  Chart chart("c-novelty", overlaps_title(view), words.say("overlap.describe"));
  double top = 0;
  for (std::size_t i = 0; i < std::min(view.document.novelty.size(), kMostFields); ++i, top += kRow) {
    const findings::Novelty& novelty = view.document.novelty[i];
    chart.label_left(0, kBarsFrom - 0.01, top + 15, field_in_words(view, novelty.field));
    double from = kBarsFrom;
    for (const auto& [count, ink] :
         {std::pair{novelty.recycled, Ink::fault}, {novelty.published, Ink::quiet}, {novelty.fresh, Ink::good}}) {
      const double to = from + share_of(count, novelty.total) * (kBarsTo - kBarsFrom);
      if (count > 0) chart.bar(from, std::min(to, kBarsTo), top + 3, 16, ink);
      from = to;
    }
    chart.label_right(1, top + 15, words.number(novelty.total));
  }
  return html_legend({{Ink::fault, std::string(words.say("overlap.recycled"))},
                      {Ink::quiet, std::string(words.say("overlap.published"))},
                      {Ink::good, std::string(words.say("overlap.fresh"))}}) +
         chart.finish(top);
}

/// Files across, what was compared down: the share of the dump that each of them holds.
std::string matrix(const View& view) {
  constexpr std::size_t kMostFiles = 12;
  const Words& words = view.words;
  std::vector<std::string> files;
  std::vector<std::string> fields;
  std::map<std::pair<std::string, std::string>, const findings::Overlap*> cells;
  const auto note = [](std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  for (const auto& overlap : view.document.overlaps) {
    note(files, overlap.with);
    note(fields, overlap.field);
    cells[{overlap.field, overlap.with}] = &overlap;
  }
  if (files.size() > kMostFiles) files.resize(kMostFiles);
  std::vector<Heading> head{{std::string(words.say("overlap.what"))}};
  for (const auto& file : files) head.push_back({cut(clean(file), 40), true});
  std::vector<std::vector<std::string>> rows;
  for (std::size_t f = 0; f < std::min(fields.size(), kMostFields); ++f) {
    auto& row = rows.emplace_back(std::vector<std::string>{field_in_words(view, fields[f])});
    for (const auto& file : files) {
      const auto found = cells.find({fields[f], file});
      row.push_back(found == cells.end() ? std::string("–") : share_in_words(words, found->second->share_here));
    }
  }
  return html_table(words.say("overlap.matrix"), head, rows);
}

std::string overlap_table(const View& view) {
  constexpr std::size_t kMostRows = 200;
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  for (const auto& overlap : view.document.overlaps) {
    if (rows.size() == kMostRows) break;
    rows.push_back({cut(clean(overlap.with), 60), words.word("overlap.kind", overlap.kind),
                    compared_in_words(view, overlap), words.number(overlap.shared),
                    share_in_words(words, overlap.share_here), share_in_words(words, overlap.share_there),
                    words.number(overlap.new_here)});
  }
  return html_table(words.say("heading.overlaps"),
                    {{std::string(words.say("overlap.with"))},
                     {std::string(words.say("overlap.kind"))},
                     {std::string(words.say("overlap.what"))},
                     {std::string(words.say("overlap.shared")), true},
                     {std::string(words.say("overlap.of_dump")), true},
                     {std::string(words.say("overlap.of_other")), true},
                     {std::string(words.say("overlap.new")), true}},
                    rows);
}

std::string strata_seen(const View& view) {
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  for (const auto& stratum : view.document.strata) {
    for (const auto& seen : stratum.seen_in) {
      rows.push_back({stratum.id, cut(clean(seen.with), 60), words.word("overlap.kind", seen.kind),
                      words.number(seen.records), words.percent(seen.records, stratum.records)});
    }
  }
  if (rows.empty() || view.document.strata.size() < 2) return {};
  return html_table(words.say("overlap.by_source"),
                    {{std::string(words.say("strata.source"))},
                     {std::string(words.say("overlap.with"))},
                     {std::string(words.say("overlap.kind"))},
                     {std::string(words.say("overlap.shared")), true},
                     {std::string(words.say("strata.share")), true}},
                    rows);
}

}  // namespace

std::string html_overlaps(const View& view) {
  if (view.document.overlaps.empty()) return {};
  return html_section("overlaps", view.words.say("heading.overlaps"), overlaps_title(view),
                      novelty_chart(view) + matrix(view) + overlap_table(view) + strata_seen(view) +
                          html_note(view.words.say("overlap.note")));
}

}  // namespace sidik::report
