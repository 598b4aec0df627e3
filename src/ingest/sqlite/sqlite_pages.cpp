#include "ingest/sqlite/sqlite_pages.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include <fmt/format.h>

namespace sidik::ingest {
namespace {

constexpr std::size_t kHeaderBytes = 100;
constexpr std::uint32_t kLeastUsable = 480;

std::unexpected<Error> damaged(std::string what) {
  return fail(ErrorKind::invalid_input, "ingest.sqlite_damaged", std::move(what),
              "check that the file was copied whole; sqlite3 .recover on a copy may help");
}

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

}  // namespace

bool is_sqlite(std::string_view head) { return head.starts_with(std::string_view("SQLite format 3\0", 16)); }

std::uint16_t read_u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(byte_at(bytes, at) << 8U | byte_at(bytes, at + 1));
}

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
  return std::uint32_t{read_u16(bytes, at)} << 16U | read_u16(bytes, at + 2);
}

Result<SqlitePages> SqlitePages::open(SeekableSource& source) {
  SqlitePages pages(source);
  SIDIK_CHECK(pages.read_header());
  return pages;
}

Status SqlitePages::read_header() {
  SIDIK_TRY(const std::string_view head, block_at(0));
  if (head.size() < kHeaderBytes) return damaged("the file is shorter than the header of a database");
  const std::uint32_t written = read_u16(head, 16);
  page_bytes_ = written == 1 ? 65536 : written;
  if (page_bytes_ < 512 || !std::has_single_bit(page_bytes_))
    return damaged(fmt::format("the header says {} bytes a page, which no database has", written));
  usable_bytes_ = page_bytes_ - std::min<std::uint32_t>(byte_at(head, 20), page_bytes_);
  if (usable_bytes_ < kLeastUsable)
    return damaged(fmt::format("the header leaves {} bytes of a page for use, too few", usable_bytes_));
  const std::uint32_t encoding = read_u32(head, 56);
  if (encoding > 3) return damaged(fmt::format("the header names a text encoding {}, which there is not", encoding));
  encoding_ = encoding == 2 ? SqliteEncoding::utf16le : encoding == 3 ? SqliteEncoding::utf16be : SqliteEncoding::utf8;

  pages_ = std::min<std::uint64_t>(file_bytes_ / page_bytes_, std::numeric_limits<std::uint32_t>::max());
  // The count of pages holds only when the program that wrote last kept it (section 1.3.7).
  const std::uint64_t said = read_u32(head, 28);
  if (read_u32(head, 24) == read_u32(head, 92) && said > pages_)
    cut_because_ = fmt::format("the database should have {} pages and has {}", said, pages_);
  taken_.assign(static_cast<std::size_t>(pages_) + 1, false);
  return {};
}

Result<std::string_view> SqlitePages::block_at(std::uint64_t number) {
  Block& block = blocks_[number % kBlocks];
  if (block.number == number) return std::string_view(block.bytes);
  block.number = ~std::uint64_t{0};
  block.bytes.resize(kBlockBytes);
  const std::uint64_t from = number * kBlockBytes;
  if (source_->position() != from && !source_->seek(from))
    return fail(ErrorKind::bug, "ingest.no_seek", "a database is read from a source that cannot seek");
  std::size_t filled = 0;
  while (filled < kBlockBytes) {
    SIDIK_TRY(const std::size_t got, source_->read(std::span(block.bytes).subspan(filled)));
    if (got == 0) break;
    filled += got;
  }
  block.bytes.resize(filled);
  block.number = number;
  return std::string_view(block.bytes);
}

Result<bool> SqlitePages::take(std::uint32_t page, std::string& into) {
  if (!has(page) || taken_[page]) return false;
  // A page size is a power of two up to 65,536, so that a page never lies in two blocks.
  const std::uint64_t offset = offset_of(page);
  SIDIK_TRY(const std::string_view block, block_at(offset / kBlockBytes));
  const auto at = static_cast<std::size_t>(offset % kBlockBytes);
  if (block.size() < at + page_bytes_) return false;  // the file shrinks while it is read
  taken_[page] = true;
  ++taken_count_;
  into.assign(block.substr(at, page_bytes_));
  return true;
}

}  // namespace sidik::ingest
