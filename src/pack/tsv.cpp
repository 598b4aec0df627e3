#include "pack/tsv.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace sidik::pack {
namespace {

/// Cuts `line` at its tabs into `fields`; false when there are more or fewer than fit.
bool split(std::string_view line, std::span<std::string_view> fields) {
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const std::size_t tab = line.find('\t');
    const bool is_last = index + 1 == fields.size();
    if ((tab == std::string_view::npos) != is_last) return false;
    fields[index] = line.substr(0, tab);
    if (!is_last) line.remove_prefix(tab + 1);
  }
  return true;
}

}  // namespace

std::unexpected<Error> malformed(std::string_view path, std::size_t line, std::string_view key, std::string_view says) {
  std::string what = fmt::format("{}, line {}", path, line);
  if (!key.empty()) what += fmt::format(", {}", key);
  return fail(ErrorKind::invalid_input, "pack.malformed", fmt::format("{}: {}", what, says),
              "docs/formats/pack.md has the format of every file of a pack");
}

Result<std::uint64_t> number_field(std::string_view path, std::size_t line, std::string_view column,
                                   std::string_view field, std::uint64_t empty) {
  if (field.empty()) return empty;
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (fault != std::errc() || end != field.data() + field.size()) {
    return malformed(path, line, column, "is no whole number");
  }
  return value;
}

Status read_tsv(std::string_view path, std::string_view text, std::span<const std::string_view> columns,
                const std::function<Status(const TsvRow&)>& take) {
  std::vector<std::string_view> fields(columns.size());
  bool has_head = false;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (!split(line, fields)) {
      return malformed(path, number, "",
                       fmt::format("must have {} fields: {}", columns.size(), fmt::join(columns, ", ")));
    }
    if (has_head) {
      SIDIK_CHECK(take({fields, number}));
      continue;
    }
    for (std::size_t index = 0; index < columns.size(); ++index) {
      if (fields[index] != columns[index]) {
        return malformed(path, number, columns[index], fmt::format("stands not at place {} of the head", index + 1));
      }
    }
    has_head = true;
  }
  return {};
}

}  // namespace sidik::pack
