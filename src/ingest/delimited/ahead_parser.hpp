#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/crew.hpp"
#include "base/units.hpp"
#include "ingest/delimited/record_parser.hpp"
#include "ingest/dialect/dialect.hpp"
#include "table/record_batch.hpp"

namespace sidik::ingest {

/// Reads records of a long text ahead of its reader, in other threads, on the guess that a record begins behind some
/// line end in the middle. A guess is used only when the reader itself arrives at a record that was begun so: what was
/// read from there is then exactly what it would have read. Only records that need no judgement are read ahead: written
/// plainly, with the table's number of fields, not the header again.
///
/// Threads  one reader. Lifetime: the text stays where it is until finish().
class AheadParser {
 public:
  /// Records that stand one behind the other, in batches of batch_records(); the last one may have fewer.
  struct Piece {
    std::size_t begin = 0;          ///< of the first record
    std::vector<std::size_t> ends;  ///< one past each record
    std::vector<table::RecordBatch> batches;
  };

  [[nodiscard]] std::size_t batch_records() const { return batch_records_; }
  /// `threads`: the reader's included. `header`: the names of the columns, when there are any; outlives the parser.
  AheadParser(const Dialect& dialect, std::size_t threads, std::uint64_t most_record_bytes,
              const std::vector<std::string>& header);

  /// Begins to read `text` ahead of `from`; short texts are left to the reader. `text` begins at `offset` of the
  /// member.
  void start(std::string_view text, std::size_t from, ByteOffset offset);
  /// Where the next piece begins; npos when there is none. The reader asks for it when it arrives there.
  [[nodiscard]] std::size_t next_begin() const;
  /// The piece that the reader is in or behind the begin of; it is given once.
  [[nodiscard]] Piece& take();
  /// Ends the work on the text.
  void finish();

 private:
  struct Lane {
    explicit Lane(const Dialect& dialect) : parser(dialect) {}
    RecordParser parser;
    Piece piece;
    std::size_t end = 0;  ///< no record begins here or behind
  };
  void read(std::string_view text, ByteOffset offset, Lane& lane) const;

  const Dialect& dialect_;
  std::uint64_t most_record_bytes_;
  std::size_t batch_records_;
  const std::vector<std::string>& header_;
  std::vector<Lane> lanes_;
  std::size_t next_ = 0;   ///< the lane whose piece comes next
  std::size_t begun_ = 0;  ///< lanes with a piece
  Crew crew_;
};

}  // namespace sidik::ingest
