#include "report/html_markup.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/clean.hpp"

namespace sidik::report {
namespace {

constexpr double kSliver = 0.003;

const char* class_of(Ink ink) {
  switch (ink) {
    case Ink::track:
      return "i-track";
    case Ink::good:
      return "i-good";
    case Ink::plain:
      return "i-plain";
    case Ink::fault:
      return "i-fault";
    case Ink::quiet:
      return "i-quiet";
    case Ink::low:
      return "i-low";
    case Ink::medium:
      return "i-medium";
    case Ink::high:
      return "i-high";
    case Ink::very_high:
      return "i-very-high";
  }
  return "i-plain";
}

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string shown(std::string_view text, std::size_t width) { return escape(cut(clean(text), width)); }

std::string html_table(std::string_view caption, const std::vector<Heading>& head,
                       const std::vector<std::vector<std::string>>& rows) {
  std::string out =
      fmt::format("<div class=\"scroll\" tabindex=\"0\"><table><caption>{}</caption><thead><tr>", shown(caption));
  for (const auto& heading : head) {
    out += fmt::format("<th scope=\"col\"{}>{}</th>", heading.is_number ? " class=\"n\"" : "", shown(heading.text));
  }
  out += "</tr></thead><tbody>\n";
  for (const auto& row : rows) {
    out += "<tr>";
    for (std::size_t at = 0; at < row.size(); ++at) {
      const char* numeric = at < head.size() && head[at].is_number ? " class=\"n\"" : "";
      out += at == 0 ? fmt::format("<th scope=\"row\"{}><bdi>{}</bdi></th>", numeric, shown(row[at]))
                     : fmt::format("<td{}><bdi>{}</bdi></td>", numeric, shown(row[at]));
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string html_section(std::string_view id, std::string_view kicker, std::string_view title,
                         std::string_view markup) {
  return fmt::format(
      "<section aria-labelledby=\"t-{0}\" id=\"{0}\">\n<p class=\"kicker\">{1}</p>\n<h2 "
      "id=\"t-{0}\">{2}</h2>\n{3}</section>\n",
      id, shown(kicker), shown(title), markup);
}

std::string html_note(std::string_view text) { return fmt::format("<p class=\"note\">{}</p>\n", shown(text)); }

const char* class_of(Tone tone) {
  switch (tone) {
    case Tone::bad:
      return "bad";
    case Tone::warning:
      return "warning";
    case Tone::calm:
      break;
  }
  return "calm";
}

Chart::Chart(std::string_view id, std::string_view title, std::string_view describe)
    : id_(id), title_(shown(title)), describe_(shown(describe)) {}

void Chart::bar(double from, double to, double top, double height, Ink ink) {
  from = std::clamp(from, 0.0, 1.0);
  to = std::clamp(to, 0.0, 1.0);
  if (to <= from) return;
  const double width = std::max(to - from, kSliver);
  from = std::min(from, 1 - width);
  body_ += fmt::format("<rect class=\"{}\" x=\"{:.3f}%\" y=\"{:.0f}\" width=\"{:.3f}%\" height=\"{:.0f}\"/>\n",
                       class_of(ink), from * 100, top, width * 100, height);
}

void Chart::drop(double across, double top, double bottom) {
  body_ += fmt::format("<line class=\"drop\" x1=\"{0:.3f}%\" x2=\"{0:.3f}%\" y1=\"{1:.0f}\" y2=\"{2:.0f}\"/>\n",
                       std::clamp(across, 0.0, 1.0) * 100, top, bottom);
}

void Chart::label_left(double across, double clip, double down, std::string_view text, bool is_quiet) {
  body_ += fmt::format(
      "<svg x=\"{:.3f}%\" y=\"{:.0f}\" width=\"{:.3f}%\" height=\"20\"><text class=\"{}\" x=\"0\" "
      "y=\"14\">{}</text></svg>\n",
      across * 100, down - 14, clip * 100, is_quiet ? "q" : "l", shown(text, 60));
}

void Chart::label_right(double across, double down, std::string_view text) {
  body_ += fmt::format("<text class=\"v\" x=\"{:.3f}%\" y=\"{:.0f}\">{}</text>\n", across * 100, down, shown(text, 40));
}

void Chart::label_middle(double across, double down, std::string_view text) {
  body_ += fmt::format("<text class=\"m\" x=\"{:.3f}%\" y=\"{:.0f}\">{}</text>\n", across * 100, down, shown(text, 40));
}

void Chart::pointer(double across, double down) {
  body_ += fmt::format(
      "<svg class=\"over\" x=\"{:.3f}%\" y=\"{:.0f}\" width=\"1\" height=\"1\"><path class=\"pointer\" d=\"M0 0L-7 "
      "-11H7Z\"/></svg>\n",
      std::clamp(across, 0.0, 1.0) * 100, down);
}

std::string Chart::finish(double height) const {
  return fmt::format(
      "<figure><svg class=\"chart\" role=\"img\" aria-labelledby=\"{0}-t {0}-d\" width=\"100%\" height=\"{1:.0f}\">"
      "<title id=\"{0}-t\">{2}</title><desc id=\"{0}-d\">{3}</desc>\n{4}</svg></figure>\n",
      id_, height, title_, describe_, body_);
}

std::string html_legend(const std::vector<std::pair<Ink, std::string>>& entries) {
  std::string out = "<ul class=\"legend\">";
  for (const auto& [ink, text] : entries) {
    out += fmt::format(
        "<li><svg width=\"14\" height=\"12\" aria-hidden=\"true\"><rect class=\"{}\" width=\"14\" "
        "height=\"12\"/></svg> {}</li>",
        class_of(ink), shown(text));
  }
  return out + "</ul>\n";
}

double share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace sidik::report
