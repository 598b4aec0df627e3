#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "identify/meaning.hpp"
#include "rehearsed_table.hpp"

namespace sidik::bench {

/// What the recogniser said about one rehearsed column.
struct Call {
  std::string called;
  double confidence = 0;
  identify::CallGrounds grounds;
  bool right = false;
  bool with_header = false;  ///< the table has a first line that says something
  std::string_view kind, concept_name, truth;
  std::string header;
  std::string identifier;  ///< what was found to check the values

  [[nodiscard]] bool is_call() const { return called != "unknown"; }
};

/// Rehearses `tables` tables of each kind, from `first_seed` on, and asks the recogniser about them.
/// Cost     some 10 ms a table.
[[nodiscard]] std::vector<Call> rehearse_calls(const World& world, const pack::Pack& pack, bool held_out_kinds,
                                               std::uint64_t first_seed, std::uint64_t tables);

/// Seeds of the three sets, which share none.
inline constexpr std::uint64_t kFitSeeds = 1;
inline constexpr std::uint64_t kNewSeeds = 1000001;
inline constexpr std::uint64_t kNewKindSeeds = 2000001;
inline constexpr std::uint64_t kTestSeeds = 3000001;

}  // namespace sidik::bench
