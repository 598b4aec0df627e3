#include "ingest/dialect/colon_list.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "ingest/dialect/account_fields.hpp"
#include "ingest/dialect/cell_kind.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kMostLines = 1000;
constexpr std::size_t kMostColumns = 6;
constexpr std::size_t kLongestLine = 4096;

bool is_hexadecimal(std::string_view cell) {
  return cell.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

std::vector<std::string_view> lines_of(std::string_view head, bool is_whole) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < head.size() && lines.size() < kMostLines;) {
    const std::size_t end = head.find('\n', at);
    if (end == std::string_view::npos && !is_whole) break;
    std::string_view line = head.substr(at, end == std::string_view::npos ? end : end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!text::trim(line).empty()) lines.push_back(line);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return lines;
}

std::vector<std::string_view> split(std::string_view line, char delimiter) {
  std::vector<std::string_view> raw;
  for (std::size_t end = line.find(delimiter); end != std::string_view::npos; end = line.find(delimiter)) {
    raw.push_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  raw.push_back(line);
  if (delimiter != ':') return raw;
  std::vector<std::string_view> fields;
  join_addresses(raw, 0, fields);
  return fields;
}

/// What the lines hold in each column, over the lines that have them all.
struct Evidence {
  std::array<std::size_t, kMostColumns> mails{};
  std::array<std::size_t, kMostColumns> hashes{};
  std::array<std::size_t, kMostColumns> addresses{};
  std::size_t lines = 0;
  std::size_t quoted = 0;

  [[nodiscard]] bool is_most(std::size_t count) const { return count * 5 >= lines * 4; }
};

Evidence look_at(const std::vector<std::string_view>& lines, char delimiter, std::size_t columns) {
  Evidence found;
  for (const auto line : lines) {
    auto fields = split(line, delimiter);
    if (fields.size() < columns) continue;
    fields[columns - 1] = {fields[columns - 1].begin(), line.end()};
    ++found.lines;
    for (std::size_t c = 0; c < columns; ++c) {
      found.mails[c] += is_mail(fields[c]);
      found.hashes[c] += is_hash(fields[c]);
      found.addresses[c] += begins_as_address(fields[c]);
      found.quoted += fields[c].size() >= 2 && fields[c].starts_with('"') && fields[c].ends_with('"');
    }
  }
  return found;
}

/// The most frequent number of fields when few lines have fewer; 0 when there is none.
std::size_t usual_columns(const std::vector<std::string_view>& lines, char delimiter) {
  std::map<std::size_t, std::size_t> counts;
  for (const auto line : lines) {
    if (line.size() > kLongestLine) return 0;
    ++counts[split(line, delimiter).size()];
  }
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& left, const auto& right) { return left.second < right.second; });
  if (most == counts.end() || most->first < 2 || most->first > kMostColumns) return 0;
  std::size_t fewer = 0;
  for (const auto& [fields, count] : counts) fewer += fields < most->first ? count : 0;
  const bool is_steady = most->second * 2 > lines.size() && fewer * 20 <= lines.size();
  return is_steady ? most->first : 0;
}

}  // namespace

bool is_hash(std::string_view cell) {
  if (cell.starts_with('*') && cell.size() == 41) return is_hexadecimal(cell.substr(1));
  if (cell.starts_with('$')) return cell.size() >= 20 && is_whole_value(cell);
  constexpr std::array<std::size_t, 7> kLengths = {32, 40, 48, 56, 64, 96, 128};
  return std::find(kLengths.begin(), kLengths.end(), cell.size()) != kLengths.end() && is_hexadecimal(cell);
}

std::optional<ColonList> find_colon_list(std::string_view head, bool is_whole, const ReadOptions& options) {
  if (options.quote || options.escape || options.skip_lines || options.ragged != Ragged::by_habit) return std::nullopt;
  if (options.format && *options.format != "colon_list") return std::nullopt;
  const auto lines = lines_of(head, is_whole);
  constexpr std::size_t kFewestLines = 3;
  if (lines.size() < kFewestLines) return std::nullopt;
  for (const char delimiter : {':', ';', '|'}) {
    if (options.delimiter && *options.delimiter != std::string_view(&delimiter, 1)) continue;
    const std::size_t columns = usual_columns(lines, delimiter);
    if (columns == 0) continue;
    const Evidence found = look_at(lines, delimiter, columns);
    if (found.quoted * 50 > found.lines) continue;
    const auto holds = [&](const auto& counts) {
      return std::any_of(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(columns),
                         [&](std::size_t count) { return found.is_most(count); });
    };
    const bool has_mail = holds(found.mails);
    const bool has_hash = holds(found.hashes);
    if (found.is_most(found.mails[columns - 1])) continue;  // a mail holds no delimiter: an ordinary table
    const std::size_t addresses = *std::ranges::max_element(found.addresses);
    const bool is_login = columns >= 3 && addresses * 2 >= found.lines;
    const bool is_list = delimiter == ':' ? has_mail || has_hash || is_login : has_hash || (columns == 2 && has_mail);
    if (is_list) return ColonList{delimiter, columns, delimiter == ':' && addresses > 0};
  }
  return std::nullopt;
}

}  // namespace sidik::ingest
