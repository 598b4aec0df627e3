#include "report/strata.hpp"

#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "report/origins.hpp"

namespace sidik::report {
namespace {

/// The words of one part of a writing: a shape, and what follows it.
std::string part_in_words(const Words& words, std::string_view part) {
  const std::size_t blank = part.find(' ');
  const std::string_view head = part.substr(0, blank);
  if (head == "code") return std::string(words.say("written.code"));
  std::string out = words.word("shape", head);
  if (blank == std::string_view::npos) return out;
  const std::string_view rest = part.substr(blank + 1);
  if (rest == "day first") return out + ", " + std::string(words.say("written.day_first"));
  if (rest == "month first") return out + ", " + std::string(words.say("written.month_first"));
  if (rest == "year first") return out + ", " + std::string(words.say("written.year_first"));
  return out + " " + std::string(rest);
}

/// Below this a ratio tells nothing either way; from the other on it may stand in a verdict.
constexpr double kLeastTold = 0.3;
constexpr double kLeastSaid = 1;

}  // namespace

std::string strata_title(const View& view) {
  const std::size_t count = view.document.strata.size();
  return count == 1 ? std::string(view.words.say("strata.one"))
                    : view.words.say("strata.many", {view.words.number(count)});
}

std::string place_in_words(const Words& words, const findings::Stratum& stratum) {
  if (stratum.blocks.empty()) return {};
  if (stratum.blocks.size() > 1) return words.say("strata.stretches", {words.number(stratum.blocks.size())});
  const auto& block = stratum.blocks.front();
  return words.say("strata.stretch", {words.number(block.from), words.number(block.to)});
}

std::string origin_in_words(const View& view, const findings::Stratum& stratum) {
  const auto found = std::ranges::find_if(view.document.origins, [&](const findings::Origin& origin) {
    return origin.stratum == stratum.id && stratum.origin && origin.candidate == *stratum.origin;
  });
  if (found == view.document.origins.end()) return std::string(view.words.say("strata.no_origin"));
  return ratio_in_words(view, found->log10_lr) + " " + candidate_in_words(view, *found);
}

std::string authenticity_in_words(const View& view, const findings::Stratum& stratum) {
  if (!stratum.authenticity) return {};
  const findings::Authenticity& said = *stratum.authenticity;
  const std::string ratio = ratio_in_words(view, said.log10_lr);
  if (std::abs(said.log10_lr) < kLeastTold) return view.words.say("authenticity.open", {clean(stratum.id), ratio});
  static constexpr std::string_view kAgainst = "against: ";
  std::string_view support = said.support;
  if (support.starts_with(kAgainst)) support.remove_prefix(kAgainst.size());
  return view.words.say(said.log10_lr > 0 ? PhraseKey("authenticity.real") : PhraseKey("authenticity.made"),
                        {clean(stratum.id), clean(view.words.word("support", support)), ratio});
}

std::uint64_t records_made_up(const findings::Document& document) {
  std::uint64_t records = 0;
  for (const auto& stratum : document.strata)
    records += stratum.authenticity && stratum.authenticity->log10_lr <= -kLeastSaid ? stratum.records : 0;
  return records;
}

std::string persons_in_words(const Words& words, const findings::Stratum& stratum) {
  return stratum.persons ? words.number(*stratum.persons) : "–";
}

std::string writing_in_words(const Words& words, std::string_view written_as) {
  const std::size_t comma = written_as.find(", ");
  std::string out = part_in_words(words, written_as.substr(0, comma));
  if (comma != std::string_view::npos) out += ": " + part_in_words(words, written_as.substr(comma + 2));
  return clean(out);
}

std::vector<const findings::StratumWriting*> telling_columns(const View& view, const findings::Stratum& stratum,
                                                             std::size_t most) {
  const auto& all = view.document.strata;
  const auto first =
      std::ranges::find_if(all, [&](const findings::Stratum& other) { return other.table == stratum.table; });
  std::vector<const findings::StratumWriting*> out;
  for (const auto& writing : stratum.signature) {
    if (out.size() == most) break;
    if (first != all.end() && &*first != &stratum) {
      const auto same = std::ranges::find_if(first->signature, [&](const findings::StratumWriting& other) {
        return other.position == writing.position && other.written_as == writing.written_as;
      });
      if (same != first->signature.end()) continue;
    }
    out.push_back(&writing);
  }
  return out;
}

}  // namespace sidik::report
