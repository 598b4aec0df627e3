#pragma once

#include <string>
#include <string_view>

namespace sidik::engine {

/// What the first bytes of an answer are: empty, html, json, zip, gzip, bzip2, xz, zstd, 7z, rar, pdf, sqlite, text or
/// binary. Says what came and no more: a page where an archive was is seen by it.
[[nodiscard]] std::string type_of_head(std::string_view head);

}  // namespace sidik::engine
