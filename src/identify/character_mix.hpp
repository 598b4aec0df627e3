#pragma once

#include <string>
#include <string_view>

namespace sidik::identify {

/// Which kinds of characters a value has.
struct CharacterMix {
  bool lower = false, upper = false, digit = false, mark = false, blank = false, high = false;
  bool inner_upper = false;  ///< an upper-case letter after a lower-case one
  bool inner_digit = false;  ///< a digit before a letter
};

[[nodiscard]] CharacterMix mix_of(std::string_view value);

/// The runs of a value: 12/T/1999 is 9/A/9. Codes of one issuer share few of them, passwords nearly none.
[[nodiscard]] std::string runs_of(std::string_view value);

}  // namespace sidik::identify
