#include "origin/row_sample.hpp"

#include <algorithm>
#include <utility>

namespace sidik::origin {

std::string_view RowSample::Row::field(std::size_t column) const {
  if (column >= ends.size()) return {};
  const std::uint32_t first = column == 0 ? 0 : ends[column - 1];
  return std::string_view(text).substr(first, ends[column] - first);
}

void RowSample::thin() {
  std::erase_if(rows_, [this](const Row& row) { return !wants(row.record); });
  bytes_ = 0;
  for (const Row& row : rows_) bytes_ += row.text.size();
}

void RowSample::take(Row row) {
  if (!wants(row.record)) return;
  bytes_ += row.text.size();
  rows_.push_back(std::move(row));
  while (rows_.size() > kMost || bytes_ > kMostBytes) {
    draw_.halve();
    thin();
  }
}

void RowSample::add(std::uint64_t record, std::uint32_t signature, std::span<const std::string_view> fields) {
  if (!wants(record)) return;
  Row row{.record = record, .signature = signature, .text = {}, .ends = {}};
  for (const std::string_view field : fields.first(std::min(fields.size(), kMostColumns))) {
    row.text += field.substr(0, kMostFieldBytes);
    row.ends.push_back(static_cast<std::uint32_t>(row.text.size()));
  }
  take(std::move(row));
}

void RowSample::merge(const RowSample& other, std::span<const std::uint32_t> renumber) {
  if (draw_.join(other.draw_)) thin();
  for (Row row : other.rows_) {
    if (row.signature < renumber.size()) row.signature = renumber[row.signature];
    take(std::move(row));
  }
}

std::vector<const RowSample::Row*> RowSample::sorted() const {
  std::vector<const Row*> out;
  out.reserve(rows_.size());
  for (const Row& row : rows_) out.push_back(&row);
  std::ranges::sort(out, {}, &Row::record);
  return out;
}

}  // namespace sidik::origin
