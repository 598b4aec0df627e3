#pragma once

#include <string>

#include "findings/document.hpp"
#include "pack/pack.hpp"

namespace sidik::report {

enum class Language : unsigned char { english, indonesian };

struct RenderOptions {
  Language language = Language::english;
  bool colour = false;   ///< ANSI colours, for a terminal
  unsigned width = 100;  ///< columns of the terminal
};

/// The report for a terminal: the verdict first, then tables and bars. Read in 30 seconds.
/// UTF-8; every text from a dump (column names, file names) is made printable first, so no control character gets out.
[[nodiscard]] std::string render_text(const findings::Document& document, const pack::Pack& pack,
                                      const RenderOptions& options);

/// One self-contained HTML page: no script, no outside resource, SVG charts, prints well. Every text is escaped; a
/// Content-Security-Policy in the page forbids script and loading.
[[nodiscard]] std::string render_html(const findings::Document& document, const pack::Pack& pack,
                                      const RenderOptions& options);

}  // namespace sidik::report
