#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::ingest {

/// `is_sure`: something spoke for the header; else its names may be values and are not shown.
struct HeaderGuess {
  bool is_header = false;
  bool is_sure = false;
  std::size_t lines = 1;  ///< 2: the record below it names the columns once more
};

/// Whether the first of these records is a header: its cells are of another kind than the column's values, are words
/// that headers use (`is_header_word`, may be empty), do not recur below, are distinct and not empty. When nothing
/// speaks for or against, a first record of distinct plain words counts as a header.
[[nodiscard]] HeaderGuess guess_header(const std::vector<std::vector<std::string>>& records,
                                       const std::function<bool(std::string_view)>& is_header_word);

}  // namespace sidik::ingest
