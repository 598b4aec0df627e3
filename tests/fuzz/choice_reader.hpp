#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sidik::fuzz {

/// Takes choices from the first bytes of an input; what is left is the input proper. A choice is one byte, counted from
/// the character 0, so that a seed such as `001` can be read and written by hand. An input that is used up chooses 0.
class ChoiceReader {
 public:
  ChoiceReader(const std::uint8_t* data, std::size_t size) : bytes_(reinterpret_cast<const char*>(data), size) {}

  /// A number below `count`.
  std::size_t below(std::size_t count) {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(bytes_.front() - '0');
    bytes_.remove_prefix(1);
    return byte % count;
  }
  template <class Value, std::size_t kCount>
  const Value& one_of(const std::array<Value, kCount>& values) {
    return values[below(kCount)];
  }
  [[nodiscard]] std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace sidik::fuzz
