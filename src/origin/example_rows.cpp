#include "origin/example_rows.hpp"

#include <algorithm>

#include "text/mask.hpp"

namespace sidik::origin {

void ExampleRows::take(Example example) {
  if (!wants(example.record)) return;
  rows_.push_back(std::move(example));
  if (rows_.size() <= kMost) return;
  mask_ = mask_ * 2 + 1;
  std::erase_if(rows_, [this](const Example& row) { return !wants(row.record); });
}

void ExampleRows::add(std::uint64_t record, std::uint32_t signature, std::span<const std::string_view> fields,
                      std::span<const ColumnCoder> coders) {
  if (!wants(record)) return;
  Example example{.record = record, .signature = signature, .masked = {}, .codings = {}};
  for (const std::string_view field : fields.first(std::min(fields.size(), kMostColumns)))
    example.masked.push_back(text::mask(field));
  for (std::size_t c = 0; c < std::min(fields.size(), coders.size()); ++c)
    example.codings.push_back(coders[c].code_fully(fields[c]));
  take(std::move(example));
}

void ExampleRows::merge(const ExampleRows& other, std::span<const std::uint32_t> renumber) {
  if (other.mask_ > mask_) {
    mask_ = other.mask_;
    std::erase_if(rows_, [this](const Example& row) { return !wants(row.record); });
  }
  for (Example row : other.rows_) {
    if (row.signature < renumber.size()) row.signature = renumber[row.signature];
    take(std::move(row));
  }
}

std::vector<const ExampleRows::Example*> ExampleRows::sorted() const {
  std::vector<const Example*> out;
  for (const Example& row : rows_) out.push_back(&row);
  std::ranges::sort(out, {}, &Example::record);
  return out;
}

}  // namespace sidik::origin
