#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace sidik::pack {

/// Which registry answers about a top-level domain or a network: `rdap/services.tsv` of the global pack.
struct RdapServiceRow {
  std::string key;   ///< `org`, or `0.0.0.0/0`
  std::string base;  ///< https://..., ends with /
  std::string mark;  ///< how sure the source is
};

/// Errors   pack.unreadable, pack.malformed.
[[nodiscard]] Result<std::vector<RdapServiceRow>> rdap_services(const std::string& directory);

}  // namespace sidik::pack
