#include "engine/case_import.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "casefile/sharing/shared_items.hpp"
#include "engine/case_desk.hpp"
#include "engine/exhibit_in_memory.hpp"

namespace sidik::engine {
namespace {

Result<std::string> read_import(const std::string& path, std::uint64_t most_bytes) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!file || error)
    return fail(ErrorKind::not_found, "engine.import_unreadable", fmt::format("{} cannot be read", path),
                "name the JSON that MISP or AIL wrote");
  if (size > most_bytes)
    return fail(ErrorKind::limit, "engine.import_large",
                fmt::format("{} has {} bytes, and {} are allowed", path, size, most_bytes),
                "export fewer items at once");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

Result<ImportedExhibits> import_exhibits(const CaseAccess& access, const std::string& path, const Context& context) {
  SIDIK_TRY(const std::string json, read_import(path, context.limits.memory_bytes));
  SIDIK_TRY(const auto items, casefile::read_shared_items(json, context.limits.memory_bytes));
  ImportedExhibits imported;
  for (const casefile::SharedItem& item : items) {
    const MemoryFile file;
    if (!file.write(item.bytes))
      return fail(ErrorKind::limit, "engine.import_large", fmt::format("there is no memory for {}", item.name),
                  "free some and import again; what is in the case already is passed over");
    const std::string how = "imported from " + std::filesystem::path(path).filename().string();
    const auto exhibit = add_exhibit(access, {file.path(), item.got_from, how, false, item.name}, context);
    if (exhibit) {
      imported.added.push_back(*exhibit);
    } else if (exhibit.error().code == ErrorCode("engine.exhibit_known")) {
      ++imported.known;
    } else {
      return std::unexpected(exhibit.error());
    }
  }
  return imported;
}

}  // namespace sidik::engine
