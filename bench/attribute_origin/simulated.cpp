#include "simulated.hpp"

#include <memory>

#include "identify/meaning.hpp"
#include "origin/facts_gatherer.hpp"

namespace sidik::bench {
namespace {

constexpr int kReferenceYear = 2026;

origin::StratumFacts facts_of(const rehearse::ProfileLeak& leak, const identify::MeaningReader& reader,
                              const pack::Pack& pack) {
  std::vector<identify::ColumnSample> samples;
  for (std::size_t c = 0; c < leak.headers.size(); ++c) {
    identify::ColumnSample sample{leak.headers[c], {}};
    for (const auto& row : leak.rows) {
      if (!row[c].empty()) sample.values.emplace_back(row[c]);
    }
    samples.push_back(std::move(sample));
  }
  std::vector<std::string> meanings;
  for (const auto& decided : reader.decide(samples)) meanings.push_back(decided.meaning);
  origin::FactsGatherer gatherer(leak.headers, meanings, pack);
  std::vector<std::string_view> record;
  for (const auto& row : leak.rows) {
    record.assign(row.begin(), row.end());
    gatherer.add(record);
  }
  return gatherer.finish();
}

}  // namespace

std::vector<Attributed> attribute_leaks(const pack::Pack& pack, rehearse::LeakNoise noise, std::uint64_t first_seed,
                                        std::uint64_t last_seed) {
  const identify::MeaningReader reader(pack, kReferenceYear);
  const rehearse::ProfileLeaker leaker(pack, pack.origins);
  const origin::Attribution all(pack.origins);
  std::vector<Attributed> out;
  for (std::size_t p = 0; p < pack.origins.size(); ++p) {
    auto others = pack.origins;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(p));
    const origin::Attribution rest(others);
    for (std::uint64_t seed = first_seed; seed <= last_seed; ++seed) {
      const auto facts = facts_of(leaker.leak(pack.origins[p], noise, seed), reader, pack);
      out.push_back({p, all.ratios_of(facts), rest.ratios_of(facts)});
    }
  }
  return out;
}

}  // namespace sidik::bench
