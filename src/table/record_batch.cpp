#include "table/record_batch.hpp"

#include <utility>

namespace sidik::table {

void RecordBatch::reset(std::size_t columns, RecordIndex first_record) {
  columns_ = columns;
  first_record_ = first_record;
  fields_.clear();
  spans_.clear();
  texts_.clear();
  chunk_.reset();
}

void RecordBatch::append(std::span<const std::string_view> fields, ByteSpan span) {
  const std::size_t given = fields.size() < columns_ ? fields.size() : columns_;
  fields_.insert(fields_.end(), fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(given));
  if (given < columns_) fields_.resize(fields_.size() + (columns_ - given));
  spans_.push_back(span);
}

void RecordBatch::widen(std::size_t columns) {
  std::vector<std::string_view> wider(spans_.size() * columns);
  for (std::size_t r = 0; r < spans_.size(); ++r) {
    for (std::size_t c = 0; c < columns_; ++c) wider[r * columns + c] = fields_[r * columns_ + c];
  }
  fields_ = std::move(wider);
  columns_ = columns;
}

void RecordBatch::contain() {
  if (is_self_contained()) return;
  std::size_t size = 0;
  for (const auto field : fields_) size += field.size();
  const auto copy = std::make_shared<std::string>();
  copy->reserve(size);  // the views below need the text to stay where it is
  for (auto& field : fields_) {
    const std::size_t at = copy->size();
    copy->append(field);
    field = std::string_view(copy->data() + at, field.size());
  }
  texts_.clear();
  chunk_ = copy;
}

std::string_view RecordBatch::keep(std::string text) { return texts_.emplace_back(std::move(text)); }

}  // namespace sidik::table
