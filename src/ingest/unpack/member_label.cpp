#include "ingest/unpack/member_label.hpp"

#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kMostBytes = 255;
constexpr std::size_t kTailBytes = 48;
constexpr std::string_view kEllipsis = "\u2026";

/// Unicode 15: line and paragraph separators, directional marks, embeddings, overrides and isolates, zero widths.
bool is_steering(char32_t code) {
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
         (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || code == 0x061c;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80; }

}  // namespace

std::string member_label(std::string_view name) {
  const std::string shown = text::printable(name);
  std::string label;
  for (std::size_t at = 0; at < shown.size();) {
    const char32_t code = text::next_code_point(shown, at);
    text::append_utf8(label, is_steering(code) ? U'\ufffd' : code);
  }
  if (label.size() <= kMostBytes) return label;
  std::size_t head = kMostBytes - kTailBytes - kEllipsis.size();
  std::size_t tail = label.size() - kTailBytes;
  while (is_continuation(label[head])) --head;
  while (is_continuation(label[tail])) ++tail;
  return label.substr(0, head).append(kEllipsis).append(label, tail);
}

}  // namespace sidik::ingest
