#include "ingest/encoding.hpp"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

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

/// Text of mostly Latin letters in UTF-16 or UTF-32 has NUL bytes at fixed places.
std::string_view by_nul_pattern(std::string_view head) {
  std::array<std::size_t, 4> nuls{};
  const std::size_t usable = head.size() / 4 * 4;
  if (usable < 8) return {};
  for (std::size_t i = 0; i < usable; ++i) nuls[i % 4] += head[i] == 0;
  const std::size_t quads = usable / 4;
  const auto is_most = [&](std::size_t count) { return count * 10 >= quads * 7; };
  const auto is_few = [&](std::size_t count) { return count * 10 <= quads; };
  if (is_few(nuls[0]) && is_most(nuls[1]) && is_most(nuls[2]) && is_most(nuls[3])) return "UTF-32LE";
  if (is_most(nuls[0]) && is_most(nuls[1]) && is_most(nuls[2]) && is_few(nuls[3])) return "UTF-32BE";
  if (is_few(nuls[0]) && is_most(nuls[1]) && is_few(nuls[2]) && is_most(nuls[3])) return "UTF-16LE";
  if (is_most(nuls[0]) && is_few(nuls[1]) && is_most(nuls[2]) && is_few(nuls[3])) return "UTF-16BE";
  return {};
}

std::string by_uchardet(std::string_view head) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), head.data(), head.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

bool is_known_to_icu(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status) != 0 || converter == nullptr) return false;
  ucnv_close(converter);
  return true;
}

std::string single_byte(std::string_view head) {
  const bool has_c1 = std::any_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xa0;
  });
  return has_c1 ? "windows-1252" : "ISO-8859-1";
}

bool is_western(std::string_view name) {
  return name == "WINDOWS-1252" || name == "ISO-8859-1" || name == "ISO-8859-15" || name.starts_with("MAC-") ||
         name.starts_with("VISCII");
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
  if (const auto wide = by_nul_pattern(head); !wide.empty()) {
    encoding.name = wide;
    return encoding;
  }
  const std::string_view whole = without_cut_sequence(head);
  const auto high = static_cast<std::uint64_t>(
      std::count_if(whole.begin(), whole.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  const std::uint64_t invalid = text::count_invalid_utf8(whole);
  if (invalid * 4 <= high && (invalid == 0 || high > invalid)) return encoding;
  const std::string guess = by_uchardet(whole);
  constexpr std::uint64_t kEnoughToJudge = 24;
  const bool is_trusted = !guess.empty() && guess != "ASCII" && !guess.starts_with("UTF-") && !is_western(guess) &&
                          high >= kEnoughToJudge && is_known_to_icu(guess);
  encoding.name = is_trusted ? guess : single_byte(whole);
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
