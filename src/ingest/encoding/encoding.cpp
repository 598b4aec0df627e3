#include "ingest/encoding/encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "ingest/encoding/encoding_guess.hpp"
#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
/// The longer marks first: the one of UTF-32LE begins with the one of UTF-16LE.
constexpr std::array<Mark, 5> kMarks = {{{std::string_view("\xff\xfe\x00\x00", 4), "UTF-32LE"},
                                         {std::string_view("\x00\x00\xfe\xff", 4), "UTF-32BE"},
                                         {std::string_view("\xef\xbb\xbf", 3), "UTF-8"},
                                         {std::string_view("\xff\xfe", 2), "UTF-16LE"},
                                         {std::string_view("\xfe\xff", 2), "UTF-16BE"}}};

bool is_known_to_icu(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status) != 0 || converter == nullptr) return false;
  ucnv_close(converter);
  return true;
}

/// Bytes are left at the end of a head that may belong to a sequence cut by it.
std::string_view without_cut_sequence(std::string_view head) {
  std::size_t end = head.size();
  for (int i = 0; i < 3 && end > 0 && (static_cast<unsigned char>(head[end - 1]) & 0xc0) == 0x80; ++i) --end;
  if (end > 0 && static_cast<unsigned char>(head[end - 1]) >= 0xc0) --end;
  return head.substr(0, end);
}

/// Whether nine of ten whole lines hold `mark` as often as the first line does, and at least once.
bool is_on_every_line(std::string_view head, char mark) {
  std::size_t lines = 0;
  std::size_t alike = 0;
  std::ptrdiff_t usual = 0;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = head.find('\n', at);
    if (end == std::string_view::npos) break;
    const std::string_view line = head.substr(at, end - at);
    const auto marks = std::count(line.begin(), line.end(), mark);
    if (lines++ == 0) usual = marks;
    alike += marks == usual;
    at = end + 1;
  }
  return usual > 0 && lines >= 2 && alike * 10 >= lines * 9;
}

}  // namespace

bool has_high_byte(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

Result<Encoding> detect_encoding(std::string_view head, const std::optional<std::string>& user) {
  Encoding encoding;
  const auto mark =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& m) { return head.starts_with(m.bytes); });
  if (user) {
    if (!is_known_to_icu(*user)) {
      return fail(ErrorKind::usage, "ingest.encoding_unknown", fmt::format("no encoding is called {}", *user),
                  "use a name such as UTF-8, UTF-16LE, windows-1252, ISO-8859-1, Shift_JIS");
    }
    encoding.name = ucnv_compareNames(user->c_str(), "UTF-8") == 0 ? "UTF-8" : *user;
    encoding.by = Decider::user;
    if (mark != kMarks.end() && ucnv_compareNames(user->c_str(), std::string(mark->encoding).c_str()) == 0) {
      encoding.mark_bytes = mark->bytes.size();
    }
    return encoding;
  }
  if (mark != kMarks.end()) return Encoding{std::string(mark->encoding), mark->bytes.size(), Decider::mark};
  if (const auto wide = guess_wide(head); !wide.empty()) {
    encoding.name = wide;
    return encoding;
  }
  const std::string_view whole = head.size() < kEncodingHead ? head : without_cut_sequence(head);
  if (!has_high_byte(whole)) {
    if (std::string shifted = guess_seven_bit(whole); !shifted.empty()) encoding.name = std::move(shifted);
    return encoding;
  }
  const auto high = static_cast<std::uint64_t>(
      std::count_if(whole.begin(), whole.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  const std::uint64_t invalid = text::count_invalid_utf8(whole);
  if (invalid * 4 <= high && (invalid == 0 || high > invalid)) return encoding;
  encoding.name = guess_eight_bit(whole);
  const bool is_western = encoding.name == "windows-1252" || encoding.name == "ISO-8859-1";
  if (is_western && has_lines_of_both(whole)) encoding.name = "UTF-8";  // the other lines are read as Windows-1252
  return encoding;
}

bool is_binary(std::string_view decoded_head, std::string_view delimiter) {
  const bool is_mark_regular = is_on_every_line(decoded_head, '\x01');
  std::size_t controls = 0;
  std::size_t nuls = 0;
  for (const char c : decoded_head) {
    const auto byte = static_cast<unsigned char>(c);
    if (delimiter.find(c) != std::string_view::npos || (byte == 1 && is_mark_regular)) continue;
    if (byte == 0)
      ++nuls;
    else if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x0b &&
              byte != 0x1b && byte < 0x1c))
      ++controls;
  }
  return controls * 64 > decoded_head.size() || nuls * 2 > decoded_head.size();
}

}  // namespace sidik::ingest
