#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "findings/document.hpp"

namespace sidik::ledger {

/// What was counted, summed over all tables of an examination.
struct Counts {
  findings::Bytes bytes;
  std::uint64_t lines = 0;
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;          ///< rejects, not their bytes
  std::uint64_t exact_duplicates = 0;  ///< records that equal an earlier one
  std::uint64_t distinct_records = 0;
  std::optional<std::uint64_t> distinct_national_id = std::nullopt;  ///< nothing: no such column
  std::optional<std::uint64_t> persons = std::nullopt;
  std::optional<std::uint64_t> confirmed = std::nullopt;
};

/// The ledger in its order: bytes, lines, records_and_rejects, records, exact_duplicates, distinct_records, and as far
/// as they are known distinct_national_id, persons, confirmed. Each step says how it is defined.
///
/// Errors   ledger.not_reconciled (bug): the parts of the bytes do not add up to their total; exact duplicates and
///          distinct records do not add up to the records; more persons or confirmed than records.
[[nodiscard]] Result<std::vector<findings::LedgerStep>> build_ledger(const Counts& counts);

}  // namespace sidik::ledger
