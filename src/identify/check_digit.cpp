#include "identify/check_digit.hpp"

#include <cstddef>
#include <cstdint>

namespace sidik::identify {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ISO 7064 pure system of modulus `modulus` and radix 2: the check character may be one past the digits.
bool passes_pure(std::string_view text, int modulus, int radix, int largest, char extra) {
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int value = check_value_of(text[i]);
    if (i + 1 == text.size() && text[i] == extra) value = largest + 1;
    if (value < 0 || value > largest + (i + 1 == text.size() ? 1 : 0)) return false;
    sum = i + 1 == text.size() ? (sum + value) % modulus : ((sum + value) * radix) % modulus;
  }
  return sum == 1 && text.size() > 1;
}

/// ISO 7064 hybrid system with modulus + 1.
bool passes_hybrid(std::string_view text, int modulus) {
  int product = modulus;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int value = check_value_of(text[i]);
    if (value < 0 || value >= modulus) return false;
    if (i + 1 == text.size()) return (product + value) % modulus == 1;
    int sum = (product + value) % modulus;
    if (sum == 0) sum = modulus;
    product = (sum * 2) % (modulus + 1);
  }
  return false;
}

}  // namespace

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (!is_digit(digits[i])) return false;
    int value = digits[i] - '0';
    if (doubled) value = value > 4 ? 2 * value - 9 : 2 * value;
    sum += value;
    doubled = !doubled;
  }
  return sum % 10 == 0 && digits.size() > 1;
}

bool passes_verhoeff(std::string_view digits) {
  static constexpr std::uint8_t kProduct[10][10] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
                                                    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
                                                    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
                                                    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
                                                    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
  static constexpr std::uint8_t kPermutation[8][10] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
                                                       {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
                                                       {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
                                                       {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}};
  std::size_t check = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[digits.size() - 1 - i];
    if (!is_digit(c)) return false;
    check = kProduct[check][kPermutation[i % 8][c - '0']];
  }
  return check == 0 && digits.size() > 1;
}

bool passes_damm(std::string_view digits) {
  static constexpr std::uint8_t kTable[10][10] = {{0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
                                                  {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
                                                  {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
                                                  {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
                                                  {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}};
  std::size_t interim = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return false;
    interim = kTable[interim][c - '0'];
  }
  return interim == 0 && digits.size() > 1;
}

bool passes_iso7064_mod11_2(std::string_view text) { return passes_pure(text, 11, 2, 9, 'X'); }
bool passes_iso7064_mod37_2(std::string_view text) { return passes_pure(text, 37, 2, 35, '*'); }
bool passes_iso7064_mod11_10(std::string_view digits) { return passes_hybrid(digits, 10); }
bool passes_iso7064_mod37_36(std::string_view text) { return passes_hybrid(text, 36); }

bool passes_codice_fiscale(std::string_view text) {
  static constexpr std::uint8_t kOdd[26] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                            20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
  if (text.size() != 16) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const int value = check_value_of(text[i]);
    if (value < 0) return false;
    const int place = is_digit(text[i]) ? value : value - 10;
    sum += i % 2 == 0 ? kOdd[place] : place;
  }
  return text[15] == 'A' + sum % 26;
}

}  // namespace sidik::identify
