#include "engine/people_section.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "people/households.hpp"
#include "people/reliability.hpp"
#include "text/mask.hpp"

namespace sidik::engine {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::size_t kWritings = 4;

findings::Estimate estimate(const people::Bounded& bounded) { return {bounded.value, bounded.low, bounded.high, 0.95}; }

findings::Estimate whole_estimate(const people::Bounded& bounded) {
  return {std::round(bounded.value), std::floor(bounded.low), std::ceil(bounded.high), 0.95};
}

std::uint64_t whole(double number) { return static_cast<std::uint64_t>(std::llround(number)); }

std::vector<std::uint64_t> rows_by_person(const people::RecordStore& store, const people::Linkage& linkage) {
  std::vector<std::uint64_t> rows(linkage.persons, 0);
  for (std::size_t r = 0; r < store.records(); ++r)
    rows[linkage.person_of_record[r]] += store.copies(static_cast<people::RecordNumber>(r));
  return rows;
}

std::vector<findings::RecordsPerPerson> count_rows(const std::vector<std::uint64_t>& rows) {
  std::map<std::uint64_t, std::uint64_t> persons;
  for (const std::uint64_t count : rows) ++persons[count];
  std::vector<findings::RecordsPerPerson> bins;
  for (const auto& [records, count] : persons) bins.push_back({records, count});
  return bins;
}

/// What put rows together: nothing but equal values, an identifier that agrees, or the weight of several fields. Each
/// record beyond the first of a person counts once, by its best link.
std::vector<findings::LinkedBy> count_causes(const people::RecordStore& store, const people::Linkage& linkage) {
  std::uint64_t identical = store.rows() - store.records();
  std::uint64_t by_identifier = 0;
  std::vector<bool> has_identifier(store.records(), false);
  for (const auto& link : linkage.links) {
    if (linkage.person_of_record[link.left] != linkage.person_of_record[link.right]) continue;
    const auto& one = store.record(link.left);
    const auto& other = store.record(link.right);
    for (std::size_t f = 0; f < store.fields().size(); ++f) {
      if (store.fields()[f].proves && one[f] != 0 && one[f] == other[f])
        has_identifier[std::max(link.left, link.right)] = true;
    }
  }
  for (const bool has : has_identifier) by_identifier += has;
  const std::uint64_t mergers = store.records() - linkage.persons;
  by_identifier = std::min(by_identifier, mergers);
  return {{"identical", identical}, {"identifier", by_identifier}, {"likeness", mergers - by_identifier}};
}

/// The meaning of a field, or the name of its column where other fields have that meaning too, or none is known.
std::string label_of(const people::RecordStore& store, std::size_t field) {
  const auto& own = store.fields()[field];
  const auto same =
      std::ranges::count_if(store.fields(), [&](const auto& other) { return other.meaning == own.meaning; });
  return own.meaning == "unknown" || same > 1 ? own.name : own.meaning;
}

std::vector<findings::MatchWeight> weights_of(const people::RecordStore& store, const people::MatchModel& model) {
  std::vector<findings::MatchWeight> weights;
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    for (std::size_t l = 1; l < people::kLevels; ++l) {
      const auto level = static_cast<people::Level>(l);
      const auto& field = model.fields[f];
      constexpr double kNeverSeen = 1e-5;
      if (field.m[l] < kNeverSeen && field.u[l] < kNeverSeen) continue;
      weights.push_back(
          {label_of(store, f), std::string(people::level_name(level)), field.m[l], field.u[l], field.bits(level)});
    }
  }
  return weights;
}

std::string masked(const people::RecordStore& store, people::RecordNumber number) {
  std::string line;
  for (std::size_t f = 0; f < store.fields().size(); ++f) {
    const people::ValueCode code = store.record(number)[f];
    if (code == 0) continue;
    if (!line.empty()) line += " | ";
    line += text::mask(store.text(f, code));
  }
  return line;
}

/// Some persons with most distinct records, of up to kWritings each.
std::vector<findings::PersonExample> examples_of(const people::RecordStore& store, const people::Linkage& linkage,
                                                 const std::vector<std::uint64_t>& rows) {
  std::vector<std::uint32_t> distinct(linkage.persons, 0);
  for (const std::uint32_t person : linkage.person_of_record) ++distinct[person];
  std::vector<std::uint32_t> persons;
  for (std::uint32_t person = 0; person < linkage.persons && persons.size() < kExamples; ++person) {
    if (distinct[person] >= 2 && distinct[person] <= kWritings) persons.push_back(person);
  }
  std::vector<findings::PersonExample> examples;
  for (const std::uint32_t person : persons) {
    auto& example = examples.emplace_back();
    example.records = rows[person];
    for (std::size_t r = 0; r < store.records(); ++r) {
      if (linkage.person_of_record[r] == person)
        example.writings.push_back(masked(store, static_cast<people::RecordNumber>(r)));
    }
  }
  return examples;
}

void add_households(const people::RecordStore& store, const people::Linkage& linkage, const people::Bounded& persons,
                    findings::People& out) {
  const auto households = people::find_households(store, linkage);
  if (households.count == 0) return;
  const auto count = static_cast<double>(households.count);
  // A person too many or too few is at most a household too many or too few.
  const double low = count - std::max(0.0, linkage.persons - persons.low);
  const double high = count + std::max(0.0, persons.high - linkage.persons);
  out.households = whole_estimate({count, std::max(1.0, low), high});
  for (std::size_t size = 1; size < households.households_of.size(); ++size) {
    if (households.households_of[size] > 0) out.household_sizes.push_back({size, households.households_of[size]});
  }
}

}  // namespace

findings::People people_section(const people::RecordStore& store, const people::Linkage& linkage) {
  findings::People out;
  const auto reliability = people::judge_linkage(linkage);
  const auto rows = rows_by_person(store, linkage);
  out.persons = whole_estimate(reliability.persons);
  out.precision = estimate(reliability.precision);
  out.recall = estimate(reliability.recall);
  out.linked_by = count_causes(store, linkage);
  out.records_per_person = count_rows(rows);
  for (const auto& pass : linkage.passes) {
    out.blocking.push_back({pass.by, whole(pass.pairs), pass.recall});
    if (pass.by.empty()) out.blocking.back().by = {"everybody with everybody"};
  }
  out.weights = weights_of(store, linkage.model);
  out.not_compared = whole(linkage.not_compared);
  out.examples = examples_of(store, linkage, rows);
  add_households(store, linkage, reliability.persons, out);
  return out;
}

findings::People people_not_linked(std::string because) {
  findings::People out;
  out.not_linked_because = std::move(because);
  return out;
}

}  // namespace sidik::engine
