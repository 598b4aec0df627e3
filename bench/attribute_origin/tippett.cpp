#include "tippett.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sidik::bench {
namespace {

constexpr int kLeast = -12;
constexpr int kMost = 6;

double share_above(const std::vector<double>& ratios, double limit) {
  return static_cast<double>(std::ranges::count_if(ratios, [&](double lr) { return lr > limit; })) /
         static_cast<double>(ratios.size());
}

std::string curve(const std::vector<double>& ratios, const char* colour) {
  std::string points;
  for (int step = 0; step <= 180; ++step) {
    const double at = kLeast + (kMost - kLeast) * step / 180.0;
    points += fmt::format("{:.1f},{:.1f} ", 40 + 640 * step / 180.0, 20 + 300 * (1 - share_above(ratios, at)));
  }
  return fmt::format("<polyline fill=\"none\" stroke=\"{}\" stroke-width=\"2\" points=\"{}\"/>\n", colour, points);
}

}  // namespace

std::string tippett_table(const std::vector<double>& same, const std::vector<double>& other) {
  std::string out = "log10 LR above   true candidate   wrong candidate\n";
  for (int limit = kLeast; limit <= kMost; ++limit)
    out += fmt::format("{:>14}   {:>14.4f}   {:>15.5f}\n", limit, share_above(same, limit), share_above(other, limit));
  return out;
}

std::string tippett_svg(std::vector<double> same, std::vector<double> other) {
  std::string out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 700 360\" font-family=\"sans-serif\" "
      "font-size=\"12\">\n";
  for (int limit = kLeast; limit <= kMost; limit += 2) {
    const double across = 40 + 640.0 * (limit - kLeast) / (kMost - kLeast);
    out += fmt::format(
        "<line x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"20\" y2=\"320\" stroke=\"#ddd\"/><text x=\"{0:.1f}\" "
        "y=\"336\" text-anchor=\"middle\">{1}</text>\n",
        across, limit);
  }
  out += curve(same, "#1f7a7a") + curve(other, "#b23a3a");
  return out +
         "<text x=\"40\" y=\"354\">share of ratios above log10 LR: true candidates green, wrong ones "
         "red</text>\n</svg>\n";
}

}  // namespace sidik::bench
