// Records and what is thought of every two of them, put into persons. Input: the number of records, then three choices
// a pair in the order 0-1, 0-2, ..., 1-2, ...: its bits from -12 on, whether it contradicts (one in eight), whether it
// is a link (not when 0).
#include <vector>

#include "choice_reader.hpp"
#include "people/clusters.hpp"
#include "people/clusters_twin.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

using people::PairVerdict;
using people::RecordNumber;

constexpr std::size_t kMostRecords = 40;
constexpr std::size_t kWhollyAsked = 9;  ///< up to so many records every pair across two clusters is asked

struct Opinions {
  explicit Opinions(ChoiceReader& input) : records(1 + input.below(kMostRecords)), verdicts(records * records) {
    for (std::size_t left = 0; left < records; ++left) {
      for (std::size_t right = left + 1; right < records; ++right) {
        const auto bits = static_cast<double>(input.below(25)) - 12;
        const PairVerdict verdict{bits, input.below(8) == 7};
        verdicts[left * records + right] = verdicts[right * records + left] = verdict;
        if (input.below(4) == 0) continue;
        links.push_back({static_cast<RecordNumber>(left), static_cast<RecordNumber>(right), static_cast<float>(bits)});
      }
    }
  }
  std::size_t records;
  std::vector<PairVerdict> verdicts;
  std::vector<people::Link> links;
};

void require_numbers_in_order(const std::vector<std::uint32_t>& persons) {
  std::uint32_t next = 0;
  for (const std::uint32_t person : persons) {
    require(person <= next, "persons are numbered in the order of their first records");
    if (person == next) ++next;
  }
}

void require_no_contradiction(const Opinions& opinions, const std::vector<std::uint32_t>& persons) {
  for (std::size_t left = 0; left < opinions.records; ++left) {
    for (std::size_t right = left + 1; right < opinions.records; ++right) {
      const bool contradicts = opinions.verdicts[left * opinions.records + right].contradicts;
      require(!contradicts || persons[left] != persons[right], "two records that contradict are two persons");
    }
  }
}

void run(ChoiceReader input) {
  const Opinions opinions(input);
  const people::JudgePair judge = [&](RecordNumber left, RecordNumber right) {
    return opinions.verdicts[left * opinions.records + right];
  };
  const auto persons = people::cluster(opinions.records, opinions.links, judge);
  require(persons.size() == opinions.records, "every record is in one person");
  require_numbers_in_order(persons);
  if (opinions.records > kWhollyAsked) return;
  require_no_contradiction(opinions, persons);
  const people::ClustersSlowly twin(opinions.records, opinions.links, judge);
  require(persons == twin.persons(), "clusters are their slow twin's");
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
