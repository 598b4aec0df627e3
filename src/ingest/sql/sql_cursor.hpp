#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>

#include "ingest/encoding/text_window.hpp"
#include "ingest/sql/sql_tables.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// A place in a dump's text, and whose bytes are being read: every byte that is passed goes to an account.
///
/// Lifetime   all batches are handed on before the window moves, in more(); offsets into text() then count from at_ =
/// 0.
class SqlCursor {
 protected:
  SqlCursor(TextWindow& window, TableInfo info, RecordSink& sink, ReadProgress& progress)
      : window_(window), tables_(std::move(info), sink, progress), progress_(progress) {}

  [[nodiscard]] std::string_view text() const { return window_.text(); }
  [[nodiscard]] bool is_last() const { return window_.is_at_end(); }
  [[nodiscard]] bool goes_on() const { return !progress_.context.is_cancelled(); }
  [[nodiscard]] std::uint64_t most() const { return progress_.context.limits.record_bytes; }
  /// Whether a stretch that reaches from at_ to text()[end] is longer than a record may be.
  [[nodiscard]] bool is_too_long(std::size_t end) const { return end - at_ > most(); }
  /// Where text()[at_, end) lies in the member.
  [[nodiscard]] table::ByteSpan span_to(std::size_t end) const;
  /// The text up to a last character that may go on in the next window.
  [[nodiscard]] std::size_t whole_characters() const;
  /// The account of the table at hand; of no table before the first.
  [[nodiscard]] TableWriter& owner() { return owner_ != nullptr ? owner_->writer : tables_.preface(); }

  /// Hands on what is gathered and brings in as much text again as there is, so that what needs many windows is read
  /// over only a few times; false when there is no more.
  Result<bool> more();
  /// Moves the window's start to at_.
  void drop();
  /// Counts lines and invalid bytes up to at_ for the owner.
  void count_text();
  /// Passes text()[at_, end) as bytes that are no record.
  void take_other(std::size_t end);
  /// Passes text()[at_, end) as a record of the owner, or as a reject when it has not as many fields as it should.
  Status take_record(std::span<const std::string_view> fields, std::size_t end);
  /// Where decoded texts of the owner's records go until the window moves.
  [[nodiscard]] std::deque<std::string>& kept();

  TextWindow& window_;
  SqlTables tables_;
  ReadProgress& progress_;
  SqlTable* owner_ = nullptr;  ///< whose statement it is, or that was named last
  bool ends_line_ = true;      ///< whether the text before the window ends a line
  std::size_t at_ = 0;
  std::size_t counted_ = 0;   ///< up to here lines and invalid bytes are counted
  std::uint64_t passed_ = 0;  ///< bytes of text before the window
};

}  // namespace sidik::ingest
