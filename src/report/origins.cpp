#include "report/origins.hpp"

#include <algorithm>

#include "report/clean.hpp"
#include "report/sentences.hpp"

namespace sidik::report {

std::vector<StratumOrigins> origins_by_stratum(const View& view) {
  std::vector<StratumOrigins> out;
  for (const findings::Origin& origin : view.document.origins) {
    if (out.empty() || out.back().stratum != origin.stratum) out.push_back({origin.stratum, {}});
    out.back().origins.push_back(&origin);
  }
  return out;
}

std::string candidate_in_words(const View& view, const findings::Origin& origin) {
  const Words& words = view.words;
  if (origin.candidate == "unknown") return std::string(words.say("origin.unknown"));
  const auto& profiles = words.pack().origins;
  const auto found = std::ranges::find(profiles, origin.candidate, &pack::OriginProfile::id);
  std::string name = cut(clean(origin.candidate), 80);
  if (found != profiles.end()) {
    const auto said = found->says.find(words.language() == Language::indonesian ? "id" : "en");
    if (said != found->says.end()) name = clean(said->second);
  }
  return origin.kind == "archetype" ? words.say("origin.archetype", {name}) : name;
}

std::string support_in_words(const View& view, const findings::Origin& origin) {
  static constexpr std::string_view kAgainst = "against: ";
  const std::string_view support = origin.support;
  const bool is_against = support.starts_with(kAgainst);
  const std::string word = view.words.word("support", is_against ? support.substr(kAgainst.size()) : support);
  return view.words.say(is_against ? PhraseKey("origin.against") : PhraseKey("origin.for"), {clean(word)});
}

std::string evidence_in_words(const View& view, const findings::Evidence& evidence) {
  const std::string says = clean(evidence.says);
  return view.words.word("evidence", clean(evidence.group)) + ": " + translated(view.words, says).value_or(says);
}

std::string exclusion_in_words(const View& view, const findings::Origin& origin) {
  if (origin.never_held.empty() || origin.log10_lr > 0) return {};
  std::vector<std::string> meanings;
  for (const std::string& meaning : origin.never_held) meanings.push_back(view.words.meaning(clean(meaning)));
  return view.words.say("origin.excluded", {candidate_in_words(view, origin),
                                            view.words.number(origin.columns_not_held), view.words.joined(meanings)});
}

std::string ratio_in_words(const View& view, double log10_lr) {
  return (log10_lr < 0 ? "−" : "+") + view.words.decimal(log10_lr < 0 ? -log10_lr : log10_lr, 1);
}

std::string propositions(const View& view, const findings::Origin& best) {
  if (best.candidate == "unknown") return std::string(view.words.say("origin.propositions_unknown"));
  return view.words.say("origin.propositions", {candidate_in_words(view, best)});
}

std::string origins_title(const View& view) {
  const auto strata = origins_by_stratum(view);
  if (strata.empty()) return {};
  const findings::Origin& best = *strata.front().origins.front();
  std::string title = view.words.say("origin.title", {candidate_in_words(view, best), support_in_words(view, best)});
  if (strata.size() > 1) title += " " + view.words.say("origin.more", {view.words.number(strata.size() - 1)});
  return title;
}

}  // namespace sidik::report
