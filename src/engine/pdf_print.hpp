#pragma once

#include <string>

#include "base/result.hpp"

namespace sidik::engine {

/// Prints a page to a PDF file by the installed Chromium, without network and with a profile of its own that goes
/// afterwards. `source` is never overwritten, as in write_file().
/// Errors   engine.no_chromium (not_found), naming the package; engine.pdf_failed (io): it ran and left no file, or
/// took
///          more than a minute.
[[nodiscard]] Status write_pdf(const std::string& path, const std::string& html, const std::string& source = {});

}  // namespace sidik::engine
