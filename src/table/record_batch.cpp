#include "table/record_batch.hpp"

namespace sidik::table {

void RecordBatch::reset(std::size_t columns, RecordIndex first_record) {
  columns_ = columns;
  first_record_ = first_record;
  fields_.clear();
  spans_.clear();
  texts_.clear();
}

void RecordBatch::append(std::span<const std::string_view> fields, ByteSpan span) {
  const std::size_t given = fields.size() < columns_ ? fields.size() : columns_;
  fields_.insert(fields_.end(), fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(given));
  fields_.resize(fields_.size() + (columns_ - given));
  spans_.push_back(span);
}

std::string_view RecordBatch::keep(std::string text) { return texts_.emplace_back(std::move(text)); }

}  // namespace sidik::table
