#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "identify/meaning.hpp"
#include "pack/pack.hpp"

/// What several tests of this room need: the packs, the folder of third-party data, a small CSV reader. Only tests
/// include it.
namespace sidik::identify {

inline const pack::Pack& test_pack() {
  static const pack::Pack kLoaded = [] {
    const std::string names[] = {"id"};
    auto pack = pack::load_pack(names);
    if (!pack) ADD_FAILURE() << to_line(pack.error());
    return pack ? std::move(*pack) : pack::Pack{};
  }();
  return kLoaded;
}

inline std::string data_folder() {
  const char* given = std::getenv("SIDIK_DATA");
  return given != nullptr ? given : std::string(SIDIK_SOURCE_DIR) + "/../shared/data";
}

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct TestTable {
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> rows;

  /// Samples of all columns; blind: the headers are c1, c2, ...
  [[nodiscard]] std::vector<ColumnMeaning> decide(bool blind, int year = 2026) const {
    std::vector<std::string> names = headers;
    for (std::size_t c = 0; blind && c < names.size(); ++c) names[c] = 'c' + std::to_string(c + 1);
    std::vector<ColumnSample> samples(headers.size());
    for (std::size_t c = 0; c < headers.size(); ++c) {
      samples[c].header = names[c];
      for (const auto& row : rows) {
        if (c < row.size() && !row[c].empty() && samples[c].values.size() < 2000) samples[c].values.push_back(row[c]);
      }
    }
    static const MeaningReader kRecent(test_pack(), 2026);
    return year == 2026 ? kRecent.decide(samples) : MeaningReader(test_pack(), year).decide(samples);
  }
};

/// Comma, double quotes, doubled quotes inside.
inline TestTable read_csv(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  TestTable table;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        row.back() += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        row.back() += '"', ++i;
      else
        quoted = false;
    } else if (c == '"' && row.back().empty()) {
      quoted = true;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\n') {
      table.rows.push_back(std::move(row));
      row.assign(1, {});
    } else if (c != '\r') {
      row.back() += c;
    }
  }
  if (row.size() > 1) table.rows.push_back(std::move(row));
  if (table.rows.empty()) return table;
  table.headers = table.rows.front();
  table.rows.erase(table.rows.begin());
  return table;
}

}  // namespace sidik::identify
