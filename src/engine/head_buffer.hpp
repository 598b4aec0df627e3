#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "identify/meaning.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// Keeps the first records of a table by copy, until enough is seen to decide what its columns mean.
class HeadBuffer {
 public:
  /// Enough records, or so many bytes that wide records do not fill the memory.
  static constexpr std::size_t kEnoughRecords = 20000;
  static constexpr std::size_t kEnoughBytes = std::size_t{32} << 20;

  void add(const table::RecordBatch& batch);
  [[nodiscard]] bool is_empty() const { return records_ == 0; }
  [[nodiscard]] bool is_enough() const { return records_ >= kEnoughRecords || bytes_ >= kEnoughBytes; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] std::deque<table::RecordBatch>& batches() { return batches_; }
  [[nodiscard]] const std::deque<table::RecordBatch>& batches() const { return batches_; }
  [[nodiscard]] std::size_t records() const { return records_; }
  /// Non-empty values of a column, at most `most`, evenly from all records kept; views into the buffer.
  [[nodiscard]] std::vector<std::string_view> sample(std::size_t column, std::size_t most) const;
  /// What the meanings of columns are decided on: the header and a sample of each.
  [[nodiscard]] std::vector<identify::ColumnSample> samples(const std::vector<std::string>& headers,
                                                            std::size_t most) const;
  void clear();

 private:
  std::deque<table::RecordBatch> batches_;
  std::deque<std::string> texts_;  ///< one text a batch; the batch's fields are views into it
  std::size_t records_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace sidik::engine
