#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash128.hpp"
#include "identify/column_checker.hpp"
#include "identify/field_check.hpp"
#include "table/shape.hpp"

namespace sidik::identify {

/// What was found out about a value.
struct Verdict {
  FieldCheck check;
  table::ShapeClass shape = table::ShapeClass::empty;
};

/// Remembers the verdicts on the values of one column that came last, by their keys: most columns of a register repeat
/// a few values, and a verdict costs more than a look. Where values do not repeat it gives up and its memory goes.
///
/// Cost     a look at one slot; some 8 KiB a column, 40 KiB where parsed fields are kept.
class ValueMemory {
 public:
  struct Slot {
    Hash128 key;
    Verdict verdict;
    bool is_taken = false;
    [[nodiscard]] bool holds(Hash128 wanted) const { return is_taken && key == wanted; }
  };

  explicit ValueMemory(bool keeps_parsed) : keeps_parsed_(keeps_parsed) {}

  [[nodiscard]] bool is_useful() const { return is_useful_; }
  /// The slot where `key` stands or would stand, and where its parsed field is (when they are kept).
  [[nodiscard]] std::size_t place_of(Hash128 key) const { return key.low % kSlots; }
  [[nodiscard]] Slot& slot(std::size_t place) {
    if (slots_.empty()) {
      slots_.resize(kSlots);
      if (keeps_parsed_) parsed_.resize(kSlots);
    }
    return slots_[place];
  }
  [[nodiscard]] ParsedField& parsed(std::size_t place) { return parsed_[place]; }

  /// Told after some looks; a memory that seldom knows its value is given up.
  void note(std::uint64_t looks, std::uint64_t known) {
    looks_ += looks;
    known_ += known;
    if (looks_ < kTrialLooks) return;
    if (known_ * 4 < looks_) {
      is_useful_ = false;
      slots_ = {};
      parsed_ = {};
    }
    looks_ = known_ = 0;
  }

 private:
  static constexpr std::size_t kSlots = 256;
  static constexpr std::uint64_t kTrialLooks = 8192;

  bool keeps_parsed_;
  bool is_useful_ = true;
  std::vector<Slot> slots_;
  std::vector<ParsedField> parsed_;
  std::uint64_t looks_ = 0;
  std::uint64_t known_ = 0;
};

}  // namespace sidik::identify
