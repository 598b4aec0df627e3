#include "report/canvas.hpp"

#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "text/utf8.hpp"

namespace sidik::report {
namespace {

constexpr unsigned kNarrowest = 60;
constexpr unsigned kWidest = 200;

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::strong:
      return "\x1b[1m";
    case Style::quiet:
      return "\x1b[2m";
    case Style::good:
      return "\x1b[32m";
    case Style::warning:
      return "\x1b[33m";
    case Style::bad:
      return "\x1b[1;31m";
    case Style::plain:
      break;
  }
  return "";
}

/// Moves as many code points as fit into `width` cells from `word` to the result; at least one.
std::string take_cells(std::string_view& word, std::size_t width) {
  std::size_t at = 0;
  std::size_t end = 0;
  while (at < word.size()) {
    (void)text::next_code_point(word, at);
    if (end > 0 && cells(word.substr(0, at)) > width) break;
    end = at;
  }
  std::string taken(word.substr(0, end));
  word.remove_prefix(end);
  return taken;
}

}  // namespace

Canvas::Canvas(unsigned width, bool colour) : width_(std::clamp(width, kNarrowest, kWidest)), colour_(colour) {}

std::string Canvas::styled(std::string_view text, Style style) const {
  const std::string_view escape = escape_of(style);
  if (!colour_ || escape.empty()) return std::string(text);
  return std::string(escape) + std::string(text) + "\x1b[0m";
}

void Canvas::line(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && text[end - 1] == ' ') --end;
  out_ += text.substr(0, end);
  out_ += '\n';
}

void Canvas::heading(std::string_view title, std::string_view finding) {
  line();
  const std::size_t rule = width_ > cells(title) + 4 ? width_ - cells(title) - 4 : 0;
  std::string lines;
  for (std::size_t at = 0; at < rule; ++at) lines += "─";
  line(styled("── ", Style::quiet) + styled(title, Style::strong) + styled(" " + lines, Style::quiet));
  if (!finding.empty()) wrapped(finding, 0, Style::strong);
}

void Canvas::wrapped(std::string_view text, std::size_t indent, Style style, std::string_view lead) {
  bool is_first = true;
  for (const auto& part : wrap(text, width_ > indent ? width_ - indent : 1)) {
    const std::string before = is_first && !lead.empty() ? std::string(lead) : std::string(indent, ' ');
    line(before + styled(part, style));
    is_first = false;
  }
}

std::string left(std::string_view text, std::size_t width) {
  std::string out = cut(text, width);
  out.append(width - std::min(width, cells(out)), ' ');
  return out;
}

std::string right(std::string_view text, std::size_t width) {
  const std::string out = cut(text, width);
  return std::string(width - std::min(width, cells(out)), ' ') + out;
}

std::string bar(std::uint64_t part, std::uint64_t whole, std::size_t width) {
  static constexpr const char* kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (whole == 0 || part == 0) return std::string(width, ' ');
  const double share = std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
  const auto most = static_cast<std::size_t>(8 * width);
  auto eighths = static_cast<std::size_t>(std::floor(share * static_cast<double>(most)));
  eighths = std::clamp<std::size_t>(eighths, 1, most);
  std::string out;
  for (std::size_t at = 0; at < eighths / 8; ++at) out += "█";
  out += kEighths[eighths % 8];
  const std::size_t used = eighths / 8 + (eighths % 8 == 0 ? 0 : 1);
  out.append(width - std::min(width, used), ' ');
  return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, blank - at);
    at = blank + 1;
    if (word.empty()) continue;
    if (used > 0 && used + 1 + cells(word) > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    while (cells(word) > width - used) {
      lines.back() += take_cells(word, width - used);
      lines.emplace_back();
      used = 0;
    }
    lines.back() += word;
    used += cells(word);
  }
  if (lines.back().empty() && lines.size() > 1) lines.pop_back();
  return lines;
}

Style style_of(Tone tone) {
  switch (tone) {
    case Tone::bad:
      return Style::bad;
    case Tone::warning:
      return Style::warning;
    case Tone::calm:
      break;
  }
  return Style::plain;
}

}  // namespace sidik::report
