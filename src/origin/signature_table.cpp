#include "origin/signature_table.hpp"

#include <algorithm>

namespace sidik::origin {
namespace {
constexpr std::size_t kFirstSlots = 1024;
}

SignatureTable::SignatureTable(std::size_t columns, std::size_t most)
    : columns_(columns), most_(most), slots_(kFirstSlots, 0) {}

std::size_t SignatureTable::slot_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (hash * 0x9e3779b97f4a7c15U >> 32U) & mask;
  while (slots_[slot] != 0 && hashes_[slots_[slot] - 1] != hash) slot = (slot + 1) & mask;
  return slot;
}

void SignatureTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < hashes_.size(); ++i) slots_[slot_of(hashes_[i])] = static_cast<std::uint32_t>(i + 1);
}

std::uint32_t SignatureTable::find(std::uint64_t hash) const {
  const std::uint32_t at = slots_[slot_of(hash)];
  return at == 0 ? kNotKept : at - 1;
}

std::uint32_t SignatureTable::find_or_add(std::uint64_t hash, std::span<const Coding> codings) {
  const std::size_t slot = slot_of(hash);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  if (hashes_.size() >= most_) return kNotKept;
  hashes_.push_back(hash);
  codings_.insert(codings_.end(), codings.begin(), codings.end());
  codings_.resize(hashes_.size() * columns_, kEmpty);
  records_.push_back(0);
  fresh_.push_back(0);
  slots_[slot] = static_cast<std::uint32_t>(hashes_.size());
  const auto number = static_cast<std::uint32_t>(hashes_.size() - 1);
  if (hashes_.size() * 2 > slots_.size()) grow();
  return number;
}

void SignatureTable::count(std::uint32_t signature, bool is_fresh) {
  if (signature == kNotKept) {
    ++not_kept_;
    return;
  }
  ++records_[signature];
  fresh_[signature] += is_fresh ? 1 : 0;
}

void SignatureTable::merge(const SignatureTable& other, std::vector<std::uint32_t>& renumber) {
  widen(other.columns_);
  not_kept_ += other.not_kept_;
  renumber.assign(other.size(), kNotKept);
  for (std::size_t i = 0; i < other.size(); ++i) {
    const std::uint32_t number = find_or_add(other.hashes_[i], other.codings(i));
    renumber[i] = number;
    if (number == kNotKept) {
      not_kept_ += other.records_[i];
      continue;
    }
    records_[number] += other.records_[i];
    fresh_[number] += other.fresh_[i];
  }
}

void SignatureTable::widen(std::size_t columns) {
  if (columns <= columns_) return;
  std::vector<Coding> wide(size() * columns, kEmpty);
  for (std::size_t i = 0; i < size(); ++i)
    std::ranges::copy(codings(i), wide.begin() + static_cast<std::ptrdiff_t>(i * columns));
  codings_.swap(wide);
  columns_ = columns;
}

}  // namespace sidik::origin
