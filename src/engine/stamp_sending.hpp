#pragma once

#include <string>
#include <string_view>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/link_looking.hpp"

namespace sidik::engine {

/// Sends a time-stamp request to an authority and gives its answer as it came; both are DER. Whether the answer is a
/// stamp, and of what, is for whoever checks it: nothing of it is believed here.
///
/// Input    `how`: names, private addresses, certificates and seconds count.
/// Errors   engine.stamp_refused (protocol): the authority answered something else than a reply of at most 256 KiB;
///          engine.stamp_unreachable (io); those of net::fetch.
/// Source   RFC 3161 section 3.4.
[[nodiscard]] Result<std::string> send_stamp_request(const std::string& url, std::string_view request,
                                                     const LookOptions& how, const Context& context);

}  // namespace sidik::engine
