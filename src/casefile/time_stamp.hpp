#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "casefile/checkpoint.hpp"

namespace sidik::casefile {

/// A request for a time stamp of a checkpoint (application/timestamp-query): SHA-256 over signed_text(), with a nonce,
/// and asking for the authority's certificate. DER. Source   RFC 3161; OpenSSL.
[[nodiscard]] Result<std::string> stamp_request(const Checkpoint& checkpoint);

/// What an authority vouches for.
struct TimeStamp {
  std::string at;      ///< as Event::at
  std::string serial;  ///< of the stamp, hexadecimal
};

/// Holds a response (application/timestamp-reply, DER) against a checkpoint and an authority.
///
/// Input    `authority`: certificates that are trusted, PEM.
/// Errors   casefile.stamp_malformed (invalid_input): no response, or no certificate; casefile.stamp_refused (refused):
/// the
///          authority gave no stamp, the stamp is of something else, or nobody trusted has signed it.
[[nodiscard]] Result<TimeStamp> check_stamp(std::string_view response, const Checkpoint& checkpoint,
                                            std::string_view authority);

}  // namespace sidik::casefile
