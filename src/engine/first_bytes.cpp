#include "engine/first_bytes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/letters.hpp"

namespace sidik::engine {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kMagic{{
    {"PK\x03\x04"sv, "zip"},
    {"PK\x05\x06"sv, "zip"},
    {"\x1f\x8b"sv, "gzip"},
    {"BZh"sv, "bzip2"},
    {"\xfd"
     "7zXZ\x00"sv,
     "xz"},
    {"\x28\xb5\x2f\xfd"sv, "zstd"},
    {"7z\xbc\xaf\x27\x1c"sv, "7z"},
    {"Rar!\x1a\x07"sv, "rar"},
    {"%PDF-"sv, "pdf"},
    {"SQLite format 3\x00"sv, "sqlite"},
}};

bool begins_like_a_page(std::string_view head) {
  const auto begins = [&](std::string_view word) {
    return head.size() >= word.size() &&
           std::ranges::equal(head.substr(0, word.size()), word, {}, text::to_lower, text::to_lower);
  };
  return begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") || begins("<!--");
}

}  // namespace

std::string type_of_head(std::string_view head) {
  if (head.empty()) return "empty";
  for (const auto& [magic, type] : kMagic) {
    if (head.starts_with(magic)) return std::string(type);
  }
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  const auto first = std::ranges::find_if_not(head, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
  head.remove_prefix(static_cast<std::size_t>(first - head.begin()));
  if (begins_like_a_page(head)) return "html";
  if (head.starts_with('{') || head.starts_with('[')) return "json";
  const bool has_control =
      std::ranges::any_of(head, [](char c) { return c >= 0 && c < ' ' && (c < '\t' || c > '\r'); });
  return has_control ? "binary" : "text";
}

}  // namespace sidik::engine
