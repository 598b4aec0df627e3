#pragma once

#include <cstdint>
#include <vector>

#include "rehearse/number_set.hpp"
#include "rehearse/person.hpp"

namespace sidik::rehearse {

/// Settles the national id of every person of a rehearsal, so that no two persons share one.
///
/// Cost     8 bytes a person kept, and 18 or more in the index; some 300 ns a person.
class Census {
 public:
  Census(const PersonModel& model, std::uint32_t persons);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }
  [[nodiscard]] std::uint64_t national_id(std::uint32_t index) const { return numbers_[index]; }
  /// Whether anybody has this number.
  [[nodiscard]] bool knows(std::uint64_t national_id) const { return taken_.contains(national_id); }
  void person(std::uint32_t index, Person& out) const { model_.complete(index, numbers_[index], out); }
  [[nodiscard]] const PersonModel& model() const { return model_; }

 private:
  const PersonModel& model_;
  std::vector<std::uint64_t> numbers_;
  NumberMap taken_;
};

}  // namespace sidik::rehearse
