#pragma once

#include <cstddef>
#include <optional>

#include "origin/authenticity.hpp"

namespace sidik::origin {

/// How far the rules of the packs agree beyond chance, the least of those that chance does not fulfil; and the share of
/// checkable values that no issuer gives out.
struct CheckedRows {
  std::optional<double> agreement;
  std::size_t rules = 0;
  std::optional<double> not_issued;
};
[[nodiscard]] CheckedRows check_rows(const SampledRows& sample, const pack::Pack& pack, int reference_year);

}  // namespace sidik::origin
