#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "origin/column_coder.hpp"

namespace sidik::origin {

/// Masked rows from all over a table, to show what a stratum looks like. Which rows are kept depends on their numbers
/// alone.
///
/// Bounded   kMost rows and kMostColumns fields of each. No field is kept unmasked.
class ExampleRows {
 public:
  struct Example {
    std::uint64_t record = 0;
    std::uint32_t signature = 0;
    std::vector<std::string> masked;
    std::vector<Coding> codings;  ///< as ColumnCoder::code_fully() says
  };
  static constexpr std::size_t kMost = 1024;
  static constexpr std::size_t kMostColumns = 64;

  [[nodiscard]] bool wants(std::uint64_t record) const { return (mix(record) & mask_) == 0; }
  void add(std::uint64_t record, std::uint32_t signature, std::span<const std::string_view> fields,
           std::span<const ColumnCoder> coders);
  void merge(const ExampleRows& other, std::span<const std::uint32_t> renumber);
  /// In the order of the records.
  [[nodiscard]] std::vector<const Example*> sorted() const;

 private:
  static std::uint64_t mix(std::uint64_t x) {
    x = (x + 3) * 0xd6e8feb86659fd93U;
    x ^= x >> 32U;
    x *= 0x9e3779b97f4a7c15U;
    return x ^ (x >> 29U);
  }
  void take(Example example);

  std::uint64_t mask_ = 0;
  std::vector<Example> rows_;
};

}  // namespace sidik::origin
