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
/// Bounded   the first kMost groups; 8 bytes a person.
class PersonGroups {
 public:
  static constexpr std::size_t kMost = 64;

  /// `group_of_row`: by row of the store, from 0, or kNoGroup; rows behind its end have none.
  PersonGroups(std::span<const std::uint32_t> group_of_row, std::size_t groups, const people::RecordStore& store,
               const people::Linkage& linkage);

  /// Persons with a row in the group; 0 for groups beyond kMost.
  [[nodiscard]] std::uint64_t persons(std::size_t group) const { return at(group, group); }
  /// Persons with a row in both.
  [[nodiscard]] std::uint64_t shared(std::size_t left, std::size_t right) const { return at(left, right); }
  [[nodiscard]] std::size_t size() const { return groups_; }

 private:
  [[nodiscard]] std::uint64_t at(std::size_t left, std::size_t right) const {
    return left < groups_ && right < groups_ ? counts_[left * groups_ + right] : 0;
  }
  std::size_t groups_;
  std::vector<std::uint64_t> counts_;  ///< group by group
};

/// Adds what each two groups share, named by `names`; pairs that share nobody are left out unless `with_none`.
void add_shared(const PersonGroups& groups, std::span<const std::string> names, const char* of, bool with_none,
                findings::People& people);

}  // namespace sidik::engine
