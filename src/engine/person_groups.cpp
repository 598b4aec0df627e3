#include "engine/person_groups.hpp"

#include <algorithm>
#include <bit>

namespace sidik::engine {

PersonGroups::PersonGroups(std::span<const std::uint32_t> group_of_row, std::size_t groups,
                           const people::RecordStore& store, const people::Linkage& linkage)
    : persons_(groups, 0), shared_groups_(std::min(groups, kMostShared)), shared_(shared_groups_ * shared_groups_, 0) {
  const auto records = store.record_of_row();
  std::vector<std::uint64_t> groups_of_person(linkage.persons);  // a bit each
  for (std::size_t first = 0; first < groups; first += kMostShared) {
    std::ranges::fill(groups_of_person, 0);
    for (std::size_t row = 0; row < std::min(records.size(), group_of_row.size()); ++row) {
      const std::size_t group = group_of_row[row];
      if (group < first || group >= std::min(groups, first + kMostShared)) continue;
      groups_of_person[linkage.person_of_record[records[row]]] |= std::uint64_t{1} << (group - first);
    }
    for (const std::uint64_t of : groups_of_person) count(of, first);
  }
}

/// `of`: the groups of one person, from group `first` on.
void PersonGroups::count(std::uint64_t of, std::size_t first) {
  for (std::uint64_t left = of; left != 0; left &= left - 1) {
    const auto l = static_cast<std::size_t>(std::countr_zero(left));
    ++persons_[first + l];
    if (first > 0) continue;
    for (std::uint64_t right = of; right != 0; right &= right - 1)
      ++shared_[l * shared_groups_ + static_cast<std::size_t>(std::countr_zero(right))];
  }
}

void add_shared(const PersonGroups& groups, std::span<const std::string> names, const char* of, bool with_none,
                findings::People& people) {
  for (std::size_t left = 0; left < std::min(groups.shared_groups(), names.size()); ++left) {
    for (std::size_t right = left + 1; right < std::min(groups.shared_groups(), names.size()); ++right) {
      const std::uint64_t shared = groups.shared(left, right);
      if (shared > 0 || with_none) people.shared.push_back({of, names[left], names[right], shared});
    }
  }
}

}  // namespace sidik::engine
