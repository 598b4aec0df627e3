#include "identify/placeholder.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/letters.hpp"

namespace sidik::identify {

bool is_placeholder(std::string_view field) {
  static constexpr std::string_view kWords[] = {
      "null",       "n/a",       "na",      "n.a.",          "n/d",          "nil",      "none",
      "-",          "--",        "---",     "\\n",           "(null)",       "<null>",   "[null]",
      "nan",        ".",         "?",       "#n/a",          "nihil",        "kosong",   "tidak ada",
      "tidak tahu", "belum ada", "unknown", "not available", "not provided", "undefined"};
  constexpr std::size_t kLongest = 13;
  field = text::trim(field);
  if (field.empty()) return true;
  if (field.size() > kLongest) return false;
  std::array<char, kLongest> lower{};
  std::ranges::transform(field, lower.begin(), text::to_lower);
  return std::ranges::find(kWords, std::string_view(lower.data(), field.size())) != std::end(kWords);
}

}  // namespace sidik::identify
