#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/event_log.hpp"
#include "casefile/verification.hpp"

namespace sidik::casefile {

/// A case as one text of JSON lines that can be verified anywhere: `{"sidik_case":1}`, then a line for each event,
/// whose `body` is the text that was hashed, and for each checkpoint.
[[nodiscard]] Result<std::string> export_log(EventLog& log);

/// What such a text holds, as it is written there; nothing is judged.
struct ExportedLog {
  std::vector<std::string> bodies;
  std::vector<Checkpoint> checkpoints;
};
/// Errors   casefile.export_malformed (invalid_input), naming the line; more than ten million lines.
[[nodiscard]] Result<ExportedLog> read_export(std::string_view text);

/// As verify(). A row's own hash is taken from its body, so a change shows at the event behind it.
[[nodiscard]] Result<Verification> verify_export(const ExportedLog& log,
                                                 const std::optional<Checkpoint>& against = std::nullopt);

/// The events as a table: number, at, by, kind, data.
[[nodiscard]] Result<std::string> export_csv(EventLog& log);

}  // namespace sidik::casefile
