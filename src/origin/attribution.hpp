#pragma once

#include <span>
#include <string>
#include <vector>

#include "findings/document.hpp"
#include "origin/column_background.hpp"
#include "origin/comparison.hpp"
#include "origin/stratum_facts.hpp"
#include "pack/origin_profile.hpp"

namespace sidik::origin {

/// Says whose data a stratum is, by likelihood ratios.
///
/// The propositions for a candidate: H1, the records come from the system that the profile describes, changed as
/// leakers change data; H2, they come from another system, half of the weight on the other candidates and half on one
/// that no profile describes (a relative of one, columns from anywhere, or a twin of one that structure cannot tell
/// from it). For `unknown` H1 is a system that no profile describes and H2 any of the candidates.
///
/// The groups of evidence follow each other: the alternatives are weighed anew by each group, so the groups' ratios
/// multiply to the whole exactly.
///
/// Cost     some milliseconds for 50 profiles and 30 columns. Threads: const calls may run side by side.
/// Lifetime `profiles` outlive it.
class Attribution {
 public:
  explicit Attribution(std::span<const pack::OriginProfile> profiles);

  /// One origin a candidate and `unknown`, the best first. None without profiles or without columns.
  [[nodiscard]] std::vector<findings::Origin> origins_of(const StratumFacts& facts) const;

  /// Without the sentences, for who measures: log10 LR of each profile in their order, then of unknown.
  [[nodiscard]] std::vector<double> ratios_of(const StratumFacts& facts) const;

 private:
  std::span<const pack::OriginProfile> profiles_;
  ColumnBackground background_;
};

}  // namespace sidik::origin
