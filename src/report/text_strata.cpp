#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/origins.hpp"
#include "report/strata.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostStrata = 20;
constexpr std::size_t kMostColumns = 5;

void write_row(Canvas& canvas, const View& view, const findings::Stratum& stratum) {
  const Words& words = view.words;
  const auto share = static_cast<std::uint64_t>(std::clamp(stratum.share, 0.0, 1.0) * 1000);
  constexpr std::size_t kBeforeOrigin = 60;
  canvas.line("  " + left(clean(stratum.id), 6) + right(words.number(stratum.records), 12) +
              right(persons_in_words(words, stratum), 12) + right(share_in_words(words, stratum.share), 8) + "  " +
              bar(share, 1000, 10) + right(words.number(stratum.columns_filled.size()), 5) + "  " +
              cut(origin_in_words(view, stratum), canvas.width() - kBeforeOrigin));
}

void write_writing(Canvas& canvas, const View& view, const findings::Stratum& stratum) {
  const auto columns = telling_columns(view, stratum, kMostColumns);
  if (columns.empty()) return;
  const std::string place = place_in_words(view.words, stratum);
  std::string text = view.words.say("strata.writing", {clean(stratum.id)}) +
                     (place.empty() ? std::string() : " (" + place + ")") + ": ";
  for (const auto* column : columns) {
    if (column != columns.front()) text += "; ";
    text += cut(clean(column->name), 24) + " " + writing_in_words(view.words, column->written_as);
    if (!column->example_masked.empty()) text += " (" + cut(clean(column->example_masked), 24) + ")";
  }
  canvas.wrapped(text, 4, Style::quiet, "  • ");
}

}  // namespace

void write_strata(Canvas& canvas, const View& view) {
  const auto& strata = view.document.strata;
  if (strata.empty()) return;
  const Words& words = view.words;
  canvas.heading(words.say("heading.strata"), strata_title(view));
  canvas.line(canvas.styled("  " + left(words.say("strata.source"), 6) + right(words.say("step.records"), 12) +
                                right(words.say("strata.persons"), 12) + right(words.say("strata.share"), 8) + "  " +
                                right(words.say("strata.columns_short"), 15) + "  " +
                                std::string(words.say("strata.origin")),
                            Style::quiet));
  for (std::size_t i = 0; i < std::min(strata.size(), kMostStrata); ++i) write_row(canvas, view, strata[i]);
  if (strata.size() > kMostStrata)
    canvas.wrapped(words.say("more", {words.number(strata.size() - kMostStrata)}), 2, Style::quiet);
  for (std::size_t i = 0; strata.size() > 1 && i < std::min(strata.size(), kMostStrata); ++i)
    write_writing(canvas, view, strata[i]);
  bool is_judged = false;
  for (std::size_t i = 0; i < std::min(strata.size(), kMostStrata); ++i) {
    const std::string says = authenticity_in_words(view, strata[i]);
    if (says.empty()) continue;
    is_judged = true;
    canvas.wrapped(says, 2);
    // What speaks against a real register is what a reader must see.
    for (const auto& evidence : strata[i].authenticity->evidence) {
      if (evidence.log10_lr < 0)
        canvas.wrapped(ratio_in_words(view, evidence.log10_lr) + "  " + evidence_in_words(view, evidence), 6,
                       Style::quiet, "    • ");
    }
  }
  if (is_judged) canvas.wrapped(words.say("authenticity.note"), 0, Style::quiet);
  canvas.wrapped(words.say("strata.note"), 0, Style::quiet);
}

}  // namespace sidik::report
