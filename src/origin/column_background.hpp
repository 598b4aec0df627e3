#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pack/origin_profile.hpp"

namespace sidik::origin {

/// A name without case, marks and blanks: NO_KK and noKk are both nokk.
[[nodiscard]] std::string plain_name(std::string_view name);
/// Whether two plain names, with the words that they are made of, look like one written otherwise: a long word in
/// common, or most of their pairs of letters.
[[nodiscard]] bool look_alike(std::string_view left, std::string_view right);

/// A column of a profile made ready for comparison.
struct KnownColumn {
  const pack::ProfileColumn* column = nullptr;
  std::vector<std::string> names;  ///< plain, the column's own first
};

/// How common names and meanings are among systems: what evidence is weighed against.
///
/// Lifetime `profiles` outlive it. Cost: building is linear in their columns.
class ColumnBackground {
 public:
  explicit ColumnBackground(std::span<const pack::OriginProfile> profiles);

  [[nodiscard]] const std::vector<KnownColumn>& columns_of(std::size_t profile) const { return known_[profile]; }
  /// Every column of every profile that has the meaning.
  [[nodiscard]] std::span<const pack::ProfileColumn* const> with_meaning(std::string_view meaning) const;
  /// The probability that a column of some system means this, or is called this; never 0.
  [[nodiscard]] double of_meaning(std::string_view meaning) const;
  [[nodiscard]] double of_name(const std::string& plain) const;

 private:
  std::vector<std::vector<KnownColumn>> known_;
  std::unordered_map<std::string, std::vector<const pack::ProfileColumn*>> by_meaning_;
  std::unordered_map<std::string, std::uint32_t> names_;
  double columns_ = 0;
};

}  // namespace sidik::origin
