#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/origins.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostStrata = 20;
constexpr std::size_t kMostCandidates = 6;
constexpr double kWidest = 8;
constexpr double kRow = 40;

/// Where a log10 LR stands between -kWidest and +kWidest.
double across(double log10_lr) { return std::clamp(0.5 + log10_lr / (2 * kWidest), 0.0, 1.0); }

void add_bar(Chart& chart, double log10_lr, double top) {
  chart.bar(0, 1, top, 12, Ink::track);
  if (log10_lr >= 0)
    chart.bar(0.5, across(log10_lr), top, 12, Ink::good);
  else
    chart.bar(across(log10_lr), 0.5, top, 12, Ink::fault);
}

std::string candidates_chart(const View& view, const StratumOrigins& stratum, std::size_t number) {
  Chart chart(fmt::format("c-origin-{}", number), view.words.say("heading.origins"), view.words.say("origin.describe"));
  double top = 0;
  std::size_t shown = 0;
  for (const findings::Origin* origin : stratum.origins) {
    if (shown++ >= kMostCandidates && origin->candidate != "unknown") continue;
    chart.label_left(0, 0.85, top + 14, candidate_in_words(view, *origin));
    chart.label_right(1, top + 14, ratio_in_words(view, origin->log10_lr));
    add_bar(chart, origin->log10_lr, top + 20);
    top += kRow;
  }
  chart.drop(0.5, 16, top);
  return chart.finish(top);
}

std::string evidence_chart(const View& view, const findings::Origin& best, std::size_t number) {
  Chart chart(fmt::format("c-evidence-{}", number), view.words.say("origin.evidence"),
              view.words.say("origin.describe"));
  double top = 0;
  for (const findings::Evidence& evidence : best.evidence) {
    chart.label_left(0, 0.88, top + 14, evidence_in_words(view, evidence), true);
    chart.label_right(1, top + 14, ratio_in_words(view, evidence.log10_lr));
    add_bar(chart, evidence.log10_lr, top + 20);
    top += kRow;
  }
  chart.drop(0.5, 16, top);
  return chart.finish(top);
}

std::string stratum_markup(const View& view, const StratumOrigins& stratum, std::size_t number, bool is_only) {
  const findings::Origin& best = *stratum.origins.front();
  std::string out;
  if (!is_only) {
    out +=
        fmt::format("<h3>{}</h3>\n", shown(view.words.say("origin.stratum", {cut(clean(stratum.stratum), 40)}) + ": " +
                                           candidate_in_words(view, best) + ", " + support_in_words(view, best)));
  }
  out += candidates_chart(view, stratum, number);
  out += html_note(view.words.say("origin.evidence_for", {candidate_in_words(view, best)}));
  out += evidence_chart(view, best, number);
  std::string excluded;
  for (const findings::Origin* origin : stratum.origins) {
    const std::string says = origin->kind == "institution" ? exclusion_in_words(view, *origin) : std::string();
    if (!says.empty()) excluded += "<li>" + shown(says) + "</li>\n";
  }
  if (!excluded.empty()) out += "<ul>\n" + excluded + "</ul>\n";
  return out + html_note(propositions(view, best));
}

}  // namespace

std::string html_origins(const View& view) {
  const auto strata = origins_by_stratum(view);
  if (strata.empty()) return {};
  std::string markup = html_legend({{Ink::good, std::string(view.words.say("origin.speaks_for"))},
                                    {Ink::fault, std::string(view.words.say("origin.speaks_against"))}});
  for (std::size_t at = 0; at < strata.size() && at < kMostStrata; ++at)
    markup += stratum_markup(view, strata[at], at + 1, strata.size() == 1);
  markup += html_note(view.words.say("origin.note")) + html_note(view.words.say("origin.error_rates"));
  return html_section("origins", view.words.say("heading.origins"), origins_title(view), markup);
}

}  // namespace sidik::report
