#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "findings/document.hpp"

namespace sidik::engine {

/// How many things a dump and a file have, and share.
struct SharedCount {
  std::uint64_t shared = 0;
  std::uint64_t here = 0;
  std::uint64_t there = 0;
  std::uint64_t shared_there = 0;  ///< `shared` as the file counts it: its rows are distinct, the dump's come again
};

/// The overlap of a document, its shares between 0 and 1.
[[nodiscard]] inline findings::Overlap overlap_of(std::string with, std::string kind, std::string field,
                                                  std::string counted, const SharedCount& count) {
  const auto share = [](std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
  };
  return {std::move(with),
          std::move(kind),
          std::move(field),
          std::move(counted),
          count.shared,
          share(count.shared, count.here),
          share(count.shared_there, count.there),
          count.here - std::min(count.shared, count.here),
          {}};
}

}  // namespace sidik::engine
