#include "ingest/dialect/copy_text.hpp"

#include <algorithm>

#include "ingest/sql/sql_escapes.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kMostLines = 2000;
/// So few lines say nothing.
constexpr std::size_t kFewestLines = 3;

bool has_backslash(std::string_view field) { return field.find('\\') != std::string_view::npos; }

/// What the backslashes of a text say.
struct Escapes {
  bool are_all_known = true;
  std::size_t telling = 0;  ///< \N alone in a field, or a doubled backslash
};

void look_at_escapes(std::string_view line, Escapes& escapes) {
  static constexpr std::string_view kKnown = "btnvfrN\\.01234567x";
  for (std::size_t at = line.find('\\'); at != std::string_view::npos; at = line.find('\\', at + 2)) {
    const char next = at + 1 < line.size() ? line[at + 1] : '\0';
    const bool is_alone = (at == 0 || line[at - 1] == '\t') && (at + 2 == line.size() || line[at + 2] == '\t');
    const bool is_null = next == 'N' && is_alone;
    escapes.are_all_known = escapes.are_all_known && kKnown.find(next) != std::string_view::npos && next != '\0' &&
                            (next != 'N' || is_null);
    escapes.telling += is_null || next == '\\' ? 1 : 0;
  }
}

}  // namespace

bool looks_like_copy_text(std::string_view head, bool is_whole, const ReadOptions& options) {
  if (options.delimiter || options.quote || options.escape) return false;
  Escapes escapes;
  std::size_t lines = 0;
  std::ptrdiff_t tabs = 0;
  for (std::size_t at = 0; at < head.size() && lines < kMostLines; ++lines) {
    const std::size_t end = head.find('\n', at);
    if (end == std::string_view::npos && !is_whole) break;
    std::string_view line = head.substr(at, std::min(end, head.size()) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "\\.") break;
    const std::ptrdiff_t found = std::ranges::count(line, '\t');
    if (lines == 0) tabs = found;
    if (found == 0 || found != tabs) return false;
    look_at_escapes(line, escapes);
    at = end == std::string_view::npos ? head.size() : end + 1;
  }
  return lines >= kFewestLines && escapes.are_all_known && escapes.telling > 0;
}

std::span<const std::string_view> decode_copy_fields(std::span<const std::string_view> fields,
                                                     std::deque<std::string>& kept,
                                                     std::vector<std::string_view>& out) {
  if (std::ranges::none_of(fields, has_backslash)) return fields;
  out.assign(fields.begin(), fields.end());
  for (std::string_view& field : out) {
    if (!has_backslash(field)) continue;
    field = field == "\\N" ? std::string_view() : keep_unescaped(field, SqlEscapes::copy, 0, kept);
  }
  return out;
}

}  // namespace sidik::ingest
