#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Where the files of packs lie: in the program, or in a folder of the same layout.
namespace sidik::pack {

/// A file of one pack. `path` is how a person finds it: id/identifiers.toml, or with the folder before it.
struct PackFile {
  std::string path;
  std::string name;       ///< identifiers.toml
  std::string_view text;  ///< points into the program or into `loaded`
  std::string loaded;     ///< the text when it was read from a folder
};

/// The .toml and .tsv files directly inside a pack, ordered by name; none when there is no such pack.
/// Errors   pack.unreadable.
[[nodiscard]] Result<std::vector<PackFile>> files_of_pack(std::string_view pack, const std::string& directory);

/// The profiles in `origins/` of a pack, ordered by name; none when it has no such folder. Errors   pack.unreadable.
[[nodiscard]] Result<std::vector<PackFile>> origin_files_of_pack(std::string_view pack, const std::string& directory);

/// The files in `law/` of a country, ordered by name; none when it has no such folder. Errors   pack.unreadable.
[[nodiscard]] Result<std::vector<PackFile>> law_files_of_pack(std::string_view country, const std::string& directory);

/// The files in `rdap/` of a pack, ordered by name; none when it has no such folder. Errors   pack.unreadable.
[[nodiscard]] Result<std::vector<PackFile>> rdap_files_of_pack(std::string_view pack, const std::string& directory);

/// The files in `global/letters/`. Errors   pack.unreadable.
[[nodiscard]] Result<std::vector<PackFile>> letter_files(const std::string& directory);

/// The names of the packs that have a pack.toml, ordered. None for a folder that cannot be read.
[[nodiscard]] std::vector<std::string> names_of_packs(const std::string& directory);

}  // namespace sidik::pack
