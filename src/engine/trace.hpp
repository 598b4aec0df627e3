#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"

namespace sidik::engine {

struct TraceRequest {
  std::string dump;
  std::string marks;       ///< the seal; empty: none
  std::string key;         ///< the seal's key
  std::string copies;      ///< a folder with a file for each recipient, as it was given; empty: none
  double elsewhere = 0.5;  ///< p of the guilt formula: the probability that a row was got elsewhere
  std::vector<std::string> packs = {"id"};
  std::string packs_directory;
};

enum class TraceVerdict : std::uint8_t { named, cannot_tell, not_from_these };
/// named, cannot_tell, not_from_these.
[[nodiscard]] std::string_view word_of(TraceVerdict verdict);

/// What is known of one recipient.
struct TracedRecipient {
  std::string name;
  std::optional<std::uint64_t> decoys_planted;
  std::optional<std::uint64_t> decoys_found;
  std::optional<std::uint64_t> decoys_named;  ///< the same with those of whom only the name is there
  std::optional<double> decoy_chance;  ///< that so many are found of an innocent recipient's, among all recipients
  std::optional<std::uint64_t> rows_explained;
  std::optional<std::uint64_t> rows_against;  ///< that another copy explains and this one does not
  std::optional<double> against_chance;       ///< of so many, were it the source
  double log10_innocence = 0;                 ///< by the guilt formula
  std::vector<std::string> columns_not_held;  ///< columns of the dump that another copy holds
  std::string lacking;                        ///< a column of the copy of which the dump lacks a part; or empty
  std::string later;                          ///< a column of the copy in which the dump has later days; or empty
  double false_accusation_bound = 1;
  bool is_named = false;
};

/// Which recipient's copy a dump came from, as far as can be told.
struct TraceFindings {
  TraceVerdict verdict = TraceVerdict::cannot_tell;
  std::string by;                  ///< decoys, differences, or empty
  std::vector<std::string> named;  ///< more than one: together
  double bound = 1;                ///< the chance of such findings were those named innocent, under what `says` states
  double elsewhere = 0;
  std::uint64_t rows = 0;
  std::optional<std::uint64_t> rows_explained;  ///< by any copy
  double fields_held = 0;                       ///< share of the filled fields that stand in columns of some copy
  std::optional<std::uint64_t> controls;
  std::optional<std::uint64_t> controls_found;
  std::optional<std::uint64_t> controls_named;
  std::vector<TracedRecipient> recipients;
  std::vector<std::vector<std::string>> possible;  ///< by differences: what is not excluded
  std::string says;
};

/// Lays a dump beside a seal, copies, or both. docs/decisions/0019 has the method.
///
/// A name is given when so much would be found of an innocent one with a chance of at most 0.01: by decoys against
/// controls that nobody got; or by what other copies cannot hold, when most of the dump stands in the copies, one set
/// is left and the dump lacks no part of its copies.
///
/// Errors   engine.trace_nothing (usage) without marks and copies; engine.key_missing (usage) for marks without a key;
///          engine.key_wrong (refused); those of read_seal and of reading; engine.copies_none (not_found) for a folder
///          without files; engine.copy_changed (refused) for a copy that is not as it was sealed; engine.elsewhere
///          (usage) for a p outside 0 to 1.
/// Cost     8 bytes a field of the dump and of one copy at a time, 8 bytes a row and recipient.
[[nodiscard]] Result<TraceFindings> trace_dump(const TraceRequest& request, const Context& context);

}  // namespace sidik::engine
