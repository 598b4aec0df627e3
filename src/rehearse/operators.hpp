#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// Which mobile operator gave out a number, by its prefix, and the names of all operators.
class MobileOperators {
 public:
  explicit MobileOperators(const pack::Pack& pack);
  /// `national`: without 0 and country code.
  [[nodiscard]] std::string_view of(std::string_view national) const;
  [[nodiscard]] std::string_view any(RandomStream& stream) const { return names_[stream.below(names_.size())]; }

 private:
  std::map<std::string, std::string, std::less<>> by_prefix_;
  std::vector<std::string> names_;
};

}  // namespace sidik::rehearse
