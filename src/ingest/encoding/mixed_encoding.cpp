#include "ingest/encoding/mixed_encoding.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/byte_census.hpp"
#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

/// What 0x80 to 0x9F are in Windows-1252 (Unicode's mapping table CP1252.TXT; free bytes as in the WHATWG's).
constexpr std::array<char16_t, 32> kWindows1252 = {0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
                                                   0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool has_high(std::string_view text) { return std::any_of(text.begin(), text.end(), is_high); }

/// Whether every byte beyond ASCII is part of no valid sequence, and there is one.
bool is_no_utf8(std::string_view field) {
  const auto high = static_cast<std::uint64_t>(std::count_if(field.begin(), field.end(), is_high));
  return high > 0 && text::count_invalid_utf8(field) == high;
}

}  // namespace

std::string read_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text::append_utf8(out, byte >= 0x80 && byte < 0xa0 ? kWindows1252[byte - 0x80] : byte);
  }
  return out;
}

std::string write_windows_1252(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = text::next_code_point(text, at);
    const auto* const found = std::find(kWindows1252.begin(), kWindows1252.end(), static_cast<char16_t>(code));
    if (code < 0x100) {
      out += static_cast<char>(code);
    } else if (code < 0x10000 && found != kWindows1252.end()) {
      out += static_cast<char>(0x80 + (found - kWindows1252.begin()));
    } else {
      return {};
    }
  }
  return out;
}

EncodingMender::EncodingMender(const TableInfo& info) {
  if (info.encoding_by == Decider::user) return;
  if (info.encoding == "UTF-8") way_ = Way::from_utf8;
  if (info.encoding == "windows-1252" || info.encoding == "ISO-8859-1") way_ = Way::from_western;
}

void EncodingMender::look_at(std::string_view text) {
  is_needed_ = way_ != Way::none && take_census(text).has_high;
  if (!is_needed_ || way_ != Way::from_utf8) return;
  std::size_t end = text.size();  // a sequence that the window cuts is no fault
  for (int i = 0; i < 3 && end > 0 && (static_cast<unsigned char>(text[end - 1]) & 0xc0U) == 0x80; ++i) --end;
  if (end > 0 && static_cast<unsigned char>(text[end - 1]) >= 0xc0) --end;
  const auto lead = end < text.size() ? static_cast<unsigned char>(text[end]) : 0;
  const std::size_t wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  is_needed_ = text::count_invalid_utf8(text.size() - end < wanted ? text.substr(0, end) : text) > 0;
}

std::span<const std::string_view> EncodingMender::mend(std::span<const std::string_view> fields,
                                                       std::deque<std::string>& kept, std::uint64_t& mixed) {
  if (!is_needed_) return fields;
  bool has_any = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!has_high(fields[i])) continue;
    std::string other;
    if (way_ == Way::from_utf8) {
      if (is_no_utf8(fields[i])) other = read_windows_1252(fields[i]);
    } else {
      other = write_windows_1252(fields[i]);
      if (!has_high(other) || text::count_invalid_utf8(other) > 0) other.clear();
    }
    if (other.empty()) continue;
    if (!std::exchange(has_any, true)) mended_.assign(fields.begin(), fields.end());
    mended_[i] = kept.emplace_back(std::move(other));
  }
  if (!has_any) return fields;
  ++mixed;
  return mended_;
}

}  // namespace sidik::ingest
