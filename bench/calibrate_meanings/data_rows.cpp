#include "data_rows.hpp"

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

namespace sidik::bench {

std::vector<std::vector<std::string>> data_rows(std::string_view file, std::size_t fields) {
  const auto end_with = [&](std::string_view what) {
    fmt::print(stderr, "{}: {}\n", file, what);
    std::exit(1);
  };
  std::ifstream in(fmt::format("{}/{}", SIDIK_SCHEMAS_FOLDER, file));
  std::vector<std::vector<std::string>> rows;
  bool is_below_names = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> row(1);
    for (const char c : line) {
      if (c == '\t')
        row.emplace_back();
      else
        row.back() += c;
    }
    if (row.size() != fields)
      end_with(fmt::format("row {} has {} fields, not {}", rows.size() + 1, row.size(), fields));
    if (is_below_names) rows.push_back(std::move(row));
    is_below_names = true;
  }
  if (rows.empty()) end_with("cannot be read");
  return rows;
}

}  // namespace sidik::bench
