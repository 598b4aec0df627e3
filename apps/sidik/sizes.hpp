#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace sidik::apps {

/// Reads a size as people write it: 1073741824, 512MiB, 1GiB, 2GB, 100k.
/// Errors   apps.size_malformed (usage).
[[nodiscard]] Result<std::uint64_t> parse_size(const std::string& text);

}  // namespace sidik::apps
