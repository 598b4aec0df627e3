#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "ingest/delimited/ahead_lane.hpp"
#include "ingest/dialect/dialect.hpp"
#include "ingest/reader.hpp"

namespace sidik::ingest {

/// Reads records of a window of text ahead of its reader, in other threads, and hands those that the reader confirms to
/// the sink in the thread that read them.
///
/// A thread guesses that a record begins behind some line end. A record is used only when the reader itself arrives
/// where it was begun: it is then exactly what the reader would have read. Records that need judgement are passed over
/// and left to the reader, which arrives at the next one behind them.
///
/// Threads   one reader; the sink's on_lane_batch is called by the others. What a thread reads, its own core keeps: a
///           batch never goes to another thread.
/// Lifetime  the chunk given to start() is held until its records are handed on. The sink and `info` outlive this.
/// Order     (start (next_begin | take)*)* finish
class AheadReader {
 public:
  /// Records behind one another that the reader need not read itself.
  struct Stretch {
    table::RecordBatch* batch = nullptr;  ///< the one that the reader arrived in the middle of; null: none
    std::size_t first_record = 0;         ///< of that batch, which the reader hands on itself
    std::uint64_t records = 0;            ///< behind that batch, handed on by the thread that read them
    std::uint64_t bytes = 0;              ///< of those
    std::size_t end = 0;                  ///< where the text goes on
  };

  /// `header`: the names of the columns, when there are any; a line that repeats them is left to the reader.
  AheadReader(const Dialect& dialect, std::uint64_t most_record_bytes, const std::vector<std::string>& header,
              RecordSink& sink, const TableInfo& info);
  ~AheadReader();
  AheadReader(const AheadReader&) = delete;
  AheadReader& operator=(const AheadReader&) = delete;

  /// Begins to read `text`, which begins at `offset` of the member, behind the reader's own share, which begins at
  /// `from`. `lanes`: threads, the reader's included. Short texts are left to the reader.
  void start(std::string_view text, std::size_t from, ByteOffset offset, const std::shared_ptr<const void>& chunk,
             std::size_t lanes);
  /// Where the reader should ask next; npos: nowhere. A reader that is there or behind it calls take().
  [[nodiscard]] std::size_t next_begin() const { return next_; }
  /// What was read from `at` on; nothing when no record was begun there. `first`: the number that the record at `at`
  /// has in the table. Waits for the thread whose share it is. Errors: those of the sink.
  [[nodiscard]] Result<std::optional<Stretch>> take(std::size_t at, RecordIndex first);
  /// Waits until all that was taken is handed on. Errors: those of the sink.
  Status finish();

 private:
  std::optional<Stretch> take_run(AheadLane& lane, const AheadLane::Run& run, std::size_t at, RecordIndex first);
  void leave();
  void balance(bool was_read);

  const Dialect& dialect_;
  std::uint64_t most_record_bytes_;
  const std::vector<std::string>& header_;
  RecordSink& sink_;
  const TableInfo& info_;
  std::vector<std::unique_ptr<AheadLane>> lanes_;
  std::size_t begun_ = 0;    ///< lanes that have a share of this text
  std::size_t current_ = 0;  ///< the lane that the reader is at or comes to
  bool is_inside_ = false;   ///< the reader has come to its share
  std::size_t next_ = std::string_view::npos;
  double own_share_ = 0;  ///< the part of a text that the reader reads itself, found by who waits for whom
};

}  // namespace sidik::ingest
