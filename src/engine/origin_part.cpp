#include "engine/origin_part.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "origin/attribution.hpp"
#include "origin/authenticity.hpp"
#include "origin/extraction_window.hpp"
#include "origin/facts_gatherer.hpp"

namespace sidik::engine {
namespace {

constexpr std::uint64_t kLeastRecords = 20;
constexpr std::ptrdiff_t kLeastMeanings = 2;
constexpr std::size_t kMostStrata = 40;
constexpr std::size_t kMostShown = 8;
/// Values that decide on a meaning.
constexpr std::size_t kSampledValues = 3000;
/// A stratum fills nearly all columns of a table when it fills this share of them, each in some of its records.
constexpr double kNearlyAll = 0.9;
constexpr double kIsFilled = 0.01;

bool can_be_attributed(const origin::StratumFacts& facts) {
  const auto known =
      std::ranges::count_if(facts.columns, [](const auto& column) { return column.meaning != "unknown"; });
  return facts.records >= kLeastRecords && known >= kLeastMeanings;
}

using Rows = std::vector<const origin::RowSample::Row*>;

/// The rows of each stratum, evenly no more than facts are gathered from: a dump may hold one origin behind the other.
std::vector<Rows> rows_by_stratum(const origin::RowSample& sample, const origin::Strata& strata) {
  std::vector<Rows> out(strata.strata.size());
  for (const auto* row : sample.sorted()) {
    if (row->signature < strata.stratum_of_signature.size())
      out[strata.stratum_of_signature[row->signature]].push_back(row);
  }
  for (Rows& rows : out) {
    constexpr std::size_t kMost = origin::FactsGatherer::kMostRecords;
    const std::size_t step = std::max<std::size_t>(1, (rows.size() + kMost - 1) / kMost);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < rows.size(); at += step) rows[kept++] = rows[at];
    rows.resize(kept);
  }
  return out;
}

using Stamps = std::vector<const origin::StampSample::Field*>;

/// The stamps of each stratum, in the order of their records.
std::vector<Stamps> stamps_by_stratum(const origin::StampSample& sample, const origin::Strata& strata) {
  std::vector<Stamps> out(strata.strata.size());
  for (const auto& field : sample.fields()) {
    if (field.signature < strata.stratum_of_signature.size())
      out[strata.stratum_of_signature[field.signature]].push_back(&field);
  }
  for (Stamps& stamps : out) std::ranges::sort(stamps, {}, [](const auto* field) { return field->record; });
  return out;
}

std::vector<std::string> words_of(const std::vector<identify::ColumnMeaning>& meanings) {
  std::vector<std::string> words;
  words.reserve(meanings.size());
  for (const auto& meaning : meanings) words.push_back(meaning.meaning);
  return words;
}

std::vector<identify::ColumnMeaning> decide_meanings(const Rows& rows, const std::vector<std::string>& names,
                                                     const identify::MeaningReader& reader) {
  std::vector<identify::ColumnSample> samples(names.size());
  for (std::size_t c = 0; c < samples.size(); ++c) {
    samples[c].header = names[c];
    for (const auto* row : rows) {
      if (samples[c].values.size() >= kSampledValues) break;
      if (const auto field = row->field(c); !field.empty()) samples[c].values.push_back(field);
    }
  }
  return reader.decide(samples);
}

StratumReading read_stratum(const Rows& rows, const Stamps& stamps, std::uint64_t records, const TableColumns& columns,
                            bool is_only, const FactSources& sources) {
  auto meanings = is_only ? columns.meanings : decide_meanings(rows, columns.names, sources.meanings);
  meanings.resize(columns.names.size());
  const double share = static_cast<double>(rows.size()) / static_cast<double>(std::max<std::uint64_t>(records, 1));
  StratumReading out;
  out.authenticity =
      origin::judge_authenticity({rows, columns.names, meanings, share}, sources.pack, sources.reference_year);
  out.window = origin::find_window({rows, columns.names, meanings, share}, stamps, sources.pack, sources.today);
  origin::FactsGatherer gatherer(columns.names, words_of(meanings), sources.pack);
  std::vector<std::string_view> fields;
  for (const auto* row : rows) {
    fields.clear();
    for (std::size_t c = 0; c < row->columns(); ++c) fields.push_back(row->field(c));
    gatherer.add(fields);
  }
  out.facts = gatherer.finish();
  out.facts.records = records;
  // What a stratum leaves empty means what it means where others fill it.
  for (std::size_t c = 0; c < out.facts.columns.size() && c < columns.meanings.size(); ++c) {
    if (out.facts.columns[c].filled < kIsFilled) out.facts.columns[c].meaning = columns.meanings[c].meaning;
  }
  return out;
}

/// Whether a stratum fills nearly all columns that any stratum fills.
std::vector<bool> fill_nearly_all(const std::vector<StratumReading>& read) {
  const std::size_t columns = read.empty() ? 0 : read.front().facts.columns.size();
  std::vector<std::size_t> filled(read.size(), 0);
  std::size_t any = 0;
  for (std::size_t c = 0; c < columns; ++c) {
    bool is_filled = false;
    for (std::size_t k = 0; k < read.size(); ++k) {
      if (read[k].facts.columns[c].filled < kIsFilled) continue;
      ++filled[k];
      is_filled = true;
    }
    any += is_filled ? 1 : 0;
  }
  std::vector<bool> out;
  for (const std::size_t count : filled)
    out.push_back(static_cast<double>(count) >= kNearlyAll * static_cast<double>(any));
  return out;
}

}  // namespace

std::vector<StratumReading> read_strata(const origin::RowSample& rows, const origin::StampSample& stamps,
                                        const origin::Strata& strata, const TableColumns& columns,
                                        const FactSources& sources) {
  const auto by_stratum = rows_by_stratum(rows, strata);
  const auto stamps_of = stamps_by_stratum(stamps, strata);
  std::vector<StratumReading> out(by_stratum.size());
  for (std::size_t k = 0; k < by_stratum.size(); ++k) {
    sources.crew.submit([&, k](std::size_t) {
      out[k] =
          read_stratum(by_stratum[k], stamps_of[k], strata.strata[k].records, columns, by_stratum.size() == 1, sources);
    });
  }
  sources.crew.wait();
  if (out.size() == 1) return out;
  const auto nearly_all = fill_nearly_all(out);
  const bool has_owner = std::ranges::count(nearly_all, true) == 1;
  for (std::size_t k = 0; k < out.size(); ++k) {
    out[k].facts.is_beside_others = true;
    out[k].facts.names_are_its_own = has_owner && nearly_all[k];
  }
  return out;
}

void complete_facts(std::span<origin::StratumFacts> facts, const findings::Table& table) {
  if (facts.size() != 1) return;
  origin::StratumFacts& only = facts.front();
  only.records = table.records;
  const auto place_of = [&](std::string_view meaning) {
    const auto found = std::ranges::find(only.columns, meaning, &origin::ColumnFacts::meaning);
    return static_cast<std::size_t>(found - only.columns.begin());
  };
  for (const auto& rule : table.coherence) {
    if (rule.rule != "head_card_exists" || rule.checked == 0) continue;
    const double share = static_cast<double>(rule.agree) / static_cast<double>(rule.checked);
    only.links.push_back({origin::ColumnLink::Kind::refers, place_of("id.member_head"), place_of("id.member"), share});
  }
}

std::vector<findings::Origin> attribute_strata(std::span<findings::Stratum> strata,
                                               std::span<origin::StratumFacts> facts, const pack::Pack& pack) {
  const origin::Attribution attribution(pack.origins);
  std::vector<std::vector<findings::Origin>> by_stratum;
  std::size_t attributed = 0;
  for (std::size_t k = 0; k < strata.size() && attributed < kMostStrata; ++k) {
    if (!can_be_attributed(facts[k])) continue;
    ++attributed;
    facts[k].id = strata[k].id;
    std::size_t place = 0;
    auto& kept = by_stratum.emplace_back();
    for (findings::Origin& origin : attribution.origins_of(facts[k])) {
      if (place == 0) {
        strata[k].origin = origin.candidate;
        strata[k].log10_lr = origin.log10_lr;
      }
      if (++place <= kMostShown || origin.kind != "archetype") kept.push_back(std::move(origin));
    }
  }
  std::erase_if(by_stratum, [](const auto& origins) { return origins.empty(); });
  std::ranges::stable_sort(by_stratum, std::ranges::greater{},
                           [](const auto& origins) { return origins.front().log10_lr; });
  std::vector<findings::Origin> out;
  for (auto& origins : by_stratum) std::ranges::move(origins, std::back_inserter(out));
  return out;
}

}  // namespace sidik::engine
