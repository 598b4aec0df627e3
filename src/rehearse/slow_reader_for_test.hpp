#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

/// The slow twin of the truth: reads a rehearsed dump byte by byte with what truth.json says of its dialect, and counts
/// again. It knows nothing of how the dump was written.
namespace sidik::rehearse {

using Fields = std::vector<std::string>;

/// UTF-8 of a text in the encoding that the truth names; letters beyond Latin-1 are not looked at further.
inline std::string slow_decode(const std::string& bytes, const nlohmann::json& file) {
  const std::string name = file.value("encoding", "UTF-8");
  if (name == "UTF-8") return bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes;
  const bool is_wide = name != "windows-1252";
  std::string out;
  for (std::size_t at = is_wide ? 2 : 0; at < bytes.size(); at += is_wide ? 2 : 1) {
    unsigned unit = static_cast<unsigned char>(bytes[at]);
    if (is_wide) {
      const unsigned next = static_cast<unsigned char>(bytes[at + 1]);
      unit = name == "UTF-16LE" ? unit | (next << 8U) : (unit << 8U) | next;
    }
    if (unit < 0x80) {
      out += static_cast<char>(unit);
    } else if (unit < 0x800) {
      out += static_cast<char>(0xc0U | (unit >> 6U));
      out += static_cast<char>(0x80U | (unit & 0x3fU));
    } else {
      out += static_cast<char>(0xe0U | (unit >> 12U));
      out += static_cast<char>(0x80U | ((unit >> 6U) & 0x3fU));
      out += static_cast<char>(0x80U | (unit & 0x3fU));
    }
  }
  return out;
}

/// Splits a text into lines outside of quotes, each with its fields.
inline std::vector<Fields> slow_lines(const std::string& text, const nlohmann::json& file) {
  const char delimiter = file["delimiter"].get<std::string>()[0];
  const char quote = file["quote"].get<std::string>()[0];
  const bool has_backslash = file.contains("escape");
  const std::string line_end = file["line_end"];
  const bool ends_at_cr = line_end == "CR" || line_end == "mixed";
  std::vector<Fields> lines;
  Fields fields;
  for (std::size_t at = 0; at < text.size();) {
    std::string field;
    std::size_t open = at;
    while (open < text.size() && text[open] == ' ') ++open;
    if (open < text.size() && text[open] == quote) {
      for (at = open + 1; at < text.size(); ++at) {
        if (has_backslash && text[at] == '\\') {
          field += text[++at];
        } else if (text[at] != quote) {
          field += text[at];
        } else if (!has_backslash && at + 1 < text.size() && text[at + 1] == quote) {
          field += text[++at];
        } else {
          break;
        }
      }
      for (++at; at < text.size() && text[at] == ' ';) ++at;
    }
    const auto ends_line = [&] {
      if (text[at] == '\n') return std::size_t{1};
      if (text[at] != '\r') return std::size_t{0};
      if (at + 1 < text.size() && text[at + 1] == '\n') return std::size_t{2};
      return ends_at_cr ? std::size_t{1} : std::size_t{0};
    };
    while (at < text.size() && text[at] != delimiter && ends_line() == 0) field += text[at++];
    fields.push_back(field);
    const bool is_at_end = at >= text.size();
    const std::size_t end = is_at_end ? 0 : ends_line();
    const bool goes_on = !is_at_end && end == 0;
    at += is_at_end ? 0 : goes_on ? 1 : end;
    if (goes_on && at < text.size()) continue;
    if (goes_on) fields.emplace_back();
    lines.push_back(std::move(fields));
    fields.clear();
  }
  return lines;
}

inline bool slow_has(const nlohmann::json& truth, const std::string& kind) {
  const auto& mess = truth["mess"];
  return std::any_of(mess.begin(), mess.end(), [&](const auto& entry) { return entry["kind"] == kind; });
}

struct SlowReading {
  std::vector<Fields> records;
  std::uint64_t rejects = 0;
};

/// A line is the header, blank, a comment, preamble (above the first record or header), a record, or a reject. Behind
/// the header of the second table all lines are records.
inline SlowReading slow_reading(const std::string& bytes, const nlohmann::json& truth) {
  SlowReading out;
  Fields header;
  for (const auto& [name, meaning] : truth["columns"].items()) header.push_back(name);
  std::sort(header.begin(), header.end());
  const bool is_wide = slow_has(truth, "trailing_delimiters");
  const std::size_t width = header.size() + (is_wide ? 1 : 0);
  bool is_second = false;
  bool has_begun = slow_has(truth, "header_missing") && !slow_has(truth, "preamble");
  for (Fields& fields : slow_lines(slow_decode(bytes, truth["file"]), truth["file"])) {
    const bool is_blank = fields.size() == 1 && fields[0].find_first_not_of(' ') == std::string::npos;
    if (is_blank || (slow_has(truth, "comments") && fields[0].starts_with("# "))) continue;
    if (slow_has(truth, "second_table") && fields == Fields{"kode", "keterangan"}) {
      is_second = true;
      continue;
    }
    if (is_second) {
      out.records.push_back(std::move(fields));
      continue;
    }
    Fields sorted(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(std::min(fields.size(), header.size())));
    std::sort(sorted.begin(), sorted.end());
    const bool is_header = fields.size() == width && sorted == header;
    if (!has_begun && slow_has(truth, "header_missing")) has_begun = fields.size() == width;
    if (!has_begun) {
      has_begun = is_header;
      continue;
    }
    if (fields.size() != width || is_header) {
      ++out.rejects;
      continue;
    }
    fields.resize(header.size());
    out.records.push_back(std::move(fields));
  }
  return out;
}

inline std::vector<Fields> slow_records(const std::string& bytes, const nlohmann::json& truth) {
  return slow_reading(bytes, truth).records;
}

inline std::uint64_t slow_count_lines(const std::string& text, bool ends_at_cr) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_lone_cr = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
    count += text[at] == '\n' || (is_lone_cr && ends_at_cr) ? 1 : 0;
  }
  const bool ends = text.empty() || text.back() == '\n' || (text.back() == '\r' && ends_at_cr);
  return count + (ends ? 0 : 1);
}

inline std::map<std::string, std::uint64_t> slow_recount(const std::string& bytes, const nlohmann::json& truth) {
  const SlowReading read = slow_reading(bytes, truth);
  const std::set<Fields> distinct(read.records.begin(), read.records.end());
  const std::string line_end = truth["file"]["line_end"];
  return {{"bytes", bytes.size()},
          {"lines", slow_count_lines(slow_decode(bytes, truth["file"]), line_end == "CR" || line_end == "mixed")},
          {"records", read.records.size()},
          {"records_and_rejects", read.records.size() + read.rejects},
          {"distinct_records", distinct.size()},
          {"exact_duplicates", read.records.size() - distinct.size()}};
}

/// The same for COPY ... FROM stdin: whole lines, outside of comments.
inline std::map<std::string, std::uint64_t> slow_recount_sql(const std::string& bytes, const nlohmann::json& truth) {
  const std::string text = slow_decode(bytes, truth["file"]);
  std::uint64_t records = 0;
  std::uint64_t rejects = 0;
  std::set<std::pair<std::string, Fields>> distinct;
  std::string table;
  std::size_t width = 0;
  bool is_comment = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (table.empty()) {
      if (line.starts_with("/*")) is_comment = true;
      if (!is_comment && line.starts_with("COPY ")) {
        table = line.substr(5, line.find(' ', 5) - 5);
        width = 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), ','));
      }
      if (line.ends_with("*/")) is_comment = false;
      continue;
    }
    if (line == "\\.") {
      table.clear();
      continue;
    }
    Fields fields(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\t') {
        fields.emplace_back();
      } else if (line[i] != '\\') {
        fields.back() += line[i];
      } else {
        static const std::map<char, std::string> kEscapes = {{'t', "\t"}, {'n', "\n"}, {'r', "\r"}, {'N', ""}};
        const char next = line[++i];
        fields.back() += kEscapes.contains(next) ? kEscapes.at(next) : std::string(1, next);
      }
    }
    if (fields.size() != width) {
      ++rejects;
      continue;
    }
    ++records;
    distinct.insert({table, fields});
  }
  return {{"bytes", bytes.size()},
          {"lines", slow_count_lines(text, false)},
          {"records", records},
          {"records_and_rejects", records + rejects},
          {"distinct_records", distinct.size()},
          {"exact_duplicates", records - distinct.size()}};
}

}  // namespace sidik::rehearse
