#include "ingest/sqlite/sqlite_tree.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/sqlite/sqlite_record.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

/// SQLite's own trees are at most 20 deep; a page that holds one child is no tree of its making.
constexpr std::size_t kMostDepth = 40;
constexpr std::size_t kDatabaseHeader = 100;

enum PageType : std::uint8_t { index_interior = 2, table_interior = 5, index_leaf = 10, table_leaf = 13 };

/// A cell's parts by their places on the page.
struct CellPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t child = 0;  ///< interior pages
  std::int64_t rowid = 0;
  std::uint64_t payload_bytes = 0;
  std::size_t local_at = 0;
  std::size_t local_bytes = 0;
};

/// A page that is being read; on interior pages step 2i is child i and step 2i + 1 record i.
struct Frame {
  std::uint32_t number = 0;
  std::string bytes;
  bool is_leaf = false;
  std::size_t header_at = 0;
  std::size_t pointers_at = 0;
  std::size_t cells = 0;
  std::size_t step = 0;
  std::optional<CellPlace> cell;  ///< of this step, on an interior page of an index tree
  std::string used;               ///< a mark for each byte that a cell has
};

class TreeWalk {
 public:
  TreeWalk(SqlitePages& pages, SqliteTreeKind kind, std::uint64_t most_bytes, SqliteVisitor& visitor)
      : pages_(pages), visitor_(visitor), most_bytes_(most_bytes), is_index_(kind == SqliteTreeKind::index) {
    const std::uint64_t usable = pages.usable_bytes();
    most_local_ = is_index_ ? (usable - 12) * 64 / 255 - 23 : usable - 35;
    least_local_ = (usable - 12) * 32 / 255 - 23;
    frames_.reserve(kMostDepth);  // so that a frame stays in its place when another is entered
  }

  Result<bool> run(std::uint32_t root) {
    SIDIK_TRY(const bool has_root, enter(root));
    if (!has_root) return false;
    while (depth_ > 0 && visitor_.goes_on()) {
      Frame& frame = frames_[depth_ - 1];
      if (frame.is_leaf) {
        SIDIK_CHECK(read_leaf(frame));
        --depth_;
      } else if (frame.step > 2 * frame.cells) {
        --depth_;
      } else {
        SIDIK_CHECK(read_interior_step(frame));
      }
    }
    return true;
  }

 private:
  [[nodiscard]] table::ByteSpan span(const Frame& frame, std::size_t begin, std::size_t end) const {
    return {ByteOffset(pages_.offset_of(frame.number) + begin), ByteCount(end - begin)};
  }
  [[nodiscard]] table::ByteSpan pointer_span(const Frame& frame, std::size_t cell) const {
    return span(frame, frame.pointers_at + 2 * cell, frame.pointers_at + 2 * cell + 2);
  }
  Status damage(table::ByteSpan where) { return visitor_.on_damage(RejectReason::record_damaged, where); }

  /// Takes a page and makes it the one to read; false when there is none to take. A page of another kind is told as
  /// damage and passed over.
  Result<bool> enter(std::uint32_t number) {
    if (depth_ == kMostDepth) return false;
    if (frames_.size() == depth_) frames_.emplace_back();
    Frame& frame = frames_[depth_];
    SIDIK_TRY(const bool is_there, pages_.take(number, frame.bytes));
    if (!is_there) return false;
    frame.number = number;
    frame.header_at = number == 1 ? kDatabaseHeader : 0;
    frame.step = 0;
    frame.cell.reset();
    const auto type = static_cast<std::uint8_t>(frame.bytes[frame.header_at]);
    frame.is_leaf = type == (is_index_ ? index_leaf : table_leaf);
    frame.cells = read_u16(frame.bytes, frame.header_at + 3);
    frame.pointers_at = frame.header_at + (frame.is_leaf ? 8 : 12);
    const bool is_of_tree = frame.is_leaf || type == (is_index_ ? index_interior : table_interior);
    const std::size_t pointers_end = frame.pointers_at + 2 * frame.cells;
    if (!is_of_tree || pointers_end > pages_.usable_bytes()) {
      SIDIK_CHECK(damage(span(frame, frame.header_at, pages_.page_bytes())));
      return true;
    }
    frame.used.assign(pages_.usable_bytes(), '\0');
    std::fill_n(frame.used.begin(), pointers_end, '\1');
    ++depth_;
    return true;
  }

  /// The place of a cell; nothing when it does not lie on the page or on bytes that another cell has.
  std::optional<CellPlace> find_cell(Frame& frame, std::size_t cell) const {
    const std::string_view bytes = std::string_view(frame.bytes).substr(0, pages_.usable_bytes());
    CellPlace place;
    place.begin = read_u16(bytes, frame.pointers_at + 2 * cell);
    std::size_t at = place.begin;
    if (!frame.is_leaf) {
      if (at + 4 > bytes.size()) return std::nullopt;
      place.child = read_u32(bytes, at);
      at += 4;
    }
    std::uint64_t number = 0;
    if (frame.is_leaf || is_index_) {
      if (!read_varint(bytes, at, place.payload_bytes)) return std::nullopt;
      if (!is_index_ && !read_varint(bytes, at, number)) return std::nullopt;
      place.local_at = at;
      place.local_bytes = local_bytes(place.payload_bytes);
      at += place.local_bytes + (place.local_bytes < place.payload_bytes ? 4 : 0);
    } else if (!read_varint(bytes, at, number)) {
      return std::nullopt;
    }
    if (at > bytes.size()) return std::nullopt;
    place.rowid = static_cast<std::int64_t>(number);
    place.end = at;
    const auto used = std::string_view(frame.used).substr(place.begin, place.end - place.begin);
    if (used.find('\1') != std::string_view::npos) return std::nullopt;
    std::fill_n(frame.used.begin() + static_cast<std::ptrdiff_t>(place.begin), used.size(), '\1');
    return place;
  }

  /// How much of a payload lies on the page itself (section 1.6, "cell payload overflow").
  [[nodiscard]] std::size_t local_bytes(std::uint64_t payload_bytes) const {
    if (payload_bytes <= most_local_) return static_cast<std::size_t>(payload_bytes);
    const std::uint64_t wanted = least_local_ + (payload_bytes - least_local_) % (pages_.usable_bytes() - 4);
    return static_cast<std::size_t>(wanted <= most_local_ ? wanted : least_local_);
  }

  Status read_leaf(Frame& frame) {
    for (std::size_t cell = 0; cell < frame.cells && visitor_.goes_on(); ++cell) {
      const auto place = find_cell(frame, cell);
      SIDIK_CHECK(place ? read_cell(frame, *place, place->begin) : damage(pointer_span(frame, cell)));
    }
    return {};
  }

  Status read_interior_step(Frame& frame) {
    const std::size_t cell = frame.step / 2;
    if (frame.step++ % 2 == 1) {
      const auto place = std::exchange(frame.cell, std::nullopt);
      return place ? read_cell(frame, *place, place->begin + 4) : Status{};
    }
    if (cell == frame.cells) {
      return follow(read_u32(frame.bytes, frame.header_at + 8), span(frame, frame.header_at + 8, frame.header_at + 12));
    }
    const auto place = find_cell(frame, cell);
    if (!place) return damage(pointer_span(frame, cell));
    if (is_index_) frame.cell = place;
    return follow(place->child, span(frame, place->begin, place->begin + 4));
  }

  Status follow(std::uint32_t child, table::ByteSpan pointer) {
    SIDIK_TRY(const bool is_there, enter(child));
    return is_there ? Status{} : damage(pointer);
  }

  Status read_cell(const Frame& frame, const CellPlace& place, std::size_t from) {
    SqliteCell cell;
    cell.rowid = place.rowid;
    cell.span = span(frame, from, place.end);
    if (place.payload_bytes > most_bytes_) return visitor_.on_damage(RejectReason::record_too_long, cell.span);
    cell.payload = std::string_view(frame.bytes).substr(place.local_at, place.local_bytes);
    if (place.local_bytes == place.payload_bytes) return visitor_.on_cell(cell);
    gathered_.assign(cell.payload);
    SIDIK_TRY(const bool is_whole, gather(read_u32(frame.bytes, place.end - 4), place.payload_bytes));
    if (!is_whole) return damage(cell.span);
    cell.payload = gathered_;
    cell.overflow_bytes = place.payload_bytes - place.local_bytes;
    return visitor_.on_cell(cell);
  }

  /// Adds the overflow pages from `page` on; false when the chain ends early or meets a page that is taken.
  Result<bool> gather(std::uint32_t page, std::uint64_t payload_bytes) {
    while (gathered_.size() < payload_bytes) {
      SIDIK_TRY(const bool is_there, pages_.take(page, overflow_page_));
      if (!is_there) return false;
      const std::uint64_t wanted = payload_bytes - gathered_.size();
      gathered_.append(std::string_view(overflow_page_)
                           .substr(4, static_cast<std::size_t>(
                                          std::min<std::uint64_t>(wanted, pages_.usable_bytes() - std::uint64_t{4}))));
      page = read_u32(overflow_page_, 0);
    }
    return true;
  }

  SqlitePages& pages_;
  SqliteVisitor& visitor_;
  std::uint64_t most_bytes_;
  bool is_index_;
  std::uint64_t most_local_ = 0;
  std::uint64_t least_local_ = 0;
  std::vector<Frame> frames_;
  std::size_t depth_ = 0;  ///< of frames_, those in use; the others keep their memory
  std::string gathered_;
  std::string overflow_page_;
};

}  // namespace

Result<bool> walk_tree(SqlitePages& pages, std::uint32_t root, SqliteTreeKind kind, std::uint64_t most_bytes,
                       SqliteVisitor& visitor) {
  return TreeWalk(pages, kind, most_bytes, visitor).run(root);
}

}  // namespace sidik::ingest
