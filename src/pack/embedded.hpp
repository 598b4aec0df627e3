#pragma once

#include <span>
#include <string_view>

namespace sidik::pack {

/// A file of packs/ as it was when the program was built.
struct EmbeddedFile {
  std::string_view path;  ///< below packs/, for example id/identifiers.toml
  std::string_view text;
};

/// All of them, ordered by path. The texts live as long as the program.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace sidik::pack
