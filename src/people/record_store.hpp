#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "people/linkage_field.hpp"
#include "people/name_form.hpp"
#include "people/value_pool.hpp"

namespace sidik::people {

/// The values of a record by field; 0 where it has none.
using Record = std::array<ValueCode, kMostFields>;
/// The place of a distinct record in the store.
using RecordNumber = std::uint32_t;

/// The linkage columns of all tables, compact: each distinct value once, each distinct record once with its number of
/// rows. Rows that agree in every linkage column are one record.
///
/// Fields   at most kMostFields; fields of one domain other than 0 share a pool of values.
/// Cost     64 bytes a distinct record, 4 a row, and the distinct values.
/// Threads  one writer; any number of readers afterwards.
class RecordStore {
 public:
  RecordStore();
  /// Reads names by the rules of the packs; set before the first value, outlives the store.
  void read_names_with(const NameReader& reader) { name_reader_ = &reader; }
  [[nodiscard]] const NameReader* name_reader() const { return name_reader_; }
  /// Adds a field, also after records: those have no value in it. Nothing when there are kMostFields already.
  std::optional<std::size_t> add_field(LinkageField field);
  [[nodiscard]] ValueCode intern(std::size_t field, std::string_view value);
  /// Takes the next row and says which record it is.
  RecordNumber add(const Record& row);
  /// Takes all rows of another store with the same fields, in its order.
  void append(const RecordStore& other);

  [[nodiscard]] const std::vector<LinkageField>& fields() const { return fields_; }
  [[nodiscard]] std::size_t records() const { return records_.size(); }
  [[nodiscard]] std::size_t rows() const { return record_of_row_.size(); }
  [[nodiscard]] const Record& record(RecordNumber number) const { return records_[number]; }
  [[nodiscard]] std::uint32_t copies(RecordNumber number) const { return copies_[number]; }
  [[nodiscard]] std::span<const RecordNumber> record_of_row() const { return record_of_row_; }
  [[nodiscard]] const ValuePool& pool(std::size_t field) const { return pools_[pool_of_[field]]; }
  [[nodiscard]] std::string_view text(std::size_t field, ValueCode code) const { return pool(field).text(code); }
  /// A name in the form that all its spellings share; any other value as it is.
  [[nodiscard]] std::string_view neutral(std::size_t field, ValueCode code) const;
  /// Whether two names are spellings of one.
  [[nodiscard]] bool is_same_name(std::size_t field, ValueCode left, ValueCode right) const;
  [[nodiscard]] std::uint64_t bytes() const;

 private:
  [[nodiscard]] ValuePool& pool(std::size_t field) { return pools_[pool_of_[field]]; }
  [[nodiscard]] std::size_t slot_of(const Record& row) const;
  void grow();

  std::vector<LinkageField> fields_;
  std::vector<ValuePool> pools_;
  std::vector<std::size_t> pool_of_;  ///< by field
  std::vector<std::vector<ValueCode>>
      neutral_;  ///< by pool and code: the neutral form of a name, a code of `neutrals_`
  ValuePool neutrals_;
  const NameReader* name_reader_ = nullptr;
  std::vector<Record> records_;
  std::vector<std::uint32_t> copies_;
  std::vector<RecordNumber> record_of_row_;
  std::vector<RecordNumber> slots_;  ///< open addressing, number + 1; 0 is free
};

}  // namespace sidik::people
