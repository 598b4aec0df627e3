#include "identify/check_digit.hpp"

#include <charconv>

namespace sidik::identify {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 0-9 and A-Z as 0 to 35; -1 for all else.
constexpr int value_of(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return -1;
}

bool is_all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

bool to_number(std::string_view text, std::int32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool to_numbers(std::string_view text, std::vector<std::int32_t>& out) {
  while (!text.empty()) {
    const auto comma = text.find(',');
    std::int32_t number = 0;
    if (!to_number(text.substr(0, comma), number)) return false;
    out.push_back(number);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return !out.empty();
}

/// ISO 7064 pure system of modulus `modulus` and radix 2: the check character may be one past the digits.
bool passes_pure(std::string_view text, int modulus, int radix, int largest, char extra) {
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int value = value_of(text[i]);
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
    const int value = value_of(text[i]);
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
    const int value = value_of(text[i]);
    if (value < 0) return false;
    const int place = is_digit(text[i]) ? value : value - 10;
    sum += i % 2 == 0 ? kOdd[place] : place;
  }
  return text[15] == 'A' + sum % 26;
}

bool CheckRule::set_parameter(Step& step, std::string_view key, std::string_view value) {
  std::int32_t number = 0;
  if (key == "weights") return to_numbers(value, step.weights);
  if (key == "second") return to_numbers(value, step.second);
  if (key == "map") return step.map = value, !value.empty();
  if (key == "first") return step.first = value, !value.empty();
  if (key == "country_lengths") {
    while (!value.empty()) {
      const auto comma = value.find(',');
      step.country_lengths.emplace_back(value.substr(0, comma));
      if (step.country_lengths.back().size() != 4) return false;
      value = comma == std::string_view::npos ? std::string_view{} : value.substr(comma + 1);
    }
    return true;
  }
  if (!to_number(value, number)) return false;
  if (key == "offset") return step.offset = number, true;
  if (number < 0) return false;
  if (key == "mod") return step.modulus = static_cast<std::uint32_t>(number), number > 1;
  if (key == "from") return step.from = static_cast<std::uint32_t>(number), true;
  if (key == "to") return step.to = static_cast<std::uint32_t>(number), true;
  if (key == "rotate") return step.rotate = static_cast<std::uint32_t>(number), true;
  if (key == "letters") return step.letters = number, true;
  if (key == "skip") return step.skip = number, true;
  if (key == "or") return step.alternative = number, true;
  if (key == "corsica") return step.corsica = number == 1, true;
  if (key == "enye") return step.enye = number == 1, true;
  return false;
}

std::optional<CheckRule::Step> CheckRule::parse_step(std::string_view text, std::uint32_t from, std::uint32_t to) {
  struct Name {
    std::string_view word;
    Kind kind;
  };
  static constexpr Name kNames[] = {{"luhn", Kind::luhn},
                                    {"verhoeff", Kind::verhoeff},
                                    {"damm", Kind::damm},
                                    {"iso7064_mod11_2", Kind::mod11_2},
                                    {"iso7064_mod11_10", Kind::mod11_10},
                                    {"iso7064_mod37_2", Kind::mod37_2},
                                    {"iso7064_mod37_36", Kind::mod37_36},
                                    {"iso7064_mod97_10", Kind::mod97_10},
                                    {"weighted_sum", Kind::weighted_sum},
                                    {"remainder", Kind::remainder},
                                    {"complement", Kind::complement},
                                    {"codice_fiscale", Kind::codice_fiscale}};
  Step step;
  step.from = from;
  step.to = to;
  bool named = false;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
    if (word.empty()) continue;
    const auto equals = word.find('=');
    if (equals != std::string_view::npos) {
      if (!set_parameter(step, word.substr(0, equals), word.substr(equals + 1))) return std::nullopt;
      continue;
    }
    for (const Name& name : kNames) {
      if (name.word == word) step.kind = name.kind, named = true;
    }
  }
  const bool needs_modulus =
      step.kind == Kind::weighted_sum || step.kind == Kind::remainder || step.kind == Kind::complement;
  if (!named || (needs_modulus && step.modulus == 0)) return std::nullopt;
  if (step.kind == Kind::weighted_sum && step.weights.empty()) return std::nullopt;
  if (!step.map.empty() && step.map.size() < step.modulus) return std::nullopt;
  return step;
}

std::optional<CheckRule> CheckRule::parse(std::string_view text, std::uint32_t from, std::uint32_t to) {
  CheckRule rule;
  while (!text.empty()) {
    const auto bar = text.find('|');
    auto step = parse_step(text.substr(0, bar), from, to);
    if (!step) return std::nullopt;
    rule.steps_.push_back(std::move(*step));
    text = bar == std::string_view::npos ? std::string_view{} : text.substr(bar + 1);
  }
  return rule;
}

bool CheckRule::passes_weighted(const Step& step, std::string_view part) {
  const bool mapped = !step.map.empty();
  const std::size_t summed = mapped ? part.size() - 1 : part.size();
  if (step.weights.size() < summed) return false;
  const auto sum_with = [&](const std::vector<std::int32_t>& weights, std::int64_t& sum) {
    sum = step.offset;
    for (std::size_t i = 0; i < summed; ++i) {
      std::int32_t value = value_of(part[i]);
      if (value < 0) return false;
      if (value >= 10) value += step.letters - 10 + (step.enye && part[i] > 'N' ? 1 : 0);
      sum += std::int64_t{value} * weights[i];
    }
    return true;
  };
  std::int64_t sum = 0;
  if (!sum_with(step.weights, sum)) return false;
  const auto modulus = static_cast<std::int64_t>(step.modulus);
  std::int64_t rest = ((sum % modulus) + modulus) % modulus;
  if (!mapped) return rest == 0;
  if (!step.second.empty() && rest == 10 && step.second.size() >= summed) {
    if (!sum_with(step.second, sum)) return false;
    rest = ((sum % modulus) + modulus) % modulus;
  }
  return step.map[static_cast<std::size_t>(rest)] == part.back();
}

bool CheckRule::passes_remainder(const Step& step, std::string_view part) {
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i + 1 < part.size(); ++i) {
    if (static_cast<std::int32_t>(i) == step.skip) continue;
    std::uint64_t digit = 0;
    if (is_digit(part[i])) {
      digit = static_cast<std::uint64_t>(part[i] - '0');
    } else {
      const auto place = i == 0 ? step.first.find(part[i]) : std::string::npos;
      if (place == std::string::npos) return false;
      digit = place;
    }
    rest = (rest * 10 + digit) % step.modulus;
  }
  if (!step.map.empty()) return step.map[rest] == part.back();
  return is_digit(part.back()) && (rest * 10 + static_cast<std::uint64_t>(part.back() - '0')) % step.modulus == 0;
}

bool CheckRule::passes_complement(const Step& step, std::string_view part) {
  if (part.size() < 3 || !is_all_digits(part.substr(part.size() - 2))) return false;
  const auto expected = static_cast<std::uint64_t>(value_of(part[part.size() - 2])) * 10 +
                        static_cast<std::uint64_t>(value_of(part.back()));
  std::uint64_t number = 0;
  std::uint64_t subtracted = 0;
  for (std::size_t i = 0; i + 2 < part.size(); ++i) {
    char c = part[i];
    // INSEE writes the two departments of Corsica 2A and 2B and counts them as 19 and 18.
    if (step.corsica && i == 6 && part[5] == '2' && (c == 'A' || c == 'B'))
      subtracted = c == 'A' ? 1'000'000 : 2'000'000, c = '0';
    if (!is_digit(c)) return false;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  const auto key = [&](std::uint64_t of) { return step.modulus - of % step.modulus; };
  if (key(number - subtracted) == expected) return true;
  if (step.alternative < 0) return false;
  std::uint64_t front = static_cast<std::uint64_t>(step.alternative);
  for (std::size_t i = 0; i + 2 < part.size(); ++i) front *= 10;
  return key(front + number) == expected;
}

bool CheckRule::passes_mod97(const Step& step, std::string_view part) {
  if (part.size() <= step.rotate) return false;
  if (!step.country_lengths.empty()) {
    bool listed = false;
    bool long_enough = false;
    for (const std::string& entry : step.country_lengths) {
      if (part.substr(0, 2) != std::string_view(entry).substr(0, 2)) continue;
      listed = true;
      long_enough = part.size() ==
                    static_cast<std::size_t>(value_of(entry[2])) * 10 + static_cast<std::size_t>(value_of(entry[3]));
    }
    if (!listed || !long_enough) return false;
  }
  std::uint32_t rest = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const int value = value_of(part[(i + step.rotate) % part.size()]);
    if (value < 0) return false;
    rest = (rest * (value > 9 ? 100U : 10U) + static_cast<std::uint32_t>(value)) % 97;
  }
  return rest == 1;
}

bool CheckRule::passes_step(const Step& step, std::string_view part) {
  switch (step.kind) {
    case Kind::luhn:
      return passes_luhn(part);
    case Kind::verhoeff:
      return passes_verhoeff(part);
    case Kind::damm:
      return passes_damm(part);
    case Kind::mod11_2:
      return passes_iso7064_mod11_2(part);
    case Kind::mod11_10:
      return passes_iso7064_mod11_10(part);
    case Kind::mod37_2:
      return passes_iso7064_mod37_2(part);
    case Kind::mod37_36:
      return passes_iso7064_mod37_36(part);
    case Kind::mod97_10:
      return passes_mod97(step, part);
    case Kind::weighted_sum:
      return passes_weighted(step, part);
    case Kind::remainder:
      return passes_remainder(step, part);
    case Kind::complement:
      return passes_complement(step, part);
    case Kind::codice_fiscale:
      return passes_codice_fiscale(part);
  }
  return false;
}

bool CheckRule::passes(std::string_view compact) const {
  for (const Step& step : steps_) {
    const std::size_t end = step.to == 0 ? compact.size() : step.to;
    if (end > compact.size() || step.from + 2 > end) return false;
    if (!passes_step(step, compact.substr(step.from, end - step.from))) return false;
  }
  return true;
}

}  // namespace sidik::identify
