#include "reliability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace sidik::bench {
namespace {

constexpr std::size_t kWidthBins = 10;
constexpr std::size_t kMassBins = 15;

ReliabilityBin bin_of(std::span<const Forecast> forecasts, double from, double to) {
  ReliabilityBin bin{.from = from, .to = to, .count = forecasts.size()};
  for (const Forecast& each : forecasts) {
    bin.confidence += each.confidence;
    bin.right += each.right ? 1 : 0;
  }
  if (bin.count == 0) return bin;
  bin.confidence /= static_cast<double>(bin.count);
  bin.right /= static_cast<double>(bin.count);
  return bin;
}

double error_of(const ReliabilityBin& bin, std::size_t all) {
  return std::abs(bin.confidence - bin.right) * static_cast<double>(bin.count) / static_cast<double>(all);
}

}  // namespace

Reliability measure_reliability(std::vector<Forecast> forecasts) {
  Reliability out;
  out.count = forecasts.size();
  if (forecasts.empty()) return out;
  std::ranges::sort(forecasts, {}, &Forecast::confidence);
  const std::span<const Forecast> all(forecasts);
  const ReliabilityBin whole = bin_of(all, 0, 1);
  out.accuracy = whole.right;
  out.confidence = whole.confidence;
  for (const Forecast& each : all) {
    const double miss = each.confidence - (each.right ? 1 : 0);
    out.brier += miss * miss / static_cast<double>(out.count);
  }
  std::size_t start = 0;
  for (std::size_t b = 0; b < kWidthBins; ++b) {
    std::size_t end = start;
    const double to = static_cast<double>(b + 1) / kWidthBins;
    while (end < all.size() && (all[end].confidence < to || b + 1 == kWidthBins)) ++end;
    const ReliabilityBin bin = bin_of(all.subspan(start, end - start), static_cast<double>(b) / kWidthBins, to);
    start = end;
    if (bin.count == 0) continue;
    out.width_error += error_of(bin, out.count);
    out.bins.push_back(bin);
  }
  for (std::size_t b = 0; b < kMassBins; ++b) {
    const std::size_t from = all.size() * b / kMassBins;
    const std::size_t to = all.size() * (b + 1) / kMassBins;
    out.mass_error += error_of(bin_of(all.subspan(from, to - from), 0, 1), out.count);
  }
  return out;
}

std::string reliability_text(std::string_view name, const Reliability& reliability) {
  std::string out = fmt::format(
      "{}: {} calls, {:.1f} % right, mean confidence {:.3f}, expected calibration error {:.4f} (10 bins of equal "
      "width) "
      "{:.4f} (15 of equal count), Brier score {:.4f}\n",
      name, reliability.count, reliability.accuracy * 100, reliability.confidence, reliability.width_error,
      reliability.mass_error, reliability.brier);
  out += "  confidence      calls   mean  right\n";
  for (const ReliabilityBin& bin : reliability.bins)
    out += fmt::format("  {:.1f} to {:.1f} {:>10}  {:.3f}  {:.3f}\n", bin.from, bin.to, bin.count, bin.confidence,
                       bin.right);
  return out;
}

std::string reliability_svg(std::span<const NamedReliability> sets) {
  static constexpr std::array kColours = {"#1b4b72", "#b5532b", "#4a7d3a", "#7a4a8a"};
  static constexpr double kSide = 320;
  static constexpr double kLeft = 50;
  static constexpr double kTop = 20;
  const auto x = [](double share) { return kLeft + share * kSide; };
  const auto y = [](double share) { return kTop + (1 - share) * kSide; };
  std::string out =
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 390" font-family="sans-serif" font-size="12">)";
  out += fmt::format("\n<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#888\"/>\n", kLeft,
                     kTop, kSide, kSide);
  out += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#888\" stroke-dasharray=\"4\"/>\n", x(0),
                     y(0), x(1), y(1));
  for (int tenth = 0; tenth <= 10; tenth += 2) {
    out += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", x(tenth / 10.0), y(0) + 16,
                       tenth * 10);
    out += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n", kLeft - 6, y(tenth / 10.0) + 4,
                       tenth * 10);
  }
  out += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">confidence, %</text>\n", x(0.5), y(0) + 36);
  out += fmt::format(
      "<text x=\"12\" y=\"{0}\" text-anchor=\"middle\" transform=\"rotate(-90 12 {0})\">right, %</text>\n", y(0.5));
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const char* colour = kColours[s % kColours.size()];
    std::string line;
    for (const ReliabilityBin& bin : sets[s].reliability.bins) {
      line += fmt::format("{:.1f},{:.1f} ", x(bin.confidence), y(bin.right));
      const double radius =
          2 + 6 * std::sqrt(static_cast<double>(bin.count) / static_cast<double>(sets[s].reliability.count));
      out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"{}\"/>\n", x(bin.confidence),
                         y(bin.right), radius, colour);
    }
    out += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\"/>\n", line, colour);
    out += fmt::format("<text x=\"{}\" y=\"{}\" fill=\"{}\">{}: error {:.3f}</text>\n", kLeft + kSide + 15,
                       kTop + 16 + 20 * static_cast<double>(s), colour, sets[s].name, sets[s].reliability.width_error);
  }
  return out + "</svg>\n";
}

}  // namespace sidik::bench
