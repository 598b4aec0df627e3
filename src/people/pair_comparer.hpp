#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "people/linkage_field.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// The levels of all fields of a pair of records, three bits a field, the first field lowest.
using AgreementPattern = std::uint64_t;

[[nodiscard]] constexpr Level level_in(AgreementPattern pattern, std::size_t field) {
  return static_cast<Level>(pattern >> (3 * field) & 7U);
}

/// Compares records field by field. Names come again and again in the pairs of a block, so what two values gave is kept
/// by their codes; few comparisons reach the text.
///
/// Threads  one; make one a thread.
/// Lifetime the store outlives it and does not grow meanwhile.
/// Cost     some nanoseconds a field that was met, 50 to 200 for one that is new; 256 KiB a field.
class PairComparer {
 public:
  explicit PairComparer(const RecordStore& store);
  [[nodiscard]] AgreementPattern compare(RecordNumber left, RecordNumber right);
  /// The texts that were compared so far, the others were met before.
  [[nodiscard]] std::uint64_t compared_texts() const { return compared_texts_; }

 private:
  [[nodiscard]] Level compare_codes(std::size_t field, ValueCode left, ValueCode right);
  [[nodiscard]] Level compare_texts(std::size_t field, ValueCode left, ValueCode right);
  [[nodiscard]] Level compare_names(std::size_t field, ValueCode left, ValueCode right) const;
  [[nodiscard]] bool agree(std::size_t field, ValueCode left, ValueCode right);
  [[nodiscard]] bool is_elsewhere(std::size_t field, const Record& left, const Record& right);
  [[nodiscard]] bool is_exchange(std::size_t one, std::size_t other, const Record& left, const Record& right);
  void weaken_numbers(std::array<Level, kMostFields>& levels) const;
  void weaken_emails(const Record& left, const Record& right, std::array<Level, kMostFields>& levels) const;
  void cross_names(const Record& left, const Record& right, std::array<Level, kMostFields>& levels);

  const RecordStore& store_;
  std::vector<std::vector<std::uint64_t>> memo_;      ///< by field: both codes and the level; 0 is free
  std::vector<std::vector<std::size_t>> neighbours_;  ///< by field of a place: the other fields of its domain
  std::vector<std::size_t> names_;
  std::vector<std::size_t> emails_;
  std::vector<std::size_t> births_;                              ///< birth dates
  std::vector<std::size_t> birth_numbers_;                       ///< numbers that hold one
  std::vector<std::pair<std::size_t, std::size_t>> name_pairs_;  ///< names that may have changed places
  std::uint64_t compared_texts_ = 0;
};

}  // namespace sidik::people
