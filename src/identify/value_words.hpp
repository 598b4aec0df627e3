#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Words by which values tell what they are. Folded, without diacritics. Small and closed lists; names and places are
/// pack data.
namespace sidik::identify {

/// A word that ends or makes up the name of an occupation in English or Indonesian.
[[nodiscard]] bool is_occupation_word(std::string_view word);
/// A legal form or a word that trades put into their names.
[[nodiscard]] bool is_company_word(std::string_view word);
/// A brand of payment card, in full or abbreviated.
[[nodiscard]] bool is_card_brand(std::string_view word);
/// The star signs, English and Indonesian.
[[nodiscard]] bool is_zodiac_word(std::string_view word);
/// The two-letter code of a state of the United States or a province of Canada, in lower case.
[[nodiscard]] bool is_region_code(std::string_view code);
/// The ending of a word for an occupation: baker, dentist, electrician.
[[nodiscard]] bool has_occupation_ending(std::string_view word);

/// Letters only, as folded words without marks at their ends.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view value);

}  // namespace sidik::identify
