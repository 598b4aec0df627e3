#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "report/origins.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostStrata = 10;
constexpr std::size_t kMostCandidates = 4;
constexpr std::size_t kFewCandidates = 2;
constexpr double kWidest = 8;

/// A bar to the left of the middle speaks against, to the right for.
std::string two_sided(double log10_lr) {
  constexpr std::size_t kHalf = 10;
  const auto size = static_cast<std::uint64_t>(1000 * std::min(1.0, std::abs(log10_lr) / kWidest));
  const auto blocks = static_cast<std::size_t>(std::lround(static_cast<double>(size * kHalf) / 1000));
  std::string out;
  for (std::size_t at = 0; at < kHalf; ++at) out += log10_lr < 0 && at + blocks >= kHalf ? "█" : "·";
  out += "│";
  for (std::size_t at = 0; at < kHalf; ++at) out += log10_lr > 0 && at < blocks ? "█" : "·";
  return out;
}

void write_candidate(Canvas& canvas, const View& view, const findings::Origin& origin) {
  const std::size_t name = canvas.width() - 34;
  canvas.line("  " + left(cut(candidate_in_words(view, origin), name), name) +
              right(ratio_in_words(view, origin.log10_lr), 7) + "  " + two_sided(origin.log10_lr));
}

/// `depth`: in full, or the candidates alone.
enum class Depth { full, candidates };
void write_stratum(Canvas& canvas, const View& view, const StratumOrigins& stratum, bool is_only, Depth depth) {
  const findings::Origin& best = *stratum.origins.front();
  if (!is_only) {
    canvas.wrapped(view.words.say("origin.stratum", {cut(clean(stratum.stratum), 40)}) + ": " +
                       candidate_in_words(view, best) + ", " + support_in_words(view, best),
                   0, Style::strong);
  }
  std::size_t shown = 0;
  for (const findings::Origin* origin : stratum.origins) {
    const std::size_t most = depth == Depth::full ? kMostCandidates : kFewCandidates;
    if (shown++ < most || (depth == Depth::full && origin->candidate == "unknown"))
      write_candidate(canvas, view, *origin);
  }
  if (depth == Depth::candidates) return;
  for (const findings::Evidence& evidence : best.evidence) {
    canvas.wrapped(ratio_in_words(view, evidence.log10_lr) + "  " + evidence_in_words(view, evidence), 4, Style::plain,
                   "  • ");
  }
  for (const findings::Origin* origin : stratum.origins) {
    const std::string excluded = origin->kind == "institution" ? exclusion_in_words(view, *origin) : std::string();
    if (!excluded.empty()) canvas.wrapped(excluded, 4, Style::quiet, "  • ");
  }
  canvas.wrapped(propositions(view, best), 2, Style::quiet);
}

}  // namespace

void write_origins(Canvas& canvas, const View& view) {
  const auto strata = origins_by_stratum(view);
  if (strata.empty()) return;
  canvas.heading(view.words.say("heading.origins"), origins_title(view));
  for (std::size_t at = 0; at < strata.size() && at < kMostStrata; ++at)
    write_stratum(canvas, view, strata[at], strata.size() == 1, at == 0 ? Depth::full : Depth::candidates);
  if (strata.size() > kMostStrata)
    canvas.wrapped(view.words.say("more", {view.words.number(strata.size() - kMostStrata)}), 2, Style::quiet);
  canvas.wrapped(view.words.say("origin.note"), 0, Style::quiet);
  canvas.wrapped(view.words.say("origin.error_rates"), 0, Style::quiet);
}

}  // namespace sidik::report
