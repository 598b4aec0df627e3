#include "pack/pack_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "pack/embedded.hpp"

namespace sidik::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPackFile = "pack.toml";
constexpr std::string_view kOriginFolder = "origins";
constexpr std::string_view kLawFolder = "law";
constexpr std::string_view kRdapFolder = "rdap";
constexpr std::uintmax_t kLargestFile = 64U << 20U;

bool is_data(std::string_view name) { return name.ends_with(".toml") || name.ends_with(".tsv"); }

std::unexpected<Error> unreadable(const std::string& path) {
  return fail(ErrorKind::io, "pack.unreadable", fmt::format("{} cannot be read", path),
              "give --packs a folder that holds one folder a pack, each with a pack.toml");
}

Result<PackFile> read_file(const fs::path& path) {
  std::error_code fault;
  const std::uintmax_t size = fs::file_size(path, fault);
  if (fault || size > kLargestFile) return unreadable(path.string());
  std::ifstream stream(path, std::ios::binary);
  PackFile file{.path = path.string(), .name = path.filename().string(), .text = {}, .loaded = {}};
  file.loaded.assign(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  if (!stream.good() && !stream.eof()) return unreadable(path.string());
  return file;
}

/// The files directly inside `folder`, a pack or a folder of one.
std::vector<PackFile> embedded_files_of(std::string_view folder) {
  std::vector<PackFile> out;
  for (const EmbeddedFile& file : embedded_files()) {
    const std::size_t slash = file.path.rfind('/');
    if (slash == std::string_view::npos || file.path.substr(0, slash) != folder) continue;
    const std::string_view name = file.path.substr(slash + 1);
    out.push_back({.path = std::string(file.path), .name = std::string(name), .text = file.text, .loaded = {}});
  }
  return out;
}

/// The names of what lies in a folder, or nothing when it cannot be read.
Result<std::vector<fs::path>> entries_of(const fs::path& folder) {
  std::error_code fault;
  std::vector<fs::path> out;
  fs::directory_iterator walk(folder, fault);
  while (!fault && walk != fs::directory_iterator()) {
    out.push_back(walk->path());
    walk.increment(fault);
  }
  if (fault) return unreadable(folder.string());
  std::ranges::sort(out);
  return out;
}

/// A pack name is one folder name: no way out of the folder of packs.
bool is_folder_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos;
}

Result<std::vector<PackFile>> data_files_in(const fs::path& folder) {
  std::vector<PackFile> out;
  std::error_code fault;
  SIDIK_TRY(const std::vector<fs::path> entries, entries_of(folder));
  for (const fs::path& path : entries) {
    if (!is_data(path.filename().string()) || !fs::is_regular_file(path, fault)) continue;
    SIDIK_TRY(PackFile file, read_file(path));
    out.push_back(std::move(file));
  }
  for (PackFile& file : out) file.text = file.loaded;
  return out;
}

/// The files in a folder of a pack; none when it has no such folder.
Result<std::vector<PackFile>> files_of_part(std::string_view pack, std::string_view part,
                                            const std::string& directory) {
  if (directory.empty()) return embedded_files_of(fmt::format("{}/{}", pack, part));
  std::vector<PackFile> out;
  const fs::path folder = fs::path(directory) / pack / part;
  std::error_code fault;
  if (!is_folder_name(pack) || !fs::is_directory(folder, fault)) return out;
  return data_files_in(folder);
}

}  // namespace

Result<std::vector<PackFile>> files_of_pack(std::string_view pack, const std::string& directory) {
  if (directory.empty()) return embedded_files_of(pack);
  const fs::path folder = fs::path(directory) / pack;
  std::error_code fault;
  if (!fs::is_directory(directory, fault)) return unreadable(directory);
  if (!is_folder_name(pack) || !fs::is_directory(folder, fault)) return std::vector<PackFile>();
  return data_files_in(folder);
}

Result<std::vector<PackFile>> origin_files_of_pack(std::string_view pack, const std::string& directory) {
  return files_of_part(pack, kOriginFolder, directory);
}

Result<std::vector<PackFile>> law_files_of_pack(std::string_view country, const std::string& directory) {
  return files_of_part(country, kLawFolder, directory);
}

Result<std::vector<PackFile>> rdap_files_of_pack(std::string_view country, const std::string& directory) {
  return files_of_part(country, kRdapFolder, directory);
}

Result<std::vector<PackFile>> letter_files(const std::string& directory) {
  return files_of_part("global", "letters", directory);
}

std::vector<std::string> names_of_packs(const std::string& directory) {
  std::vector<std::string> out;
  if (directory.empty()) {
    for (const EmbeddedFile& file : embedded_files()) {
      const std::size_t slash = file.path.find('/');
      if (slash != std::string_view::npos && file.path.substr(slash + 1) == kPackFile) {
        out.emplace_back(file.path.substr(0, slash));
      }
    }
    return out;
  }
  const auto entries = entries_of(directory);
  if (!entries) return out;
  std::error_code fault;
  for (const fs::path& path : *entries) {
    if (fs::is_regular_file(path / kPackFile, fault)) out.push_back(path.filename().string());
  }
  return out;
}

}  // namespace sidik::pack
