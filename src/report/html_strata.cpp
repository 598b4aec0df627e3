#include <algorithm>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/origins.hpp"
#include "report/strata.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostStrata = 60;
constexpr std::size_t kMostColumns = 40;
constexpr Ink kInks[] = {Ink::plain, Ink::good, Ink::medium, Ink::high, Ink::low, Ink::very_high, Ink::quiet};

/// The records of the table that a stratum is a part of.
std::uint64_t records_of(const View& view, const findings::Stratum& stratum) {
  std::uint64_t out = 0;
  for (const auto& other : view.document.strata) out += other.table == stratum.table ? other.records : 0;
  return out;
}

/// All strata as one stacked bar by size, then where in the file each of them stands.
std::string strata_chart(const View& view) {
  const auto& strata = view.document.strata;
  Chart chart("c-strata", strata_title(view), view.words.say("strata.describe"));
  double from = 0;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    chart.bar(from, std::min(1.0, from + strata[i].share), 0, 22, kInks[i % std::size(kInks)]);
    from = std::min(1.0, from + strata[i].share);
  }
  double top = 34;
  for (std::size_t i = 0; i < std::min(strata.size(), kMostStrata); ++i, top += 38) {
    const findings::Stratum& stratum = strata[i];
    const auto all = static_cast<double>(std::max<std::uint64_t>(records_of(view, stratum), 1));
    chart.label_left(0, 0.7, top + 14,
                     std::string(view.words.say("strata.source")) + " " + clean(stratum.id) + " · " +
                         place_in_words(view.words, stratum));
    chart.label_right(1, top + 14, share_in_words(view.words, stratum.share));
    chart.bar(0, 1, top + 20, 10, Ink::track);
    for (const auto& block : stratum.blocks) {
      const double first = block.from > 0 ? static_cast<double>(block.from - 1) / all : 0;
      chart.bar(std::min(1.0, first), std::min(1.0, static_cast<double>(block.to) / all), top + 20, 10,
                kInks[i % std::size(kInks)]);
    }
  }
  return chart.finish(top);
}

std::string strata_table(const View& view) {
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  for (const auto& stratum : view.document.strata) {
    if (rows.size() == kMostStrata) break;
    rows.push_back({stratum.id, words.number(stratum.records), persons_in_words(words, stratum),
                    share_in_words(words, stratum.share), words.number(stratum.columns_filled.size()),
                    cut(origin_in_words(view, stratum), 90)});
  }
  return html_table(words.say("heading.strata"),
                    {{std::string(words.say("strata.source"))},
                     {std::string(words.say("step.records")), true},
                     {std::string(words.say("strata.persons")), true},
                     {std::string(words.say("strata.share")), true},
                     {std::string(words.say("strata.columns")), true},
                     {std::string(words.say("strata.origin"))}},
                    rows);
}

std::string writing_table(const View& view, const findings::Stratum& stratum) {
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  for (const auto* column : telling_columns(view, stratum, kMostColumns)) {
    rows.push_back({cut(clean(column->name), 60), writing_in_words(words, column->written_as),
                    share_in_words(words, column->share), column->example_masked});
  }
  if (rows.empty()) return {};
  return html_table(words.say("strata.writing", {clean(stratum.id)}),
                    {{std::string(words.say("strata.column"))},
                     {std::string(words.say("strata.written"))},
                     {std::string(words.say("strata.share")), true},
                     {std::string(words.say("strata.example"))}},
                    rows);
}

/// A row for each trait of each source.
std::string authenticity_table(const View& view) {
  const Words& words = view.words;
  std::string out;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(view.document.strata.size(), kMostStrata); ++i) {
    const findings::Stratum& stratum = view.document.strata[i];
    const std::string says = authenticity_in_words(view, stratum);
    if (says.empty()) continue;
    out += "<li>" + shown(says) + "</li>\n";
    for (const auto& evidence : stratum.authenticity->evidence)
      rows.push_back({stratum.id, ratio_in_words(view, evidence.log10_lr), evidence_in_words(view, evidence)});
  }
  if (rows.empty()) return {};
  return "<ul>\n" + out + "</ul>\n" +
         html_table(words.say("authenticity.title"),
                    {{std::string(words.say("strata.source"))},
                     {std::string(words.say("authenticity.ratio")), true},
                     {std::string(words.say("origin.evidence"))}},
                    rows) +
         html_note(words.say("authenticity.note"));
}

}  // namespace

std::string html_strata(const View& view) {
  const auto& strata = view.document.strata;
  if (strata.empty()) return {};
  std::string markup = strata_chart(view) + strata_table(view);
  for (std::size_t i = 0; strata.size() > 1 && i < std::min(strata.size(), kMostStrata); ++i)
    markup += writing_table(view, strata[i]);
  markup += authenticity_table(view);
  return html_section("strata", view.words.say("heading.strata"), strata_title(view),
                      markup + html_note(view.words.say("strata.note")));
}

}  // namespace sidik::report
