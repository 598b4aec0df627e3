// Jaro-Winkler and the edit distance against their slow twins, the comparisons for symmetry, EM over patterns against
// EM over single pairs, and clusters for what they promise. Input: a choice of these, then two texts with | between,
// the levels of pairs, or links.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "choice_reader.hpp"
#include "people/clusters.hpp"
#include "people/comparison.hpp"
#include "people/edit_distance.hpp"
#include "people/expectation.hpp"
#include "people/jaro_winkler.hpp"
#include "people/slow_text_for_test.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

using people::AgreementPattern;
using people::Level;

void try_texts(std::string_view input) {
  const std::size_t bar = std::min(input.find('|'), input.size());
  const std::string_view left = input.substr(0, bar);
  const std::string_view right = input.substr(std::min(bar + 1, input.size()));
  const double likeness = people::jaro_winkler(left, right);
  require(std::abs(likeness - people::slow_jaro_winkler(left, right)) < 1e-12, "Jaro-Winkler is its slow twin");
  require(likeness >= 0 && likeness <= 1 + 1e-12, "a likeness lies between 0 and 1");
  for (const std::size_t most : {std::size_t{0}, std::size_t{2}, std::size_t{200}})
    require(people::edit_distance(left, right, most) == people::slow_edit_distance(left, right, most),
            "the edit distance is its slow twin");
  if (left.empty() || right.empty()) return;
  for (int kind = 0; kind <= static_cast<int>(people::FieldKind::number); ++kind) {
    const Level level = people::compare_values(static_cast<people::FieldKind>(kind), left, right);
    require(level != Level::missing && level != Level::crossed, "two values agree or differ");
    require((level == Level::exact) == (left == right), "only equal values agree exactly");
  }
}

void try_expectation(std::string_view input) {
  constexpr std::size_t kFields = 3;
  const std::vector<people::LinkageField> fields(kFields, people::LinkageField{"f", "unknown", {}, false, false, 0});
  std::vector<people::PatternCount> single;
  people::AllPairs all;
  all.shares.assign(kFields, {});
  for (const char c : input.substr(0, 300)) {
    const auto bits = static_cast<AgreementPattern>(static_cast<unsigned char>(c));
    single.push_back({bits | (bits & 7) << 6, 1});
  }
  if (single.empty()) return;
  all.pairs = static_cast<double>(single.size());
  for (const auto& pair : single) {
    for (std::size_t f = 0; f < kFields; ++f) all.shares[f][pair.pattern >> (3 * f) & 7U] += 1 / all.pairs;
  }
  all.in_common = {{0, all.pairs}};
  std::vector<people::PatternCount> counted;
  for (const auto& pair : single) {
    const auto found = std::ranges::find(counted, pair.pattern, &people::PatternCount::pattern);
    if (found == counted.end())
      counted.push_back(pair);
    else
      found->pairs += 1;
  }
  const auto fast = people::train(counted, fields, all);
  const auto slow = people::train(single, fields, all);
  for (std::size_t f = 0; f < kFields; ++f) {
    for (std::size_t l = 1; l < people::kLevels; ++l) {
      const double m = fast.model.fields[f].m[l];
      require(std::isfinite(m) && m >= 0 && m <= 1, "m is a probability");
      if (fast.rounds == slow.rounds)
        require(std::abs(m - slow.model.fields[f].m[l]) < 1e-6, "EM over patterns is EM over pairs");
    }
  }
}

void try_clusters(std::string_view input) {
  constexpr std::size_t kRecords = 16;
  std::vector<people::Link> links;
  for (std::size_t at = 0; at + 1 < std::min<std::size_t>(input.size(), 200); at += 2) {
    const auto ends = static_cast<unsigned char>(input[at]);
    const people::RecordNumber left = ends >> 4U;
    const people::RecordNumber right = ends & 15U;
    if (left != right) links.push_back({left, right, static_cast<float>(input[at + 1])});
  }
  const auto contradicts = [](people::RecordNumber a, people::RecordNumber b) { return (a ^ b) == 8; };
  const auto persons = people::cluster(kRecords, links, [&](people::RecordNumber a, people::RecordNumber b) {
    return people::PairVerdict{1, contradicts(a, b)};
  });
  require(persons.size() == kRecords && persons.front() == 0, "every record is of a person");
  std::uint32_t next = 0;
  for (people::RecordNumber r = 0; r < kRecords; ++r) {
    require(persons[r] <= next, "persons are numbered as they come");
    next = std::max(next, persons[r] + 1);
    for (people::RecordNumber other = 0; other < r; ++other)
      require(!contradicts(r, other) || persons[r] != persons[other], "what contradicts stays apart");
  }
}

void run(ChoiceReader input) {
  const std::size_t what = input.below(3);
  if (what == 0) try_texts(input.rest());
  if (what == 1) try_expectation(input.rest());
  if (what == 2) try_clusters(input.rest());
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
