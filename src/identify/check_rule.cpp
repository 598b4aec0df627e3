#include "identify/check_rule.hpp"

#include "identify/check_digit.hpp"

namespace sidik::identify {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

}  // namespace

bool CheckRule::passes_weighted(const Step& step, std::string_view part) {
  const bool mapped = !step.map.empty();
  const std::size_t summed = mapped ? part.size() - 1 : part.size();
  if (step.weights.size() < summed) return false;
  const auto sum_with = [&](const std::vector<std::int32_t>& weights, std::int64_t& sum) {
    sum = step.offset;
    for (std::size_t i = 0; i < summed; ++i) {
      std::int32_t value = check_value_of(part[i]);
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
  const auto expected = static_cast<std::uint64_t>(check_value_of(part[part.size() - 2])) * 10 +
                        static_cast<std::uint64_t>(check_value_of(part.back()));
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
      long_enough = part.size() == static_cast<std::size_t>(check_value_of(entry[2])) * 10 +
                                       static_cast<std::size_t>(check_value_of(entry[3]));
    }
    if (!listed || !long_enough) return false;
  }
  std::uint32_t rest = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const int value = check_value_of(part[(i + step.rotate) % part.size()]);
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
