#pragma once

#include <string>

#include "report/overview.hpp"

/// The sections of the HTML page. Each gives markup, or nothing when the document has nothing for it.
namespace sidik::report {

[[nodiscard]] std::string html_verdict(const View& view);
[[nodiscard]] std::string html_alarms(const View& view);
[[nodiscard]] std::string html_ledger(const View& view);
[[nodiscard]] std::string html_claims(const View& view);
[[nodiscard]] std::string html_people(const View& view);
[[nodiscard]] std::string html_columns(const View& view);
[[nodiscard]] std::string html_coherence(const View& view);
[[nodiscard]] std::string html_bytes(const View& view);
[[nodiscard]] std::string html_rejects(const View& view);
[[nodiscard]] std::string html_strata(const View& view);
[[nodiscard]] std::string html_origins(const View& view);
[[nodiscard]] std::string html_windows(const View& view);
[[nodiscard]] std::string html_overlaps(const View& view);
[[nodiscard]] std::string html_copies(const View& view);
[[nodiscard]] std::string html_severity(const View& view);
[[nodiscard]] std::string html_exhibits(const View& view);
[[nodiscard]] std::string html_run(const View& view);

}  // namespace sidik::report
