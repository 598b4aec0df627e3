#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace sidik::pack {

/// A letter as it is written again and again; what stands in braces is filled in. docs/formats/letters.md.
struct LetterTemplate {
  std::string kind;
  std::map<std::string, std::string> subject;  ///< by language
  std::map<std::string, std::string> body;
};

/// The letters of `global/letters/letters.toml`.
/// Errors   pack.malformed with file, line and key; pack.unknown where there is no such file; pack.unreadable.
[[nodiscard]] Result<std::vector<LetterTemplate>> load_letters(const std::string& directory = {});
/// For tests. `path` is only named in errors.
[[nodiscard]] Result<std::vector<LetterTemplate>> read_letters(std::string_view path, std::string_view text);

}  // namespace sidik::pack
