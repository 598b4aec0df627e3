#pragma once

#include <string_view>

#include "text/letters.hpp"

namespace sidik::identify {

/// text::trim without the call where the field begins and ends in a printed ASCII character, as nearly all do.
[[nodiscard]] inline std::string_view quick_trim(std::string_view field) {
  const auto is_plain = [](char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x80; };
  if (!field.empty() && is_plain(field.front()) && is_plain(field.back())) return field;
  return text::trim(field);
}

}  // namespace sidik::identify
