#include "text/mask.hpp"

#include <unicode/uchar.h>

#include <cstddef>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace sidik::text {
namespace {

constexpr std::size_t kMostCodePoints = 40;
constexpr std::size_t kShortestWordShown = 3;
constexpr std::size_t kShortestNumberShown = 8;
constexpr std::size_t kLongestTopLevelDomain = 6;
constexpr std::string_view kDot = "\xE2\x80\xA2";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

UChar32 as_icu(char32_t c) { return static_cast<UChar32>(c); }
bool is_number(char32_t c) { return u_isdigit(as_icu(c)) != 0; }
bool is_hidden(char32_t c) {
  const auto category = u_charType(as_icu(c));
  return u_isalnum(as_icu(c)) != 0 || category == U_NON_SPACING_MARK || category == U_COMBINING_SPACING_MARK ||
         category == U_OTHER_NUMBER || category == U_LETTER_NUMBER;
}

/// Marks that dates, numbers, names and addresses are written with. All others may belong to a password.
bool is_shown_mark(char32_t c) {
  return c < 0x80 && std::string_view("-/.,:'()+").find(static_cast<char>(c)) != std::string_view::npos;
}

/// Writes the mask up to its longest length.
class MaskWriter {
 public:
  void put(char32_t c) {
    if (!take_place()) return;
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    append_utf8(out_, is_control ? char32_t{0xFFFD} : c);
  }
  void dot() {
    if (take_place()) out_ += kDot;
  }
  [[nodiscard]] bool is_full() const { return is_cut_; }
  std::string finish() {
    if (is_cut_) out_ += kEllipsis;
    return std::move(out_);
  }

 private:
  bool take_place() {
    is_cut_ = is_cut_ || count_ == kMostCodePoints;
    if (!is_cut_) ++count_;
    return !is_cut_;
  }

  std::string out_;
  std::size_t count_ = 0;
  bool is_cut_ = false;
};

struct Run {
  std::size_t end = 0;
  std::size_t letters = 0;
  std::size_t digits = 0;
};

Run hidden_run(std::string_view field, std::size_t start) {
  Run run{.end = start};
  for (std::size_t at = start; at < field.size(); run.end = at) {
    const char32_t c = next_code_point(field, at);
    if (!is_hidden(c)) break;
    ++(is_number(c) ? run.digits : run.letters);
  }
  return run;
}

/// How many code points at the beginning of a run stay. A run of letters and digits mixed, such as a hash, shows none.
std::size_t shown_of(const Run& run) {
  if (run.digits == 0) return run.letters >= kShortestWordShown ? 1 : 0;
  return run.letters == 0 && run.digits >= kShortestNumberShown ? 2 : 0;
}

void mask_plain(MaskWriter& writer, std::string_view part) {
  for (std::size_t at = 0; at < part.size() && !writer.is_full();) {
    const Run run = hidden_run(part, at);
    if (run.end == at) {
      const char32_t mark = next_code_point(part, at);
      if (is_shown_mark(mark)) {
        writer.put(mark);
      } else {
        writer.dot();
      }
      continue;
    }
    std::size_t shown = shown_of(run);
    while (at < run.end && !writer.is_full()) {
      const char32_t c = next_code_point(part, at);
      if (shown > 0) {
        writer.put(c);
        --shown;
      } else {
        writer.dot();
      }
    }
  }
}

/// Where the top-level domain of an e-mail address begins; its size when it has none that may be shown.
std::size_t top_level_domain_at(std::string_view address) {
  std::size_t end = address.size();
  while (end > 0 && !is_letter(address[end - 1])) --end;
  const std::size_t dot = address.substr(0, end).rfind('.');
  if (dot == std::string_view::npos || dot < address.rfind('@')) return address.size();
  const std::string_view label = address.substr(dot + 1, end - dot - 1);
  if (label.size() < 2 || label.size() > kLongestTopLevelDomain) return address.size();
  for (const char c : label) {
    if (!is_letter(c)) return address.size();
  }
  return dot + 1;
}

void mask_address(MaskWriter& writer, std::string_view address) {
  const std::size_t domain_at = top_level_domain_at(address);
  for (std::size_t at = 0; at < address.size() && !writer.is_full();) {
    const bool is_shown = at >= domain_at;
    const char32_t c = next_code_point(address, at);
    if (is_shown || c == U'@' || is_shown_mark(c)) {
      writer.put(c);
    } else {
      writer.dot();
    }
  }
}

}  // namespace

std::string mask(std::string_view field) {
  MaskWriter writer;
  std::size_t at = 0;
  while (at < field.size() && !writer.is_full()) {
    const std::size_t blank = field.find_first_of(" \t", at);
    const std::size_t end = blank == std::string_view::npos ? field.size() : blank;
    const std::string_view part = field.substr(at, end - at);
    if (part.find('@') != std::string_view::npos) {
      mask_address(writer, part);
    } else {
      mask_plain(writer, part);
    }
    for (at = end; at < field.size() && is_blank(field[at]); ++at) writer.put(' ');
  }
  return writer.finish();
}

}  // namespace sidik::text
