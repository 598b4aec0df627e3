#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/member_buffer.hpp"
#include "ingest/reading_for_test.hpp"
#include "ingest/sqlite/sqlite_reader.hpp"

namespace sidik::ingest {

/// Builds the bytes of small SQLite databases by hand, so that they can be wrong in every way.
class SqliteBytes {
 public:
  explicit SqliteBytes(std::size_t pages, std::size_t page_bytes = 512) : page_bytes_(page_bytes) {
    bytes_.assign(pages * page_bytes, '\0');
    put(0, std::string_view("SQLite format 3\0", 16));
    put(16, big_endian(page_bytes, 2));
    put(18, std::string_view("\1\1\0\x40\x20\x20", 6));
    put(56, big_endian(1, 4));
  }

  static std::string big_endian(std::uint64_t number, int width) {
    std::string out;
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 255U);
    return out;
  }
  /// Of numbers below 16,384.
  static std::string varint(std::uint64_t number) {
    if (number < 128) return std::string(1, static_cast<char>(number));
    return {static_cast<char>(number >> 7U | 128U), static_cast<char>(number & 127U)};
  }
  /// A record of texts.
  static std::string record(const std::vector<std::string>& texts) {
    std::string types;
    std::string body;
    for (const auto& text : texts) {
      types += varint(text.size() * 2 + 13);
      body += text;
    }
    return varint(types.size() + 1) + types + body;
  }
  static std::string cell(std::uint64_t rowid, const std::string& payload) {
    return varint(payload.size()) + varint(rowid) + payload;
  }

  void put(std::size_t at, std::string_view part) { bytes_.replace(at, part.size(), part); }
  [[nodiscard]] std::size_t offset_of(std::size_t page) const { return (page - 1) * page_bytes_; }

  /// Makes a page of cells; `right` is the last child of an interior page.
  void make_page(std::size_t page, int type, const std::vector<std::string>& cells, std::uint64_t right = 0) {
    const std::size_t base = offset_of(page);
    const std::size_t header = base + (page == 1 ? 100 : 0);
    const bool is_leaf = type == 10 || type == 13;
    put(header, std::string(1, static_cast<char>(type)));
    put(header + 3, big_endian(cells.size(), 2));
    if (!is_leaf) put(header + 8, big_endian(right, 4));
    std::size_t at = page_bytes_;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      at -= cells[c].size();
      put(base + at, cells[c]);
      put(header + (is_leaf ? 8 : 12) + 2 * c, big_endian(at, 2));
    }
  }
  /// Page 1: the tables by their root and statement; the name is taken as t0, t1, ...
  void make_schema(const std::vector<std::pair<int, std::string>>& tables) {
    std::vector<std::string> cells;
    for (const auto& [root, sql] : tables) {
      const std::string name = "t" + std::to_string(cells.size());
      std::string payload;
      payload += varint(6 + (sql.size() * 2 + 13 >= 128));
      payload += varint(5 * 2 + 13) + varint(name.size() * 2 + 13) + varint(name.size() * 2 + 13) + "\1" +
                 varint(sql.size() * 2 + 13);
      payload += "table" + name + name + static_cast<char>(root) + sql;
      cells.push_back(cell(cells.size() + 1, payload));
    }
    make_page(1, 13, cells);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::size_t page_bytes_;
  std::string bytes_;
};

/// A database from memory, and the accounts of all its tables.
struct SqliteReading : Reading {
  std::vector<TableAccount> accounts;
  std::vector<std::string> names;
  std::vector<SkippedMember> skipped;

  Status on_table(const TableInfo& told) override {
    names.push_back(told.name);
    return Reading::on_table(told);
  }
  Status on_table_end(const TableInfo& told, const TableAccount& spent) override {
    accounts.push_back(spent);
    return Reading::on_table_end(told, spent);
  }
  [[nodiscard]] std::uint64_t total() const {
    std::uint64_t sum = 0;
    for (const auto& one : accounts) sum += one.total_bytes;
    return sum;
  }
};

inline SqliteReading read_sqlite_bytes(const std::string& bytes, const Limits& limits = {}) {
  SqliteReading reading;
  MemorySource stream(bytes);
  const auto buffer = MemberBuffer::read_all(stream, limits).value();
  Context context;
  context.limits = limits;
  ReadProgress progress{context};
  reading.status = read_sqlite(*buffer, "a.db", {}, reading, progress, reading.cut_because, reading.skipped);
  return reading;
}

}  // namespace sidik::ingest
