#include "pack/rdap_services.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "pack/pack_files.hpp"
#include "pack/tsv.hpp"

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 3> kColumns{"key", "base", "mark"};

}  // namespace

Result<std::vector<RdapServiceRow>> rdap_services(const std::string& directory) {
  SIDIK_TRY(const auto files, rdap_files_of_pack("global", directory));
  std::vector<RdapServiceRow> rows;
  for (const PackFile& file : files) {
    if (file.name != "services.tsv") continue;
    SIDIK_CHECK(read_tsv(file.path, file.text, kColumns, [&](const TsvRow& row) -> Status {
      if (row.fields[0].empty()) return malformed(file.path, row.line, "key", "is empty");
      if (!row.fields[1].starts_with("https://") || !row.fields[1].ends_with('/'))
        return malformed(file.path, row.line, "base", "must begin with https:// and end with /");
      if (std::ranges::find(rows, row.fields[0], &RdapServiceRow::key) != rows.end())
        return malformed(file.path, row.line, "key", "stands twice");
      rows.push_back({std::string(row.fields[0]), std::string(row.fields[1]), std::string(row.fields[2])});
      return {};
    }));
  }
  return rows;
}

}  // namespace sidik::pack
