#include "engine/recipient_list.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "text/letters.hpp"

namespace sidik::engine {
namespace {

constexpr std::size_t kMostRecipients = 10'000;
constexpr std::size_t kLongestName = 100;

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name.front() == '.' || name.front() == '-' || name.back() == '.')
    return false;
  return std::ranges::none_of(name, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
           std::string_view("/\\<>:\"|?*").find(c) != std::string_view::npos;
  });
}

std::vector<std::string> columns_of(std::string_view list) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (const auto name = text::trim(list.substr(at, end - at)); !name.empty()) out.emplace_back(name);
    at = end + 1;
  }
  return out;
}

}  // namespace

Result<std::vector<Recipient>> read_recipients(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<Recipient> out;
  std::set<std::string> seen;
  std::string line;
  if (!file) {
    return fail(ErrorKind::not_found, "engine.recipients_unreadable",
                fmt::format("the list of recipients {} cannot be read", path), "check the path");
  }
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const std::string_view whole = text::trim(line);
    if (whole.empty() || whole.front() == '#') continue;
    const std::size_t colon = std::min(whole.find(':'), whole.size());
    const std::string name(text::trim(whole.substr(0, colon)));
    if (!is_safe_name(name)) {
      return fail(ErrorKind::invalid_input, "engine.recipient_unsafe",
                  fmt::format("line {} of {} has a name that cannot be a file name", number, path),
                  "use letters, digits, blanks, hyphens and dots within it");
    }
    if (!seen.insert(text::fold(name)).second) {
      return fail(ErrorKind::invalid_input, "engine.recipient_twice",
                  fmt::format("line {} of {} names a recipient a second time", number, path),
                  "give every recipient a name of its own");
    }
    if (out.size() == kMostRecipients) {
      return fail(ErrorKind::limit, "engine.recipients_many",
                  fmt::format("{} names more than {} recipients", path, kMostRecipients), "mark in parts");
    }
    out.push_back({name, colon < whole.size() ? columns_of(whole.substr(colon + 1)) : std::vector<std::string>{}});
  }
  if (out.empty()) {
    return fail(ErrorKind::invalid_input, "engine.recipients_empty", fmt::format("{} names no recipient", path),
                "write one name a line");
  }
  return out;
}

}  // namespace sidik::engine
