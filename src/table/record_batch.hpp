#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/units.hpp"
#include "table/byte_span.hpp"

namespace sidik::table {

/// Some hundreds of consecutive records of one table, as decoded and unquoted fields.
///
/// Shape     row-major: record r, column c; every record has `columns()` fields, a missing one is empty.
/// Lifetime  fields are views into the reader's chunk or into this batch's own texts. A batch that holds its chunk
///           (is_self_contained) may be moved away and read later; any other lives until the reader's next call, unless
///           contain() copies its fields first.
/// Threads   one writer; any number of readers afterwards.
class RecordBatch {
 public:
  /// Empties the batch for reuse; memory is kept.
  void reset(std::size_t columns, RecordIndex first_record);
  /// Says which record of the table the first one is.
  void number_from(RecordIndex first_record) { first_record_ = first_record; }
  /// Appends a record; `fields` has at most `columns()` entries, missing ones become empty.
  void append(std::span<const std::string_view> fields, ByteSpan span);
  /// Gives every record `columns` fields, at least as many as before; new ones are empty. Cost: a copy of the batch.
  void widen(std::size_t columns);
  /// Keeps a text that does not stand in the chunk (an unescaped field) and returns a view of it.
  std::string_view keep(std::string text);

  /// Keeps the chunk alive that the fields are views into.
  void hold(std::shared_ptr<const void> chunk) { chunk_ = std::move(chunk); }
  [[nodiscard]] bool is_self_contained() const { return chunk_ != nullptr; }
  /// Copies what the fields are views into, so that they live as long as the batch. Cost: a copy of the text.
  void contain();

  /// Where a parser keeps unescaped texts; the same place that keep() uses.
  [[nodiscard]] std::deque<std::string>& texts() { return texts_; }

  [[nodiscard]] std::size_t records() const { return spans_.size(); }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] RecordIndex first_record() const { return first_record_; }
  [[nodiscard]] std::string_view field(std::size_t record, std::size_t column) const {
    return fields_[record * columns_ + column];
  }
  [[nodiscard]] std::span<const std::string_view> record(std::size_t record) const {
    return {fields_.data() + record * columns_, columns_};
  }
  /// All fields one after the other, record by record.
  [[nodiscard]] std::span<const std::string_view> fields() const { return fields_; }
  [[nodiscard]] ByteSpan span(std::size_t record) const { return spans_[record]; }

 private:
  std::size_t columns_ = 0;
  RecordIndex first_record_;
  std::vector<std::string_view> fields_;
  std::vector<ByteSpan> spans_;
  std::deque<std::string> texts_;
  std::shared_ptr<const void> chunk_;
};

}  // namespace sidik::table
