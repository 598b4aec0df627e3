#include "pack/phone_plan.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "text/letters.hpp"

namespace sidik::pack {
namespace {

constexpr std::size_t kMostDigits = 20;
constexpr std::size_t kMostE164Digits = 15;
constexpr std::size_t kFewestDigits = 4;  // Tokelau and Tristan da Cunha
constexpr std::size_t kLongestField = 48;

/// The digits of a field as written, without separators.
struct Digits {
  std::array<char, kMostDigits> text{};
  std::size_t size = 0;
  bool has_plus = false;
  [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
};

constexpr bool is_separator(char c) {
  return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/' || c == '\t';
}

/// x12, ext 12, ext. 12, #12 at the end.
bool is_extension(std::string_view rest) {
  std::size_t at = 0;
  if (rest.starts_with('#') || rest.starts_with('x') || rest.starts_with('X')) {
    at = 1;
  } else if (rest.size() > 3 && text::fold(rest.substr(0, 3)) == "ext") {
    at = 3;
  } else {
    return false;
  }
  while (at < rest.size() && (rest[at] == '.' || rest[at] == ' ' || rest[at] == ':')) ++at;
  const std::size_t start = at;
  while (at < rest.size() && text::is_digit(rest[at])) ++at;
  return at == rest.size() && at > start && at - start <= 6;
}

std::optional<Digits> read_digits(std::string_view field) {
  Digits out;
  if (field.size() > kLongestField) return std::nullopt;
  for (std::size_t at = 0; at < field.size(); ++at) {
    const char c = field[at];
    if (text::is_digit(c)) {
      if (out.size == kMostDigits) return std::nullopt;
      out.text[out.size++] = c;
    } else if (c == '+') {
      if (out.has_plus || out.size != 0) return std::nullopt;
      out.has_plus = true;
    } else if (!is_separator(c)) {
      if (out.size >= kFewestDigits && is_extension(field.substr(at))) break;
      return std::nullopt;
    }
  }
  if (out.size < kFewestDigits) return std::nullopt;
  return out;
}

std::optional<PhoneKind> kind_in(const PhonePlan& plan, std::string_view national) {
  if (national.size() < plan.shortest || national.size() > plan.longest) return std::nullopt;
  if (plan.mobile.matches(national)) return PhoneKind::mobile;
  if (plan.fixed.matches(national)) return PhoneKind::fixed;
  if (plan.other.matches(national)) return PhoneKind::other;
  return std::nullopt;
}

std::optional<PhoneNumber> national_number(const PhonePlan& plan, std::string_view national) {
  if (plan.calling_code.size() + national.size() > kMostE164Digits) return std::nullopt;
  const auto kind = kind_in(plan, national);
  if (!kind) return std::nullopt;
  PhoneNumber out{.e164 = {}, .plan = &plan, .kind = *kind};
  out.e164.reserve(1 + plan.calling_code.size() + national.size());
  out.e164.push_back('+');
  out.e164 += plan.calling_code;
  out.e164 += national;
  return out;
}

/// The national form with or without the trunk prefix, which some write even behind the country code.
std::optional<PhoneNumber> trunk_or_national(const PhonePlan& plan, std::string_view digits) {
  if (!plan.trunk_prefix.empty() && digits.starts_with(plan.trunk_prefix)) {
    if (auto out = national_number(plan, digits.substr(plan.trunk_prefix.size()))) return out;
  }
  return national_number(plan, digits);
}

std::optional<PhoneNumber> international_number(std::string_view digits, const Pack& pack) {
  std::size_t code = 0;
  for (std::size_t size = 1; size <= 3 && size < digits.size(); ++size) {
    code = code * 10 + static_cast<std::size_t>(digits[size - 1] - '0');
    if (code >= pack.phone_index.by_calling_code.size()) break;
    for (const std::uint16_t index : pack.phone_index.by_calling_code[code]) {
      const PhonePlan& plan = pack.phone_plans[index];
      if (plan.calling_code.size() != size) continue;
      if (auto out = trunk_or_national(plan, digits.substr(size))) return out;
    }
  }
  return std::nullopt;
}

}  // namespace

const PhonePlan* phone_plan_of(std::string_view country, const Pack& pack) {
  if (country.size() != 2 || !text::is_letter(country[0]) || !text::is_letter(country[1])) return nullptr;
  const auto first = static_cast<std::size_t>(text::to_upper(country[0]) - 'A');
  const auto second = static_cast<std::size_t>(text::to_upper(country[1]) - 'A');
  const std::size_t at = first * 26 + second;
  if (at >= pack.phone_index.by_country.size()) return nullptr;
  const std::uint16_t index = pack.phone_index.by_country[at];
  return index == PhoneIndex::kNone ? nullptr : &pack.phone_plans[index];
}

std::optional<PhoneNumber> read_phone(std::string_view field, std::string_view default_country, const Pack& pack) {
  const auto digits = read_digits(text::trim(field));
  if (!digits) return std::nullopt;
  const std::string_view written = digits->view();
  if (digits->has_plus) return international_number(written, pack);
  const PhonePlan* plan = phone_plan_of(default_country, pack);
  if (plan != nullptr) {
    if (auto out = trunk_or_national(*plan, written)) return out;
    if (written.starts_with(plan->calling_code)) {
      if (auto out = trunk_or_national(*plan, written.substr(plan->calling_code.size()))) return out;
    }
    if (plan->calling_code == "1" && written.starts_with("011")) return international_number(written.substr(3), pack);
  }
  return written.starts_with("00") ? international_number(written.substr(2), pack) : std::nullopt;
}

std::optional<std::string> to_e164(std::string_view field, std::string_view default_country, const Pack& pack) {
  auto number = read_phone(field, default_country, pack);
  if (!number) return std::nullopt;
  return std::move(number->e164);
}

std::string_view operator_of(const PhoneNumber& number) {
  if (number.plan == nullptr || number.e164.size() <= 1 + number.plan->calling_code.size()) return {};
  const std::string national = number.e164.substr(1 + number.plan->calling_code.size());
  for (std::size_t size = national.size(); size > 0; --size) {
    const auto found = number.plan->operator_of.find(national.substr(0, size));
    if (found != number.plan->operator_of.end()) return found->second;
  }
  return {};
}

}  // namespace sidik::pack
