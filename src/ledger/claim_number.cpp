#include "ledger/claim_number.hpp"

#include <array>
#include <string>
#include <utility>

namespace sidik::ledger {
namespace {

constexpr std::uint64_t kLargest = 1'000'000'000'000'000;
constexpr std::string_view kSeparators = "_,. '";

constexpr std::array<std::pair<std::string_view, std::uint64_t>, 12> kFactors = {{{"k", 1'000},
                                                                                  {"rb", 1'000},
                                                                                  {"ribu", 1'000},
                                                                                  {"thousand", 1'000},
                                                                                  {"m", 1'000'000},
                                                                                  {"jt", 1'000'000},
                                                                                  {"juta", 1'000'000},
                                                                                  {"million", 1'000'000},
                                                                                  {"b", 1'000'000'000},
                                                                                  {"bn", 1'000'000'000},
                                                                                  {"miliar", 1'000'000'000},
                                                                                  {"billion", 1'000'000'000}}};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Takes the ending off `text`; 1 when there is none, 0 when it is not known.
std::uint64_t take_factor(std::string_view& text) {
  std::size_t end = text.size();
  while (end > 0 && !is_digit(text[end - 1])) --end;
  std::string ending;
  for (const char letter : text.substr(end)) {
    if (letter != ' ')
      ending.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter);
  }
  text = text.substr(0, end);
  if (ending.empty()) return 1;
  for (const auto& [word, factor] : kFactors) {
    if (ending == word) return factor;
  }
  return 0;
}

std::optional<std::uint64_t> read_digits(std::string_view digits) {
  if (digits.empty() || digits.size() > 16) return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : digits) {
    if (!is_digit(digit)) return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return number;
}

/// Digits in groups of three, with one kind of separator between them.
std::optional<std::uint64_t> read_grouped(std::string_view text) {
  const std::size_t first = text.find_first_of(kSeparators);
  if (first == std::string_view::npos) return read_digits(text);
  if (first == 0 || first > 3 || (text.size() - first) % 4 != 0) return std::nullopt;
  std::string digits(text.substr(0, first));
  for (std::size_t at = first; at < text.size(); at += 4) {
    if (text[at] != text[first]) return std::nullopt;
    digits += text.substr(at + 1, 3);
  }
  return read_digits(digits);
}

/// Digits with at most two after a point or comma; three could be thousands.
std::optional<std::uint64_t> read_scaled(std::string_view text, std::uint64_t factor) {
  const std::size_t point = text.find_first_of(".,");
  const auto whole = read_digits(text.substr(0, point));
  if (!whole || *whole > kLargest / factor) return std::nullopt;
  if (point == std::string_view::npos) return *whole * factor;
  const std::string_view behind = text.substr(point + 1);
  const auto fraction = read_digits(behind);
  if (!fraction || behind.size() > 2) return std::nullopt;
  return *whole * factor + *fraction * (factor / (behind.size() == 1 ? 10 : 100));
}

}  // namespace

std::optional<std::uint64_t> read_claimed_number(std::string_view text) {
  const std::uint64_t factor = take_factor(text);
  if (factor == 0) return std::nullopt;
  const auto number = factor == 1 ? read_grouped(text) : read_scaled(text, factor);
  if (!number || *number == 0 || *number > kLargest) return std::nullopt;
  return number;
}

}  // namespace sidik::ledger
