#include "origin/row_signer.hpp"

#include <algorithm>
#include <functional>

#include "text/letters.hpp"

namespace sidik::origin {
namespace {

/// The finaliser of splitmix64.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30U;
  x *= 0xbf58476d1ce4e5b9U;
  x ^= x >> 27U;
  x *= 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// Of the fields alone: under another token key the same rows are told apart alike.
std::uint64_t row_hash(std::span<const std::string_view> fields) {
  std::uint64_t hash = 0;
  for (const std::string_view field : fields) hash = mix(hash + std::hash<std::string_view>()(field));
  return hash;
}

/// Whether digits alone may be a day, or a day and a time: yyyymmdd, yyyymmddhhmmss.
bool is_day_in_digits(std::string_view field) {
  constexpr std::size_t kDay = 8, kDayAndTime = 14;
  if (field.size() != kDay && field.size() != kDayAndTime) return false;
  if (!std::ranges::all_of(field, text::is_digit)) return false;
  const std::string_view year = field.substr(0, 2), month = field.substr(4, 2), day = field.substr(6, 2);
  return (year == "19" || year == "20") && month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

}  // namespace

RowSigner::RowSigner(std::span<const ColumnCoder> coders)
    : coders_(coders), table_(coders.size()), known_(coders.size() * kKnown) {}

Coding RowSigner::code(std::size_t column, std::string_view field, Hash128 key) {
  Known& known = known_[column * kKnown + key.low % kKnown];
  if (known.key == key) return known.coding;
  known = {key, coders_[column].code(field)};
  return known.coding;
}

void RowSigner::sign_column(const table::RecordBatch& batch, std::size_t column, std::span<const Hash128> keys) {
  const std::size_t columns = coders_.size();
  const ColumnCoder& coder = coders_[column];
  const std::uint64_t salt = column << 16U;
  const Coding none = coder.code({});
  for (std::size_t r = 0; r < batch.records(); ++r) {
    const std::string_view field = batch.field(r, column);
    const Coding coding = field.empty() ? none : keys.empty() ? coder.code(field) : code(column, field, keys[r]);
    if (coding == kEmpty) continue;
    codings_[r * columns + column] = coding;
    // A sum, so that columns can come one by one; an empty field adds nothing, whether its column exists or not.
    hashes_[r] += mix((salt | coding) + 0x9e3779b97f4a7c15U);
  }
}

void RowSigner::sample_stamps(const table::RecordBatch& batch, std::size_t r, std::uint32_t signature) {
  const std::uint64_t record = batch.first_record().value + r;
  if (!stamps_.wants(record)) return;
  const std::size_t columns = coders_.size();
  for (std::size_t c = 0; c < std::min(columns, batch.columns()); ++c) {
    const Coding coding = codings_[r * columns + c];
    if (coding == kEmpty) continue;
    const std::string_view field = batch.field(r, c);
    if (is_temporal(coding) || is_day_in_digits(field))
      stamps_.add({record, signature, static_cast<std::uint16_t>(c), field});
  }
}

void RowSigner::add(const table::RecordBatch& batch, std::span<const Hash128> fields,
                    std::vector<std::uint32_t>* signatures) {
  const std::size_t columns = coders_.size();
  const std::size_t records = batch.records();
  codings_.assign(records * columns, kEmpty);
  hashes_.assign(records, 0);
  for (std::size_t c = 0; c < std::min(columns, batch.columns()); ++c)
    sign_column(batch, c, fields.empty() ? fields : fields.subspan(c * records, records));
  if (signatures != nullptr) signatures->resize(records);
  for (std::size_t r = 0; r < records; ++r) {
    const std::uint64_t record = batch.first_record().value + r;
    const std::uint32_t number = table_.find_or_add(hashes_[r], std::span(codings_).subspan(r * columns, columns));
    table_.count(number, table_.tells_rows_apart(number) ? 0 : row_hash(batch.record(r)));
    if (signatures != nullptr) (*signatures)[r] = number;
    places_.add(record, number);
    if (sample_.wants(record)) sample_.add(record, number, batch.record(r));
    sample_stamps(batch, r, number);
  }
}

std::vector<std::uint32_t> RowSigner::merge(const RowSigner& other) {
  std::vector<std::uint32_t> renumber;
  table_.merge(other.table_, renumber);
  places_.merge(other.places_, renumber);
  sample_.merge(other.sample_, renumber);
  stamps_.merge(other.stamps_, renumber);
  return renumber;
}

}  // namespace sidik::origin
