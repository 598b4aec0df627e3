#include "origin/row_signer.hpp"

#include <algorithm>

namespace sidik::origin {
namespace {

constexpr std::size_t kRememberedRows = std::size_t{1} << 16;

/// The finaliser of splitmix64.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30U;
  x *= 0xbf58476d1ce4e5b9U;
  x ^= x >> 27U;
  x *= 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

}  // namespace

RowSigner::RowSigner(std::span<const ColumnCoder> coders)
    : coders_(coders), table_(coders.size()), seen_rows_(kRememberedRows, 0) {}

void RowSigner::sign_column(const table::RecordBatch& batch, std::size_t column) {
  const std::size_t columns = coders_.size();
  const ColumnCoder& coder = coders_[column];
  const std::uint64_t salt = column << 16U;
  for (std::size_t r = 0; r < batch.records(); ++r) {
    const Coding coding = coder.code(batch.field(r, column));
    codings_[r * columns + column] = coding;
    // A sum, so that columns can come one by one; an empty field adds nothing, whether its column exists or not.
    if (coding != kEmpty) hashes_[r] += mix((salt | coding) + 0x9e3779b97f4a7c15U);
  }
}

bool RowSigner::is_fresh(Hash128 row) {
  const std::uint64_t key = row.low | 1U;
  std::uint64_t& seen = seen_rows_[(row.low >> 1U) % kRememberedRows];
  if (seen == key) return false;
  seen = key;
  return true;
}

void RowSigner::add(const table::RecordBatch& batch, std::span<const Hash128> row_hashes,
                    std::vector<std::uint32_t>* signatures) {
  const std::size_t columns = coders_.size();
  codings_.assign(batch.records() * columns, kEmpty);
  hashes_.assign(batch.records(), 0);
  for (std::size_t c = 0; c < std::min(columns, batch.columns()); ++c) sign_column(batch, c);
  if (signatures != nullptr) signatures->resize(batch.records());
  for (std::size_t r = 0; r < batch.records(); ++r) {
    const std::uint32_t number = table_.find_or_add(hashes_[r], std::span(codings_).subspan(r * columns, columns));
    table_.count(number, row_hashes.empty() || is_fresh(row_hashes[r]));
    if (signatures != nullptr) (*signatures)[r] = number;
    places_.add(batch.first_record().value + r, number);
  }
}

void RowSigner::merge(const RowSigner& other) {
  std::vector<std::uint32_t> renumber;
  table_.merge(other.table_, renumber);
  places_.merge(other.places_, renumber);
}

}  // namespace sidik::origin
