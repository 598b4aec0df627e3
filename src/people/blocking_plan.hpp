#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "people/blocking_key.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// Up to so many records are compared each with each.
inline constexpr std::size_t kAllWithAll = 2000;

/// A blocking pass: records that agree in all of its parts are compared; without a part all are.
struct BlockingPass {
  std::vector<KeyPart> parts;
  bool crosses = false;     ///< both parts are names, and they may stand in either order
  double likely_pairs = 0;  ///< as the plan measured it
};

/// What the choice of passes goes by.
struct BlockingLimits {
  double pairs_of_pass = 0;
  double pairs_of_all = 0;
  std::size_t passes = 14;
};

/// The limits for so many records: pairs grow with the records, not with their square.
[[nodiscard]] BlockingLimits limits_for(std::size_t records);

/// Chooses passes so that a pair that disagrees in some fields is found by another: each pass is counted on a sample;
/// those with too many pairs are made narrower by a second part; fields that earlier passes lean on count less. A field
/// with one value only is never chosen.
[[nodiscard]] std::vector<BlockingPass> plan_passes(const RecordStore& store, const BlockingLimits& limits);

/// The key of every record under a pass, 0 for a record that lacks a part.
[[nodiscard]] std::vector<std::uint32_t> keys_of(const RecordStore& store, const BlockingPass& pass);

}  // namespace sidik::people
