#pragma once

#include <string>

#include "rehearse/random_stream.hpp"

/// How hands, ears and machines write a word or a number otherwise than it stands. Output: whether the text changed.
/// Words are in capital letters, as registers write them.
namespace sidik::rehearse {

/// One slip of the keyboard: another letter, a neighbour's key, two turned round, one left out, one too many, a blank
/// too many or too few.
bool slip_in_word(std::string& text, RandomStream& stream);
/// One slip in digits: another digit, a neighbour's key, two turned round, one left out, one twice.
bool slip_in_digits(std::string& text, RandomStream& stream);
/// One sound written otherwise, as ears hear it: F and P, Z and J, Y and I, a letter doubled or not.
bool spell_by_ear(std::string& text, RandomStream& stream);
/// The spelling before 1947 or before 1972, wholly or in part.
bool spell_as_before(std::string& text, RandomStream& stream);
/// A letter as a machine reads it from paper: O for 0, RN for M.
bool misread_letter(std::string& text, RandomStream& stream);

}  // namespace sidik::rehearse
