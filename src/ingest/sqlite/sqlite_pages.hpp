#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ingest/byte_source.hpp"

namespace sidik::ingest {

[[nodiscard]] bool is_sqlite(std::string_view head);

enum class SqliteEncoding : std::uint8_t { utf8, utf16le, utf16be };

/// A big-endian number of two or four bytes; `at` must leave room for it.
[[nodiscard]] std::uint16_t read_u16(std::string_view bytes, std::size_t at);
[[nodiscard]] std::uint32_t read_u32(std::string_view bytes, std::size_t at);

/// The pages of an SQLite database file, each given out at most once: a page that two pointers name is read for the
/// first alone, so that no circle of pointers holds the reader.
///
/// Errors   ingest.sqlite_damaged (invalid_input) for a header that no database has; ingest.unreadable (io).
/// Cost     a bit a page, and 1 MiB of blocks read ahead.
/// Lifetime `source` must outlive it and is moved by nobody else.
/// Source   https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.5 (read 2026-11-25)
class SqlitePages {
 public:
  [[nodiscard]] static Result<SqlitePages> open(SeekableSource& source);

  [[nodiscard]] std::uint32_t page_bytes() const { return page_bytes_; }
  /// The bytes of a page without those reserved at its end.
  [[nodiscard]] std::uint32_t usable_bytes() const { return usable_bytes_; }
  [[nodiscard]] std::uint64_t file_bytes() const { return file_bytes_; }
  [[nodiscard]] SqliteEncoding encoding() const { return encoding_; }
  /// Why the file does not hold all that its header says; empty when it does.
  [[nodiscard]] const std::string& cut_because() const { return cut_because_; }

  [[nodiscard]] std::uint64_t offset_of(std::uint32_t page) const {
    return std::uint64_t{page_bytes_} * (page - std::uint64_t{1});
  }
  /// Whether the file has such a page.
  [[nodiscard]] bool has(std::uint32_t page) const { return page >= 1 && page <= pages_; }
  /// Gives out the page, numbered from 1. False when the file has no such page or it was given out before.
  [[nodiscard]] Result<bool> take(std::uint32_t page, std::string& into);
  /// How many pages were given out.
  [[nodiscard]] std::uint64_t taken() const { return taken_count_; }

 private:
  explicit SqlitePages(SeekableSource& source) : source_(&source), file_bytes_(source.size()) {}
  Status read_header();
  Result<std::string_view> block_at(std::uint64_t number);

  static constexpr std::size_t kBlockBytes = std::size_t{1} << 16;
  static constexpr std::size_t kBlocks = 16;
  struct Block {
    std::uint64_t number = ~std::uint64_t{0};
    std::string bytes;
  };

  SeekableSource* source_;
  std::uint64_t file_bytes_;
  std::uint64_t pages_ = 0;
  std::uint32_t page_bytes_ = 0;
  std::uint32_t usable_bytes_ = 0;
  SqliteEncoding encoding_ = SqliteEncoding::utf8;
  std::string cut_because_;
  std::vector<bool> taken_;
  std::uint64_t taken_count_ = 0;
  std::array<Block, kBlocks> blocks_;
};

}  // namespace sidik::ingest
