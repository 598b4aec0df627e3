#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/link_look.hpp"
#include "net/resolver.hpp"

namespace sidik::engine {

/// From where and how a link is looked at.
struct LookOptions {
  std::string vantage = "desk";                  ///< what the desk calls the place
  std::string country;                           ///< two capitals
  std::vector<std::string> resolvers;            ///< besides the system's: addresses
  std::vector<std::string> names;                ///< NAME=ADDRESS; in place of the system's resolver, for rehearsals
  bool allows_private = false;                   ///< for rehearsals
  std::string authorities_file;                  ///< certificates to trust in place of the system's
  std::uint64_t seconds = 30;                    ///< for each look
  std::uint64_t bytes = std::uint64_t{8} << 20;  ///< of what comes, hashed and let go
};

/// The system's resolver, or the list in its place. Errors   engine.look_option.
[[nodiscard]] Result<net::Resolver> resolver_for(const LookOptions& options);

/// Looks at a link once through each resolver. What comes is hashed and told by its type, never kept.
/// Errors   engine.look_option (usage); those of net::site_of, named_resolver and fetch.
[[nodiscard]] Result<std::vector<casefile::LinkLook>> look_at_link(const std::string& url, const LookOptions& options,
                                                                   const Context& context);

/// Looks as a file that another desk files in its case: {"sidik_looks":1,"link_sha256":...,"looks":[...]}. The link
/// itself is not in it.
[[nodiscard]] std::string looks_to_json(const std::string& url, const std::vector<casefile::LinkLook>& looks);
/// Errors   engine.looks_unreadable (not_found), engine.looks_malformed (invalid_input), engine.looks_of_other_link
///          (refused).
[[nodiscard]] Result<std::vector<casefile::LinkLook>> read_looks(const std::string& path, const std::string& url);

}  // namespace sidik::engine
