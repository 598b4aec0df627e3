#include "origin/stamp_sample.hpp"

#include <algorithm>

namespace sidik::origin {

StampSample::Field::Field(std::uint64_t of_record, std::uint32_t of_signature, std::uint16_t of_column,
                          std::string_view text)
    : record(of_record), signature(of_signature), column(of_column) {
  size_ = static_cast<std::uint8_t>(std::min(text.size(), kMostBytes));
  std::ranges::copy(text.substr(0, size_), text_.begin());
}

void StampSample::thin() {
  std::erase_if(fields_, [this](const Field& field) { return !wants(field.record); });
}

void StampSample::add(const Field& field) {
  if (!wants(field.record)) return;
  fields_.push_back(field);
  while (fields_.size() > kMost) {
    draw_.halve();
    thin();
  }
}

void StampSample::merge(const StampSample& other, std::span<const std::uint32_t> renumber) {
  if (draw_.join(other.draw_)) thin();
  for (Field field : other.fields_) {
    if (field.signature < renumber.size()) field.signature = renumber[field.signature];
    add(field);
  }
}

}  // namespace sidik::origin
