#include "report/verdict.hpp"

#include <algorithm>

#include "report/clean.hpp"
#include "report/copies.hpp"
#include "report/figures.hpp"
#include "report/origins.hpp"
#include "report/overlaps.hpp"
#include "report/sayings.hpp"
#include "report/strata.hpp"
#include "report/windows.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMeaningsNamed = 7;

void say_incomplete(const View& view, std::vector<Sentence>& out) {
  const auto& incomplete = view.overview.incomplete;
  if (incomplete.empty()) return;
  if (incomplete.size() > 1) {
    out.push_back({Tone::bad, view.words.say("verdict.incomplete_many", {view.words.number(incomplete.size())})});
    return;
  }
  const findings::Exhibit& exhibit = *incomplete.front();
  out.push_back({Tone::bad, view.words.say("verdict.incomplete", {cut(clean(exhibit.path), kLongestName),
                                                                  incomplete_because(view.words, exhibit)})});
}

std::string how_many(const View& view) {
  const Words& words = view.words;
  const std::uint64_t records = view.overview.records;
  const std::string counted = words.count(records, "record");
  const auto& distinct = view.overview.distinct_records;
  std::string text;
  if (!distinct) {
    text = words.say("verdict.records", {counted});
  } else if (*distinct >= records) {
    text = words.say("verdict.all_distinct", {counted});
  } else {
    const bool is_most = *distinct >= records - records / 10;
    text = words.say(is_most ? PhraseKey("verdict.most_distinct") : PhraseKey("verdict.some_distinct"),
                     {counted, words.number(*distinct), words.percent(*distinct, records)});
  }
  if (const auto& ids = view.overview.distinct_national_ids; ids && *ids > 0) {
    text += " " + words.say("verdict.national_ids", {words.count(*ids, "national_id")});
  }
  if (view.document.people && view.document.people->persons) {
    const findings::Estimate& persons = *view.document.people->persons;
    text += " " + words.say("verdict.persons", {words.number(whole(persons.value)), words.number(whole(persons.low)),
                                                words.number(whole(persons.high))});
  }
  return text;
}

void say_claims(const View& view, std::vector<Sentence>& out) {
  for (const auto& claim : view.document.claims) {
    if (claim.subject != "sample") continue;
    const std::string claimed = view.words.number(claim.claimed);
    if (claim.verdict == "supported") out.push_back({Tone::calm, view.words.say("verdict.claim.supported", {claimed})});
    if (claim.verdict == "refuted") out.push_back({Tone::bad, view.words.say("verdict.claim.refuted", {claimed})});
    if (claim.verdict == "not_testable") {
      out.push_back({Tone::warning, view.words.say("verdict.claim.not_testable", {claimed})});
    }
  }
}

std::string what_kind(const View& view) {
  const Overview& overview = view.overview;
  const Words& words = view.words;
  if (overview.meanings.empty()) return std::string(words.say("verdict.not_personal"));
  std::vector<std::string> named;
  for (const auto& meaning : overview.meanings) {
    if (named.size() == kMeaningsNamed) break;
    named.push_back(words.meaning(meaning));
  }
  const std::size_t others = overview.meanings.size() - named.size();
  std::string list;
  if (others > 0) {
    for (const auto& name : named) list += (list.empty() ? "" : ", ") + name;
    list += " " + words.say("more", {words.number(others)});
  } else {
    list = words.joined(named);
  }
  std::string text = words.say("verdict.personal", {list});
  if (overview.checked_filled > 0) {
    text += " " + words.say("verdict.valid", {words.percent(overview.checked_valid, overview.checked_filled)});
  }
  return text;
}

/// What speaks strongly enough to stand in a verdict: ENFSI's moderately strong support.
constexpr double kLeastSaid = 2;

/// Of several sources the one whose origin is best known; of one source its origin.
std::string whose(const View& view) {
  const Words& words = view.words;
  const auto& strata = view.document.strata;
  std::string text;
  if (strata.size() > 1) text = words.say("verdict.sources", {words.number(strata.size())});
  if (view.document.origins.empty()) return text;
  const findings::Origin& best = view.document.origins.front();
  const auto stratum = std::ranges::find(strata, best.stratum, &findings::Stratum::id);
  if (best.log10_lr < kLeastSaid || best.candidate == "unknown" || stratum == strata.end()) return text;
  if (!text.empty()) text += " ";
  const std::string records = words.number(stratum->records);
  const std::string name = candidate_in_words(view, best);
  const std::string support = support_in_words(view, best);
  const std::string ratio = ratio_in_words(view, best.log10_lr);
  return text + (stratum->persons
                     ? words.say("verdict.origin", {records, words.number(*stratum->persons), name, support, ratio})
                     : words.say("verdict.origin_records", {records, name, support, ratio}));
}

}  // namespace

Tone tone_of_level(std::string_view level) {
  if (level == "high" || level == "very high") return Tone::bad;
  return level == "medium" ? Tone::warning : Tone::calm;
}

Tone tone_of_claim(std::string_view verdict) {
  if (verdict == "refuted") return Tone::bad;
  return verdict == "supported" ? Tone::calm : Tone::warning;
}

std::vector<Sentence> verdict_of(const View& view) {
  std::vector<Sentence> out;
  const Words& words = view.words;
  say_incomplete(view, out);
  if (const auto& reason = view.document.sidik.unmasked_because) {
    out.push_back({Tone::bad, words.say("verdict.unmasked", {cut(clean(*reason), 200)})});
  }
  if (view.overview.tables == 0) {
    out.push_back({Tone::warning, std::string(words.say("verdict.nothing"))});
    return out;
  }
  out.push_back({Tone::calm, how_many(view)});
  say_claims(view, out);
  out.push_back({Tone::calm, what_kind(view)});
  if (const std::string text = whose(view); !text.empty()) out.push_back({Tone::calm, text});
  if (const std::string taken = windows_title(view, dated_strata(view)); !taken.empty())
    out.push_back({Tone::calm, taken + "."});
  if (const std::string seen = overlaps_title(view); !seen.empty()) out.push_back({Tone::calm, seen + "."});
  if (const std::string copy = copies_title(view); !copy.empty())
    out.push_back({view.document.copies->verdict == "named" ? Tone::bad : Tone::calm, copy + "."});
  if (const std::uint64_t made_up = records_made_up(view.document); made_up > 0)
    out.push_back({Tone::warning, words.say("verdict.made_up", {words.number(made_up)})});
  if (const auto& severity = view.document.severity) {
    out.push_back({tone_of_level(severity->level),
                   words.say("verdict.severity", {words.word("level", severity->level),
                                                  words.decimal(severity->score, 2), clean(severity->method)})});
  }
  if (const std::size_t alarms = view.document.alarms.size(); alarms > 0) {
    out.push_back({Tone::warning, words.say("verdict.alarms", {words.count(alarms, "alarm")})});
  }
  return out;
}

}  // namespace sidik::report
