#pragma once

#include <string>
#include <vector>

#include "report/overview.hpp"

/// What the text and the page say alike about where the data come from.
namespace sidik::report {

/// The origins of one stratum, the best first.
struct StratumOrigins {
  std::string stratum;
  std::vector<const findings::Origin*> origins;
};
[[nodiscard]] std::vector<StratumOrigins> origins_by_stratum(const View& view);

/// What a reader calls a candidate: a system by its name from the packs, a kind of system as such, the unknown.
[[nodiscard]] std::string candidate_in_words(const View& view, const findings::Origin& origin);
/// `very strong support`, `moderate support for another origin`.
[[nodiscard]] std::string support_in_words(const View& view, const findings::Origin& origin);
[[nodiscard]] std::string evidence_in_words(const View& view, const findings::Evidence& evidence);
/// Why an institution is excluded, by the columns that it does not hold; empty where nothing excludes it.
[[nodiscard]] std::string exclusion_in_words(const View& view, const findings::Origin& origin);
/// A log10 LR with its sign.
[[nodiscard]] std::string ratio_in_words(const View& view, double log10_lr);
/// Both propositions about the best candidate.
[[nodiscard]] std::string propositions(const View& view, const findings::Origin& best);
[[nodiscard]] std::string origins_title(const View& view);

}  // namespace sidik::report
