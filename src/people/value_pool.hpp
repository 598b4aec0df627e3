#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::people {

/// A text as a number: equal texts of one pool have equal codes, 0 is no text.
using ValueCode = std::uint32_t;

/// Keeps every distinct text once and numbers it from 1.
///
/// Lifetime views that text() gives live until the next intern().
/// Threads  one writer; any number of readers afterwards.
/// Cost     a hash and a probe a text; some 8 to 16 bytes a text beside its own.
class ValuePool {
 public:
  ValuePool();
  [[nodiscard]] ValueCode intern(std::string_view text);
  [[nodiscard]] std::string_view text(ValueCode code) const {
    return {arena_.data() + starts_[code], static_cast<std::size_t>(starts_[code + 1] - starts_[code])};
  }
  /// Codes are 0 to size() - 1.
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  [[nodiscard]] std::uint64_t bytes() const;

 private:
  void grow();
  std::vector<char> arena_;
  std::vector<std::uint64_t> starts_;  ///< of each text, and the end of the last
  std::vector<ValueCode> slots_;       ///< open addressing; 0 is free
};

}  // namespace sidik::people
