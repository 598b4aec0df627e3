#include "report/clean.hpp"

#include "text/letters.hpp"
#include "text/mask.hpp"
#include "text/utf8.hpp"

namespace sidik::report {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Controls, direction marks, zero-width and other invisible characters, private use, tags (Unicode 15,
/// DerivedCoreProperties Default_Ignorable_Code_Point and general categories Cc, Cf, Co, Zl, Zp).
constexpr Range kUnsafe[] = {{0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F},
                             {0x0600, 0x0605},   {0x061C, 0x061C},   {0x06DD, 0x06DD},   {0x070F, 0x070F},
                             {0x0890, 0x0891},   {0x08E2, 0x08E2},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
                             {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
                             {0x3164, 0x3164},   {0xE000, 0xF8FF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
                             {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0xFFFE, 0xFFFF},   {0x110BD, 0x110BD},
                             {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0x10FFFF}};

/// Combining marks (general category Mn) of the scripts most often met.
constexpr Range kCombining[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                                {0x064B, 0x065F}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
                                {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};

/// Wide in a terminal (UAX 11, the large blocks of W and F).
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0x33FF}, {0x3400, 0x4DBF},
                           {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},  {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
                           {0xFE30, 0xFE4F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
                           {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

template <std::size_t Size>
bool is_in(const Range (&ranges)[Size], char32_t letter) {
  for (const Range& range : ranges) {
    if (letter >= range.first && letter <= range.last) return true;
  }
  return false;
}

std::size_t cells_of(char32_t letter) {
  if (letter < 0x300) return 1;
  if (is_in(kCombining, letter)) return 0;
  return is_in(kWide, letter) ? 2 : 1;
}

constexpr char32_t kReplacement = 0xFFFD;

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = text::next_code_point(text, at);
    text::append_utf8(out, is_in(kUnsafe, letter) ? kReplacement : letter);
  }
  return out;
}

std::size_t cells(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += cells_of(text::next_code_point(text, at));
  return sum;
}

std::string cut(std::string_view text, std::size_t width) {
  static constexpr std::size_t kMarksEach = 2;
  std::string out;
  std::size_t used = 0;
  std::size_t marks = 0;
  std::size_t room_for_ellipsis = 0;  // bytes of `out` that leave one cell free
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = text::next_code_point(text, at);
    const std::size_t wide = cells_of(letter);
    marks = wide == 0 ? marks + 1 : 0;
    if (marks > kMarksEach) continue;
    if (used + wide > width) {
      out.resize(room_for_ellipsis);
      return width == 0 ? std::string() : out + "…";
    }
    text::append_utf8(out, letter);
    used += wide;
    if (used + 1 <= width) room_for_ellipsis = out.size();
  }
  return out;
}

std::string safe_example(std::string_view example, bool is_unmasked) {
  if (is_unmasked) return clean(example);
  std::size_t in_a_row = 0;
  for (std::size_t at = 0; at < example.size();) {
    const char32_t letter = text::next_code_point(example, at);
    const bool is_ascii_plain =
        letter < 0x80 && (text::is_digit(static_cast<char>(letter)) || text::is_letter(static_cast<char>(letter)));
    const bool is_mark = letter >= 0x2000 && letter <= 0x2BFF;  // the mask's dot and ellipsis among them
    in_a_row = is_ascii_plain || (letter >= 0xC0 && !is_mark) ? in_a_row + 1 : 0;
    if (in_a_row == 4) return clean(text::mask(example));
  }
  return clean(example);
}

}  // namespace sidik::report
