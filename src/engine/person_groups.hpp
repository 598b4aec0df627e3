#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "findings/document.hpp"
#include "people/linker.hpp"
#include "people/record_store.hpp"

namespace sidik::engine {

inline constexpr std::uint32_t kNoGroup = ~std::uint32_t{0};

/// Which persons have rows in which groups of rows: strata, exhibits.
///
/// Persons as they are linked; what linkage missed or joined wrongly is in these counts too.
/// Bounded   8 bytes a person. Whom two groups share is known of the first kMostShared groups.
/// Cost      a pass over the rows for every kMostShared groups.
class PersonGroups {
 public:
  static constexpr std::size_t kMostShared = 64;

  /// `group_of_row`: by row of the store, from 0, or kNoGroup; rows behind its end have none.
  PersonGroups(std::span<const std::uint32_t> group_of_row, std::size_t groups, const people::RecordStore& store,
               const people::Linkage& linkage);

  /// Persons with a row in the group.
  [[nodiscard]] std::uint64_t persons(std::size_t group) const { return persons_[group]; }
  /// Persons with a row in both; both below shared_groups().
  [[nodiscard]] std::uint64_t shared(std::size_t left, std::size_t right) const {
    return shared_[left * shared_groups_ + right];
  }
  [[nodiscard]] std::size_t shared_groups() const { return shared_groups_; }

 private:
  void count(std::uint64_t of, std::size_t first);

  std::vector<std::uint64_t> persons_;  ///< by group
  std::size_t shared_groups_;
  std::vector<std::uint64_t> shared_;  ///< group by group
};

/// Adds what each two groups share, named by `names`; pairs that share nobody are left out unless `with_none`.
void add_shared(const PersonGroups& groups, std::span<const std::string> names, const char* of, bool with_none,
                findings::People& people);

}  // namespace sidik::engine
