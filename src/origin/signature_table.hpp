#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "origin/coding.hpp"

namespace sidik::origin {

/// Counts rows by their signature: the coding of every column.
///
/// Bounded   at most `most` signatures are kept. Once most of the room is taken, a row that is like a known signature
///           counts as that one, and what is left is for rows that are like none.
/// Cost      one probe a row, and the signature once.
class SignatureTable {
 public:
  static constexpr std::size_t kMost = std::size_t{1} << 18;
  static constexpr std::uint32_t kNotKept = ~std::uint32_t{0};

  static constexpr std::size_t kMostBytes = std::size_t{24} << 20;  ///< of codings

  explicit SignatureTable(std::size_t columns, std::size_t most = kMost);

  /// The number of a signature, new or known, or kNotKept. `hash` is a hash of all codings.
  std::uint32_t find_or_add(std::uint64_t hash, std::span<const Coding> codings);
  /// The number of a signature that is known as it is, or kNotKept.
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;
  /// Whether so many different rows of a signature were counted that the hashes of further ones add nothing.
  [[nodiscard]] bool tells_rows_apart(std::uint32_t signature) const;
  /// Counts a row; equal rows have equal hashes. The hash is not looked at once the signature tells rows apart.
  void count(std::uint32_t signature, std::uint64_t row_hash);
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
  /// The rows that speak for a signature: all, or as many as differ where few do. A row that is written a thousand
  /// times speaks once.
  [[nodiscard]] std::uint64_t weight(std::size_t signature) const;
  /// Numbers in an order that does not depend on the order of the rows.
  [[nodiscard]] std::vector<std::uint32_t> ordered() const;
  [[nodiscard]] std::uint64_t not_kept() const { return not_kept_; }

 private:
  /// The most alike of some hundred signatures, and in how many columns it differs.
  [[nodiscard]] std::pair<std::uint32_t, std::size_t> nearest(std::span<const Coding> codings) const;
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;
  void grow();

  std::size_t columns_;
  std::size_t most_;
  std::vector<Coding> codings_;  ///< signature after signature
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint64_t> records_;
  std::vector<std::uint64_t> sketches_;  ///< a bit for each of 64 parts of the row hashes that occurred
  std::vector<std::uint32_t> slots_;     ///< open addressing, a power of two; number + 1, or 0
  std::uint64_t not_kept_ = 0;
};

}  // namespace sidik::origin
