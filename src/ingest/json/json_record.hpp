#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/json/json_parser.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// What the values of a JSON text are as records: objects, rows (arrays), or the members of a map.
enum class JsonRecordKind : std::uint8_t { objects, rows, entries };

/// Reads one value as a record of the table; a member that no record had before makes a new column.
///
/// Lifetime  keeps references; fields() are views into the text or into the writer's batch.
class JsonRecord {
 public:
  JsonRecord(TableWriter& writer, std::size_t most_columns, std::uint32_t most_depth)
      : writer_(writer), most_columns_(most_columns), parser_(most_depth, writer.batch().texts()) {}

  void expect(JsonRecordKind kind) { kind_ = kind; }
  /// Reads the value at `at`, and moves behind it.
  JsonStatus parse(std::string_view text, std::size_t& at, bool is_last);
  /// Whether the value read last is of the kind that makes a record.
  [[nodiscard]] bool is_record() const { return is_record_; }
  /// Whether any value had a member beyond the columns that are allowed.
  [[nodiscard]] bool has_too_many_columns() const { return has_too_many_columns_; }
  /// The value read last, a field a column.
  [[nodiscard]] std::span<const std::string_view> fields();

 private:
  JsonStatus read_row(std::string_view text, std::size_t& at, bool is_last);
  JsonStatus read_entry(std::string_view text, std::size_t& at, bool is_last);
  JsonStatus read_object(std::string_view text, std::size_t& at, bool is_last);
  void note(std::string_view name, std::string_view value);
  void note_at(std::size_t column, std::string_view value);

  TableWriter& writer_;
  std::size_t most_columns_;
  JsonParser parser_;
  JsonRecordKind kind_ = JsonRecordKind::objects;
  bool is_record_ = false;
  bool has_too_many_columns_ = false;
  std::unordered_map<std::string, std::size_t> column_of_;
  std::vector<std::pair<std::size_t, std::string_view>> members_;
  std::vector<std::string_view> fields_;
};

}  // namespace sidik::ingest
