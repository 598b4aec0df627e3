#include "engine/origin_part.hpp"

#include <algorithm>

#include "origin/attribution.hpp"
#include "origin/facts_gatherer.hpp"

namespace sidik::engine {
namespace {

constexpr std::uint64_t kLeastRecords = 20;
constexpr std::ptrdiff_t kLeastMeanings = 2;
constexpr std::size_t kMostTables = 20;
constexpr std::size_t kMostShown = 8;

bool can_be_attributed(const origin::StratumFacts& facts) {
  const auto known =
      std::ranges::count_if(facts.columns, [](const auto& column) { return column.meaning != "unknown"; });
  return facts.records >= kLeastRecords && known >= kLeastMeanings;
}

}  // namespace

origin::StratumFacts gather_facts(const std::vector<std::string>& names,
                                  const std::vector<identify::ColumnMeaning>& meanings, const HeadBuffer& seen,
                                  const pack::Pack& pack) {
  std::vector<std::string> words;
  words.reserve(meanings.size());
  for (const auto& meaning : meanings) words.push_back(meaning.meaning);
  origin::FactsGatherer gatherer(names, std::move(words), pack);
  // Evenly from all that was seen: a dump may hold one origin behind the other.
  const std::size_t step = std::max<std::size_t>(1, seen.records() / origin::FactsGatherer::kMostRecords);
  std::size_t at = 0;
  for (const auto& batch : seen.batches()) {
    for (std::size_t r = 0; r < batch.records(); ++r) {
      if (at++ % step == 0) gatherer.add(batch.record(r));
    }
  }
  return gatherer.finish();
}

void complete_facts(origin::StratumFacts& facts, const findings::Table& table) {
  facts.records = table.records;
  const auto place_of = [&](std::string_view meaning) {
    const auto found = std::ranges::find(facts.columns, meaning, &origin::ColumnFacts::meaning);
    return static_cast<std::size_t>(found - facts.columns.begin());
  };
  for (const auto& rule : table.coherence) {
    if (rule.rule != "head_card_exists" || rule.checked == 0) continue;
    const double share = static_cast<double>(rule.agree) / static_cast<double>(rule.checked);
    facts.links.push_back({origin::ColumnLink::Kind::refers, place_of("id.member_head"), place_of("id.member"), share});
  }
}

std::vector<findings::Origin> attribute_tables(std::span<origin::StratumFacts> facts, const pack::Pack& pack) {
  const origin::Attribution attribution(pack.origins);
  std::vector<findings::Origin> out;
  std::size_t attributed = 0;
  for (std::size_t t = 0; t < facts.size() && attributed < kMostTables; ++t) {
    if (!can_be_attributed(facts[t])) continue;
    ++attributed;
    facts[t].id = std::to_string(t + 1);
    std::size_t place = 0;
    for (findings::Origin& origin : attribution.origins_of(facts[t])) {
      if (++place <= kMostShown || origin.kind != "archetype") out.push_back(std::move(origin));
    }
  }
  return out;
}

}  // namespace sidik::engine
