#pragma once

#include <cstdint>

namespace sidik::origin {

/// Which records of a table a sample keeps: every one at first, then half of them, a quarter and so on, evenly and by
/// chance. It depends on the records' numbers alone, so that samples of parts join to the sample of the whole.
class RecordDraw {
 public:
  explicit RecordDraw(std::uint64_t salt) : salt_(salt) {}

  [[nodiscard]] bool wants(std::uint64_t record) const { return (mix(record + salt_) & mask_) == 0; }
  /// Wants half as many from now on.
  void halve() { mask_ = mask_ * 2 + 1; }
  /// Wants no more than `other` does, which has the same salt; whether that is fewer than before.
  bool join(const RecordDraw& other) {
    const bool is_fewer = other.mask_ > mask_;
    if (is_fewer) mask_ = other.mask_;
    return is_fewer;
  }

 private:
  static std::uint64_t mix(std::uint64_t x) {
    x *= 0x9e3779b97f4a7c15U;
    x ^= x >> 32U;
    x *= 0xd6e8feb86659fd93U;
    return x ^ (x >> 32U);
  }

  std::uint64_t salt_;
  std::uint64_t mask_ = 0;  ///< records whose mixed number has no bit of it are kept
};

}  // namespace sidik::origin
