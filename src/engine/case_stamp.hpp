#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/case_access.hpp"
#include "engine/link_looking.hpp"

/// Time stamps of a case by an authority outside (RFC 3161), so that its newest events cannot be cut off unseen.
namespace sidik::engine {

/// A request for a stamp of the newest checkpoint, DER, to be sent by whatever way.
[[nodiscard]] Result<std::string> request_stamp(const std::string& folder);

/// Holds a response against the checkpoint that it is of, and files it.
/// Input    `authority`: a file of trusted certificates, PEM. Errors   those of casefile::check_stamp;
/// engine.not_found. Output   the time, as events write it.
[[nodiscard]] Result<std::string> file_stamp(const CaseAccess& access, const std::string& response_file,
                                             const std::string& authority, const Context& context);

/// The same with the response that an authority at `url` gives; `how` as in send_stamp_request().
[[nodiscard]] Result<std::string> send_for_stamp(const CaseAccess& access, const std::string& url,
                                                 const std::string& authority, const LookOptions& how,
                                                 const Context& context);

/// The stamps of a case, each held against the case anew.
struct CheckedStamp {
  std::uint64_t size = 0;  ///< events that it vouches for
  std::string at;
  bool holds = false;
  std::string why_not;
  std::uint64_t event = 0;
};
[[nodiscard]] Result<std::vector<CheckedStamp>> check_stamps(const std::string& folder, const std::string& authority);

}  // namespace sidik::engine
