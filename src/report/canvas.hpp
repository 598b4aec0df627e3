#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/verdict.hpp"

namespace sidik::report {

enum class Style : unsigned char { plain, strong, quiet, good, warning, bad };

/// A terminal page in the making. Every text handed in is clean (report/clean.hpp); widths are in cells.
class Canvas {
 public:
  /// `width` is brought into 60 to 200.
  Canvas(unsigned width, bool colour);

  [[nodiscard]] std::size_t width() const { return width_; }
  /// `text` between the escapes of a style; as it is without colour.
  [[nodiscard]] std::string styled(std::string_view text, Style style) const;

  void line(std::string_view text = {});
  /// The title of a section and its finding, wrapped, after a blank line.
  void heading(std::string_view title, std::string_view finding);
  /// `text` broken at blanks, each line behind `indent` blanks, the first behind `lead` instead.
  void wrapped(std::string_view text, std::size_t indent, Style style = Style::plain, std::string_view lead = {});

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  std::size_t width_;
  bool colour_;
  std::string out_;
};

/// `text` cut or padded to exactly `width` cells.
[[nodiscard]] std::string left(std::string_view text, std::size_t width);
[[nodiscard]] std::string right(std::string_view text, std::size_t width);
/// A bar of `part` of `whole` over `width` cells in eighths of a block, padded; a part that is not 0 shows at least an
/// eighth.
[[nodiscard]] std::string bar(std::uint64_t part, std::uint64_t whole, std::size_t width);
/// Lines of at most `width` cells, broken at blanks, words that are longer cut apart.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

[[nodiscard]] Style style_of(Tone tone);

}  // namespace sidik::report
