#include "people/linker.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <utility>

#include "people/candidate_pairs.hpp"
#include "people/pair_scorer.hpp"
#include "people/pair_survey.hpp"
#include "people/pattern_table.hpp"
#include "people/term_frequency.hpp"

namespace sidik::people {
namespace {

/// Pairs that the model is trained on, about.
constexpr double kTrainingPairs = 2'000'000;

/// The patterns of the pairs of some blocks of every pass; each stands for as many as were left out.
std::vector<PatternCount> gather_patterns(const RecordStore& store, CandidatePairs& pairs, Crew& crew) {
  struct Lane {
    explicit Lane(const RecordStore& records) : comparer(records) {}
    PairComparer comparer;
    PatternTable table;
  };
  std::vector<std::unique_ptr<Lane>> lanes;
  for (std::size_t lane = 0; lane < crew.lanes(); ++lane) lanes.push_back(std::make_unique<Lane>(store));
  const double of_pass = kTrainingPairs / static_cast<double>(pairs.passes().size());
  for (std::size_t p = 0; p < pairs.passes().size(); ++p) {
    const double all = pairs.begin_pass(p).pairs;
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(all / of_pass)));
    const auto weight = static_cast<double>(every);
    pairs.visit(crew, every, [&](std::size_t lane, RecordNumber left, RecordNumber right) {
      lanes[lane]->table.add(lanes[lane]->comparer.compare(left, right), weight);
    });
  }
  PatternTable sum;
  for (const auto& lane : lanes)
    lane->table.for_each([&](const PatternCount& count) { sum.add(count.pattern, count.pairs); });
  std::vector<PatternCount> patterns;
  sum.for_each([&](const PatternCount& count) { patterns.push_back(count); });
  std::ranges::sort(patterns, {}, &PatternCount::pattern);
  return patterns;
}

class Weighing {
 public:
  Weighing(const RecordStore& store, const MatchModel& model, const TermFrequency& frequency, std::size_t lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) lanes_.push_back(std::make_unique<Lane>(store, model, frequency));
  }
  PassOutcome weigh(CandidatePairs& pairs, std::size_t pass, Crew& crew) {
    PassOutcome outcome;
    outcome.not_compared = pairs.begin_pass(pass).not_compared;
    pairs.visit(crew, 1, [this](std::size_t lane, RecordNumber left, RecordNumber right) {
      Lane& own = *lanes_[lane];
      ++own.pairs;
      const auto bits = static_cast<float>(own.scorer.bits(left, right));
      if (bits >= kLeastBits) own.links.push_back({left, right, bits});
    });
    for (const auto& lane : lanes_) outcome.pairs += std::exchange(lane->pairs, 0.0);
    return outcome;
  }
  std::vector<Link> take_links() {
    std::vector<Link> all;
    for (const auto& lane : lanes_) all.insert(all.end(), lane->links.begin(), lane->links.end());
    // What is summed up over them shall not depend on who weighed which.
    std::ranges::sort(all, {}, [](const Link& link) { return std::pair(link.left, link.right); });
    return all;
  }

 private:
  struct Lane {
    Lane(const RecordStore& store, const MatchModel& model, const TermFrequency& frequency)
        : scorer(store, model, frequency) {}
    PairScorer scorer;
    std::vector<Link> links;
    double pairs = 0;
  };
  std::vector<std::unique_ptr<Lane>> lanes_;
};

std::vector<std::uint32_t> each_by_itself(std::size_t records) {
  std::vector<std::uint32_t> persons(records);
  std::iota(persons.begin(), persons.end(), 0U);
  return persons;
}

/// Weighs the links again with values counted by person, and clusters by that.
void refine(const RecordStore& store, Linkage& linkage) {
  const TermFrequency frequency(store, linkage.person_of_record);
  PairScorer scorer(store, linkage.model, frequency);
  for (Link& link : linkage.links) link.bits = static_cast<float>(scorer.bits(link.left, link.right));
  linkage.person_of_record = cluster(store.records(), linkage.links,
                                     [&](RecordNumber left, RecordNumber right) { return scorer.judge(left, right); });
}

}  // namespace

Linkage link(const RecordStore& store, const Context& context, const std::optional<MatchModel>& trained) {
  Linkage linkage;
  linkage.person_of_record = each_by_itself(store.records());
  linkage.persons = static_cast<std::uint32_t>(store.records());
  if (store.records() < 2 || store.fields().empty()) return linkage;
  Crew crew(context.threads);
  CandidatePairs pairs(store, plan_passes(store, limits_for(store.records())));
  linkage.model =
      trained ? *trained : train(gather_patterns(store, pairs, crew), store.fields(), survey_pairs(store)).model;
  const TermFrequency frequency(store, linkage.person_of_record);
  Weighing weighing(store, linkage.model, frequency, crew.lanes());
  for (std::size_t p = 0; p < pairs.passes().size() && !context.is_cancelled(); ++p) {
    PassOutcome outcome = weighing.weigh(pairs, p, crew);
    for (const KeyPart& part : pairs.passes()[p].parts) outcome.by.push_back(name_of(part, store));
    linkage.pairs += outcome.pairs;
    linkage.not_compared += outcome.not_compared;
    linkage.passes.push_back(std::move(outcome));
  }
  linkage.links = weighing.take_links();
  PairScorer scorer(store, linkage.model, frequency);
  linkage.person_of_record = cluster(store.records(), linkage.links,
                                     [&](RecordNumber left, RecordNumber right) { return scorer.judge(left, right); });
  for (int round = 0; round < 2; ++round) refine(store, linkage);
  linkage.blocking = measure_blocking(store, pairs.passes(), linkage.model);
  for (std::size_t p = 0; p < linkage.passes.size(); ++p) linkage.passes[p].recall = linkage.blocking.by_pass[p];
  linkage.persons = 1 + *std::ranges::max_element(linkage.person_of_record);
  return linkage;
}

}  // namespace sidik::people
