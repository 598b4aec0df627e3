#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/coding.hpp"

namespace sidik::origin {

/// Counts rows by their signature: the coding of every column.
///
/// Bounded   at most `most` signatures are kept, the first ones; rows of others are counted as not kept.
/// Cost      one probe a row, and the signature once.
class SignatureTable {
 public:
  static constexpr std::size_t kMost = std::size_t{1} << 17;
  static constexpr std::uint32_t kNotKept = ~std::uint32_t{0};

  explicit SignatureTable(std::size_t columns, std::size_t most = kMost);

  /// The number of a signature, new or known, or kNotKept. `hash` is a hash of all codings.
  std::uint32_t find_or_add(std::uint64_t hash, std::span<const Coding> codings);
  /// The number of a known signature, or kNotKept.
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;
  /// Counts a row; `is_fresh`: it repeats no row before it, as far as was looked.
  void count(std::uint32_t signature, bool is_fresh);
  /// Adds the counts of another part of the same table; `renumber` receives its signatures' numbers here.
  void merge(const SignatureTable& other, std::vector<std::uint32_t>& renumber);
  /// Columns that appear late are empty in what was counted before.
  void widen(std::size_t columns);

  [[nodiscard]] std::size_t size() const { return records_.size(); }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::span<const Coding> codings(std::size_t signature) const {
    return {codings_.data() + signature * columns_, columns_};
  }
  [[nodiscard]] std::uint64_t records(std::size_t signature) const { return records_[signature]; }
  [[nodiscard]] std::uint64_t fresh(std::size_t signature) const { return fresh_[signature]; }
  [[nodiscard]] std::uint64_t not_kept() const { return not_kept_; }

 private:
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;
  void grow();

  std::size_t columns_;
  std::size_t most_;
  std::vector<Coding> codings_;  ///< signature after signature
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint64_t> records_;
  std::vector<std::uint64_t> fresh_;
  std::vector<std::uint32_t> slots_;  ///< open addressing, a power of two; number + 1, or 0
  std::uint64_t not_kept_ = 0;
};

}  // namespace sidik::origin
