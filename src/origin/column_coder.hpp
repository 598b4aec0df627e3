#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash128.hpp"
#include "origin/coding.hpp"
#include "table/record_batch.hpp"

namespace sidik::origin {

/// Tells the coding of every field of a column, as learnt from a sample of the table.
///
/// Values that were not in the sample are coded by their format, so a list that begins behind the sample is still
/// another coding than those in it.
class ColumnCoder {
 public:
  [[nodiscard]] Coding code(std::string_view field) const;
  /// How a coding is called in a report; empty for nothing. Never a value.
  [[nodiscard]] bool has_lists() const { return !lists_.empty(); }

 private:
  friend class CoderSchool;
  CodingHints hints_;
  std::unordered_map<std::string, Coding> lists_;      ///< value -> coding, for a column of few values
  std::unordered_map<Coding, Coding> list_of_format_;  ///< where a format has one list
};

/// A coder a column, learnt from sampled records; some thousand from all over the table do.
[[nodiscard]] std::vector<ColumnCoder> learn_coders(std::span<const table::RecordBatch* const> sample,
                                                    std::size_t columns);

}  // namespace sidik::origin
