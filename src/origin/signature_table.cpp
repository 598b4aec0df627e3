#include "origin/signature_table.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace sidik::origin {
namespace {

constexpr int kEnoughBits = 16;
constexpr std::size_t kFirstSlots = 1024;
}  // namespace

SignatureTable::SignatureTable(std::size_t columns, std::size_t most)
    : columns_(columns),
      most_(std::min(most, kMostBytes / (sizeof(Coding) * std::max<std::size_t>(columns, 1)))),
      slots_(kFirstSlots, 0) {}

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

std::pair<std::uint32_t, std::size_t> SignatureTable::nearest(std::span<const Coding> codings) const {
  constexpr std::size_t kLookedAt = 512;
  const std::size_t step = std::max<std::size_t>(1, size() / kLookedAt);
  std::pair<std::uint32_t, std::size_t> best = {kNotKept, columns_ + 1};
  for (std::size_t i = 0; i < size(); i += step) {
    const Coding* known = codings_.data() + i * columns_;
    std::size_t differing = 0;
    for (std::size_t c = 0; c < codings.size(); ++c) differing += known[c] != codings[c] ? 1 : 0;
    if (differing < best.second) best = {static_cast<std::uint32_t>(i), differing};
  }
  return best;
}

std::uint32_t SignatureTable::find_or_add(std::uint64_t hash, std::span<const Coding> codings) {
  const std::size_t slot = slot_of(hash);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  if (hashes_.size() >= most_ - most_ / 8) {
    const auto [known, differing] = nearest(codings);
    const bool is_new = differing * 4 > columns_ && hashes_.size() < most_;
    if (!is_new) return known;
  }
  hashes_.push_back(hash);
  codings_.insert(codings_.end(), codings.begin(), codings.end());
  codings_.resize(hashes_.size() * columns_, kEmpty);
  records_.push_back(0);
  sketches_.push_back(0);
  slots_[slot] = static_cast<std::uint32_t>(hashes_.size());
  const auto number = static_cast<std::uint32_t>(hashes_.size() - 1);
  if (hashes_.size() * 2 > slots_.size()) grow();
  return number;
}

void SignatureTable::count(std::uint32_t signature, std::uint64_t row_hash) {
  if (signature == kNotKept) {
    ++not_kept_;
    return;
  }
  ++records_[signature];
  if (!tells_rows_apart(signature)) sketches_[signature] |= std::uint64_t{1} << (row_hash % 64);
}

bool SignatureTable::tells_rows_apart(std::uint32_t signature) const {
  return signature == kNotKept || std::popcount(sketches_[signature]) >= kEnoughBits;
}

std::uint64_t SignatureTable::weight(std::size_t signature) const {
  // Of n different rows nearly all find a bit of their own while n is small; with enough bits the rows do not repeat.
  const auto bits = static_cast<std::uint64_t>(std::popcount(sketches_[signature]));
  return bits >= kEnoughBits || records_[signature] <= 2 * bits ? records_[signature] : bits;
}

std::vector<std::uint32_t> SignatureTable::ordered() const {
  std::vector<std::uint32_t> out(size());
  std::iota(out.begin(), out.end(), 0U);
  std::ranges::sort(out, {}, [this](std::uint32_t i) { return hashes_[i]; });
  return out;
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
    sketches_[number] |= other.sketches_[i];
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
