#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/verdict.hpp"

/// The few pieces of markup that every section of the page is made of. Each escapes what it is given, so a section
/// cannot forget to: texts go in as they are, markup comes out.
namespace sidik::report {

/// A text cleaned (report/clean.hpp), cut to `width` cells and escaped for elements and quoted attributes.
[[nodiscard]] std::string shown(std::string_view text, std::size_t width = 400);

struct Heading {
  std::string text;
  bool is_number = false;  ///< set flush right
};

/// A table in its own scrolling box; the first cell of every row heads the row.
[[nodiscard]] std::string html_table(std::string_view caption, const std::vector<Heading>& head,
                                     const std::vector<std::vector<std::string>>& rows);

/// A section: a small heading, the finding as its title, and markup.
[[nodiscard]] std::string html_section(std::string_view id, std::string_view kicker, std::string_view title,
                                       std::string_view markup);

/// A paragraph of small print.
[[nodiscard]] std::string html_note(std::string_view text);

[[nodiscard]] const char* class_of(Tone tone);

/// What a piece of a chart stands for. Each has a colour and, where two could be confused, a hatching.
enum class Ink : unsigned char { track, good, plain, fault, quiet, low, medium, high, very_high };

/// An SVG as wide as its box: across in percent, down in pixels, so that it needs no script to fit a telephone.
class Chart {
 public:
  /// `id` is unique in the page. `title` and `describe` are read out in place of the picture.
  Chart(std::string_view id, std::string_view title, std::string_view describe);

  /// A bar from `from` to `to` (0 to 1 of the box); one that is not empty is at least a sliver wide.
  void bar(double from, double to, double top, double height, Ink ink);
  /// A line straight down at `across`.
  void drop(double across, double top, double bottom);
  /// A text whose baseline is at `down`. `clip` 0 to 1: the share of the box that it may take.
  void label_left(double across, double clip, double down, std::string_view text, bool is_quiet = false);
  void label_right(double across, double down, std::string_view text);
  void label_middle(double across, double down, std::string_view text);
  /// A triangle that points down at `across`, its tip at `down`.
  void pointer(double across, double down);

  [[nodiscard]] std::string finish(double height) const;

 private:
  std::string id_;
  std::string title_;
  std::string describe_;
  std::string body_;
};

/// The key of a chart: a swatch and a word each.
[[nodiscard]] std::string html_legend(const std::vector<std::pair<Ink, std::string>>& entries);

/// part / whole between 0 and 1; 0 when there is no whole.
[[nodiscard]] double share_of(std::uint64_t part, std::uint64_t whole);

}  // namespace sidik::report
