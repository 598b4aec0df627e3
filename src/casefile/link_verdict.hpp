#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "casefile/link_look.hpp"

namespace sidik::casefile {

enum class Finding { up, removed, dead, blocked, undecided };
[[nodiscard]] std::string_view word_of(Finding finding);

/// What a round of looks shows of a link.
struct LinkVerdict {
  Finding finding = Finding::undecided;
  std::set<std::string> countries;   ///< blocked: where; up: from where the content came by the country's own path
  std::set<std::string> blocked_by;  ///< blocked: `network`, `host`
  std::string because;               ///< one English sentence, without the address of the link
};

/// Decides what one round of looks shows; decision 23 has the rules and why. Removed at source and blocked are never
/// the same verdict, and what does not suffice for one is undecided.
///
/// Input    the looks of one round, of any vantages; `known_type`: of the content when it was first seen, or empty.
[[nodiscard]] LinkVerdict verdict_of(std::span<const LinkLook> looks, std::string_view known_type = {});

}  // namespace sidik::casefile
