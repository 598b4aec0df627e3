#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "casefile/takedown_view.hpp"

namespace sidik::engine {

/// How the links of a case are shown. The address of a link leads to the dump: it is shown on demand only, else the
/// site alone.
struct LinkPresentation {
  std::string language = "en";  ///< en or id
  bool shows_urls = false;
  std::chrono::system_clock::time_point now;  ///< until when open links have waited
};

/// A line a link and a line a host.
[[nodiscard]] std::string to_text(const casefile::TakedownView& view, const LinkPresentation& how);
/// docs/formats/takedown.md.
[[nodiscard]] std::string to_json(const casefile::TakedownView& view, const LinkPresentation& how);

/// What just happened to links.
[[nodiscard]] std::string to_text(const std::vector<casefile::Link>& links, const LinkPresentation& how);
[[nodiscard]] std::string to_json(const std::vector<casefile::Link>& links, const LinkPresentation& how);

/// A state in words, with the countries of a block.
[[nodiscard]] std::string state_text(const casefile::LinkHistory& history, const std::string& language);

}  // namespace sidik::engine
