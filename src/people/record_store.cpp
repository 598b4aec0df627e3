#include "people/record_store.hpp"

#include <utility>

#include "people/text_hash.hpp"

namespace sidik::people {
namespace {

std::uint64_t hash_of(const Record& row) {
  std::uint64_t hash = 0;
  for (std::size_t f = 0; f < kMostFields; f += 2)
    hash = spread_bits(hash ^ (std::uint64_t{row[f]} << 32 | row[f + 1]) ^ (f + 1) * 0x9E3779B97F4A7C15ULL);
  return hash;
}

}  // namespace

RecordStore::RecordStore() : slots_(256, 0) {}

std::optional<std::size_t> RecordStore::add_field(LinkageField field) {
  if (fields_.size() == kMostFields) return std::nullopt;
  std::size_t pool = pools_.size();
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (field.domain != 0 && fields_[f].domain == field.domain) pool = pool_of_[f];
  }
  if (pool == pools_.size()) {
    pools_.emplace_back();
    neutral_.emplace_back(1, 0);
  }
  pool_of_.push_back(pool);
  fields_.push_back(std::move(field));
  return fields_.size() - 1;
}

ValueCode RecordStore::intern(std::size_t field, std::string_view value) {
  ValuePool& values = pool(field);
  const std::size_t before = values.size();
  const ValueCode code = values.intern(value);
  if (values.size() > before && fields_[field].kind == FieldKind::name && name_reader_ != nullptr) {
    auto& neutral = neutral_[pool_of_[field]];
    neutral.resize(code, 0);
    neutral.push_back(neutrals_.intern(name_reader_->read(value).neutral()));
  }
  return code;
}

std::string_view RecordStore::neutral(std::size_t field, ValueCode code) const {
  const auto& neutral = neutral_[pool_of_[field]];
  return code < neutral.size() && neutral[code] != 0 ? neutrals_.text(neutral[code]) : text(field, code);
}

bool RecordStore::is_same_name(std::size_t field, ValueCode left, ValueCode right) const {
  const auto& neutral = neutral_[pool_of_[field]];
  return left < neutral.size() && right < neutral.size() && neutral[left] != 0 && neutral[left] == neutral[right];
}

std::size_t RecordStore::slot_of(const Record& row) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(row) & mask;
  while (slots_[slot] != 0 && records_[slots_[slot] - 1] != row) slot = (slot + 1) & mask;
  return slot;
}

RecordNumber RecordStore::add(const Record& row) {
  if (records_.size() * 2 >= slots_.size()) grow();
  const std::size_t slot = slot_of(row);
  if (slots_[slot] == 0) {
    records_.push_back(row);
    copies_.push_back(0);
    slots_[slot] = static_cast<RecordNumber>(records_.size());
  }
  const RecordNumber number = slots_[slot] - 1;
  ++copies_[number];
  record_of_row_.push_back(number);
  return number;
}

void RecordStore::grow() {
  std::vector<RecordNumber>(slots_.size() * 4, 0).swap(slots_);
  for (std::size_t number = 0; number < records_.size(); ++number)
    slots_[slot_of(records_[number])] = static_cast<RecordNumber>(number + 1);
}

void RecordStore::append(const RecordStore& other) {
  std::vector<std::vector<ValueCode>> codes(other.pools_.size());
  std::vector<bool> is_done(other.pools_.size(), false);
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const std::size_t p = other.pool_of_[f];
    if (is_done[p]) continue;
    is_done[p] = true;
    codes[p].resize(other.pools_[p].size());
    for (ValueCode code = 1; code < other.pools_[p].size(); ++code)
      codes[p][code] = intern(f, other.pools_[p].text(code));
  }
  std::vector<RecordNumber> numbers(other.records());
  std::vector<bool> is_known(other.records(), false);
  for (const RecordNumber theirs : other.record_of_row_) {
    if (is_known[theirs]) {
      ++copies_[numbers[theirs]];
      record_of_row_.push_back(numbers[theirs]);
      continue;
    }
    Record row{};
    for (std::size_t f = 0; f < fields_.size(); ++f) row[f] = codes[other.pool_of_[f]][other.records_[theirs][f]];
    numbers[theirs] = add(row);
    is_known[theirs] = true;
  }
}

std::uint64_t RecordStore::bytes() const {
  std::uint64_t bytes = records_.capacity() * sizeof(Record) +
                        (copies_.capacity() + record_of_row_.capacity() + slots_.capacity()) * sizeof(RecordNumber);
  for (const auto& pool : pools_) bytes += pool.bytes();
  return bytes;
}

}  // namespace sidik::people
