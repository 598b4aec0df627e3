#include <algorithm>

#include "report/clean.hpp"
#include "report/sayings.hpp"
#include "report/verdict.hpp"

// The titles of the sections: each gives the finding, not the kind of chart.
namespace sidik::report {

std::string ledger_title(const View& view) {
  const std::uint64_t records = view.overview.records;
  if (records == 0) return std::string(view.words.say("ledger.title.none"));
  std::string counted = view.words.count(records, "record");
  const auto& distinct = view.overview.distinct_records;
  if (!distinct) return counted;
  if (*distinct >= records) return view.words.say("ledger.title.all", {counted});
  return view.words.say("ledger.title.distinct", {counted, view.words.number(*distinct)});
}

std::string claims_title(const View& view) {
  const auto& claims = view.document.claims;
  if (claims.empty()) return std::string(view.words.say("none"));
  const findings::Claim& claim = claims.front();
  const std::string claimed = view.words.number(claim.claimed);
  const std::string found = view.words.number(claim.found);
  if (claim.verdict == "refuted") return view.words.say("claims.title.refuted", {claimed, found});
  if (claim.verdict == "supported") return view.words.say("claims.title.supported", {claimed, found});
  return view.words.say("claims.title.not_testable", {claimed});
}

std::string columns_title(const View& view) {
  const Overview& overview = view.overview;
  const std::string recognised = view.words.number(overview.recognised);
  const std::string columns = view.words.count(overview.columns, "column");
  if (overview.checked_filled == 0) return view.words.say("columns.title.unchecked", {recognised, columns});
  const std::string valid = view.words.percent(overview.checked_valid, overview.checked_filled);
  return view.words.say("columns.title", {recognised, columns, valid});
}

std::string coherence_title(const View& view) {
  const findings::Coherence* weakest = nullptr;
  const auto share = [](const findings::Coherence& rule) {
    return static_cast<double>(rule.agree) / static_cast<double>(rule.checked);
  };
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      for (const auto& rule : table.coherence) {
        if (rule.checked > 0 && (weakest == nullptr || share(rule) < share(*weakest))) weakest = &rule;
      }
    }
  }
  if (weakest == nullptr || weakest->agree == weakest->checked)
    return std::string(view.words.say("coherence.title.all"));
  return view.words.say("coherence.title",
                        {rule_in_words(view.words, *weakest), view.words.percent(weakest->agree, weakest->checked)});
}

std::string rejects_title(const View& view) {
  const findings::RejectCount* most = nullptr;
  for (const auto& exhibit : view.document.exhibits) {
    for (const auto& table : exhibit.tables) {
      for (const auto& reject : table.rejects) {
        if (most == nullptr || reject.count > most->count) most = &reject;
      }
    }
  }
  if (most == nullptr || view.overview.rejected == 0) return std::string(view.words.say("rejects.title.none"));
  return view.words.say("rejects.title", {view.words.number(view.overview.rejected),
                                          view.words.number(view.overview.rejected + view.overview.records),
                                          view.words.word("reject", most->reason)});
}

std::string bytes_title(const View& view) {
  const findings::Bytes& bytes = view.overview.bytes;
  const std::uint64_t sum = bytes.header + bytes.records + bytes.rejected + bytes.blank + bytes.other;
  const std::string total = view.words.size(bytes.total);
  if (sum == bytes.total) return view.words.say("bytes.title", {view.words.percent(bytes.records, bytes.total), total});
  const std::uint64_t gap = std::max(sum, bytes.total) - std::min(sum, bytes.total);
  return view.words.say("bytes.title.gap", {view.words.count(gap, "byte"), total});
}

std::string severity_title(const View& view) {
  const auto& severity = view.document.severity;
  if (!severity) return std::string(view.words.say("none"));
  return view.words.say("severity.title",
                        {view.words.word("level", severity->level), view.words.decimal(severity->score, 2)});
}

std::string exhibits_title(const View& view) {
  const std::size_t exhibits = view.document.exhibits.size();
  if (exhibits == 0) return std::string(view.words.say("exhibits.title.none"));
  const std::string counted = view.words.count(exhibits, "exhibit");
  const std::size_t incomplete = view.overview.incomplete.size();
  if (incomplete == 0) return view.words.say("exhibits.title.complete", {counted});
  return view.words.say("exhibits.title.incomplete", {view.words.number(incomplete), counted});
}

}  // namespace sidik::report
