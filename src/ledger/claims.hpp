#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "findings/document.hpp"

namespace sidik::ledger {

/// What somebody says there is: in the sample that is examined, or in all that he offers.
struct ClaimedCount {
  std::string subject;  ///< sample or total
  std::uint64_t claimed = 0;
};

/// Reads `sample=N` or `total=N`; ledger/claim_number.hpp says how N may be written.
///
/// Errors   ledger.claim_malformed (usage): another subject or none; no number, or one that can be read in two ways
///          (1.234M), is 0, or is over 10^15. A bare number is refused, because a sample and a total are tested
///          differently.
[[nodiscard]] Result<ClaimedCount> parse_claim(std::string_view text);

/// The counts that a claim is held against.
struct ClaimCounts {
  std::uint64_t lines = 0;
  std::uint64_t records = 0;
  std::uint64_t distinct_records = 0;
  std::optional<std::uint64_t> distinct_national_id = std::nullopt;
  /// Records that hold at least one valid national identifier.
  std::optional<std::uint64_t> records_with_national_id = std::nullopt;
  std::optional<std::uint64_t> persons = std::nullopt;
  bool complete = true;  ///< false: the file was cut off or reading was stopped
};

/// Holds a claim against the counts.
///
/// sample   supported when the records are within 0.1 % of the claim and at most 1 % of them are repeats (exact
///          duplicates; records of a person or a national identifier that stood before); refuted otherwise, by the
///          count that says so; not testable when the file is incomplete and holds fewer. `found`: the count that
///          decides, the repeats' before the records'.
/// total    a file that the seller chose shows that at least its distinct records exist and sets no upper bound: not
///          testable, unless the distinct records reach the claim (supported) or pass it (refuted). `found`: the
///          distinct records.
[[nodiscard]] findings::Claim test_claim(const ClaimedCount& claim, const ClaimCounts& counts);

}  // namespace sidik::ledger
