#include "engine/head_buffer.hpp"

#include <algorithm>

namespace sidik::engine {

void HeadBuffer::add(const table::RecordBatch& batch) {
  std::size_t size = 0;
  for (std::size_t r = 0; r < batch.records(); ++r) {
    for (const auto field : batch.record(r)) size += field.size();
  }
  std::string& text = texts_.emplace_back();
  text.reserve(size);  // the views below need the text to stay where it is
  table::RecordBatch& copy = batches_.emplace_back();
  copy.reset(batch.columns(), batch.first_record());
  std::vector<std::string_view> fields(batch.columns());
  for (std::size_t r = 0; r < batch.records(); ++r) {
    for (std::size_t c = 0; c < fields.size(); ++c) {
      const std::string_view field = batch.field(r, c);
      fields[c] = std::string_view(text.data() + text.size(), field.size());
      text.append(field);
    }
    copy.append(fields, batch.span(r));
  }
  records_ += batch.records();
  bytes_ += size;
}

std::vector<std::string_view> HeadBuffer::sample(std::size_t column, std::size_t most) const {
  std::vector<std::string_view> filled;
  for (const auto& batch : batches_) {
    if (column >= batch.columns()) continue;
    for (std::size_t r = 0; r < batch.records(); ++r) {
      if (const auto field = batch.field(r, column); !field.empty()) filled.push_back(field);
    }
  }
  if (filled.size() <= most) return filled;
  std::vector<std::string_view> sample;
  sample.reserve(most);
  for (std::size_t i = 0; i < most; ++i) sample.push_back(filled[i * filled.size() / most]);
  return sample;
}

std::vector<identify::ColumnSample> HeadBuffer::samples(const std::vector<std::string>& headers,
                                                        std::size_t most) const {
  std::vector<identify::ColumnSample> out;
  for (std::size_t c = 0; c < headers.size(); ++c) out.push_back({headers[c], sample(c, most)});
  return out;
}

void HeadBuffer::clear() {
  batches_.clear();
  texts_.clear();
  records_ = bytes_ = 0;
}

}  // namespace sidik::engine
