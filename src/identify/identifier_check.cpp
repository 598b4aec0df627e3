#include "identify/identifier_check.hpp"

#include <algorithm>

#include "identify/digits.hpp"
#include "identify/quick_trim.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

std::size_t place(char c) {
  if (text::is_digit(c)) return static_cast<std::size_t>(c - '0');
  return text::is_upper(c) ? static_cast<std::size_t>(c - 'A' + 10) : std::size_t{36} * 36;
}

std::size_t short_place(std::string_view value) {
  std::size_t at = 0;
  for (const char c : value) at = at * 36 + place(c);
  return at;
}

int two(std::string_view digits, std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); }

/// 3.17E+15 and its relatives: what a spreadsheet makes of a long number.
bool is_exponent_form(std::string_view field) {
  if (field.size() < 3 || !text::is_digit(field[0])) return false;
  std::size_t e = 1;
  while (e < field.size() && field[e] != 'e' && field[e] != 'E') ++e;
  if (e + 1 >= field.size()) return false;
  bool exponent = false;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    if (i < e && !text::is_digit(c) && c != '.' && c != ',') return false;
    if (i > e && !text::is_digit(c) && !(i == e + 1 && (c == '+' || c == '-'))) return false;
    exponent |= i > e && text::is_digit(c);
  }
  return exponent;
}

}  // namespace

bool is_possible_birth(std::string_view ddmmyy, std::uint32_t female_day_offset) {
  static constexpr std::array<int, 13> kDays = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int day = two(ddmmyy, 0);
  const int month = two(ddmmyy, 2);
  const int year = two(ddmmyy, 4);
  if (day > static_cast<int>(female_day_offset)) day -= static_cast<int>(female_day_offset);
  if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month)]) return false;
  // yy = 00 is 2000, a leap year.
  return month != 2 || day != 29 || year % 4 == 0;
}

IdentifierChecker::IdentifierChecker(const pack::Identifier& identifier, const AreaTable& areas)
    : identifier_(&identifier), areas_(&areas), digits_only_(identifier.alphabet == "digits") {
  if (identifier.id.find('.') == 2) country_ = std::string_view(identifier.id).substr(0, 2);
  for (const std::uint32_t length : identifier.lengths) {
    if (length < 65) lengths_.set(length);
  }
  for (const char c : identifier.separators) separators_[static_cast<unsigned char>(c)] = true;
  if (!identifier.check.algorithm.empty()) {
    auto rule = CheckRule::parse(identifier.check.algorithm, identifier.check.from, identifier.check.to);
    rule_known_ = rule.has_value();
    if (rule) rule_ = std::move(*rule);
  }
  for (const pack::IdentifierPart& given : identifier.parts) {
    Part part;
    part.at = given.at;
    part.length = given.length;
    part.female_day_offset = given.female_day_offset;
    if (given.kind == "table") part.kind = Part::Kind::table;
    if (given.kind == "ddmmyy") part.kind = Part::Kind::ddmmyy;
    if (given.kind == "fixed") part.kind = Part::Kind::fixed;
    for (const std::string& value : given.values) {
      if (value.size() <= 2 && short_place(value) < 1296)
        part.short_values.set(short_place(value));
      else
        part.values.push_back(value);
    }
    part.never = given.never;
    if (part.kind == Part::Kind::ddmmyy && part.female_day_offset > 0) women_at_ = static_cast<int>(part.at);
    parts_.push_back(std::move(part));
    if (given.at > 0) boundaries_.push_back(given.at);
  }
  std::ranges::sort(boundaries_);
  boundaries_.erase(std::unique(boundaries_.begin(), boundaries_.end()), boundaries_.end());
}

bool IdentifierChecker::may_have_lost_zeros(std::size_t size) const {
  const std::uint32_t shortest = identifier_->zeros_lost_from;
  return shortest > 0 && size >= shortest && !identifier_->lengths.empty() && size < identifier_->lengths.back();
}

bool IdentifierChecker::has_prefix(std::string_view compact) const {
  if (identifier_->prefixes.empty()) return true;
  return std::ranges::any_of(identifier_->prefixes,
                             [&](const std::string& prefix) { return compact.starts_with(prefix); });
}

FieldCheck IdentifierChecker::check_part(const Part& part, std::string_view value, bool& noticed) const {
  switch (part.kind) {
    case Part::Kind::table:
      if (areas_->is_empty()) break;
      if (!are_all_digits(value)) return {false, "not_digits"};
      if (!areas_->has_regency(value)) return {false, "unknown_area"};
      if (value.size() >= 6 && !areas_->has_district(value)) noticed = true;
      break;
    case Part::Kind::ddmmyy:
      if (!are_all_digits(value)) return {false, "not_digits"};
      if (!is_possible_birth(value, part.female_day_offset)) return {false, "impossible_date"};
      break;
    case Part::Kind::number:
      if (!digits_only_ && !are_all_digits(value)) return {false, "not_digits"};
      break;
    case Part::Kind::fixed: {
      const bool known = value.size() <= 2 ? (short_place(value) < 1296 && part.short_values[short_place(value)])
                                           : std::ranges::find(part.values, value) != part.values.end();
      if (!known) return {false, "wrong_part"};
      break;
    }
  }
  for (const std::string& never : part.never) {
    if (value == never)
      return {false, std::ranges::all_of(value, [](char c) { return c == '0'; }) ? "serial_zero" : "wrong_part"};
  }
  return {};
}

FieldCheck IdentifierChecker::check_compact(std::string_view compact) const {
  if (!has_prefix(compact)) return {false, "wrong_prefix"};
  bool noticed = false;
  for (const Part& part : parts_) {
    if (part.at + part.length > compact.size()) return {false, "wrong_length"};
    const FieldCheck check = check_part(part, compact.substr(part.at, part.length), noticed);
    if (!check.valid) return check;
  }
  if (!rule_.is_empty() && !rule_.passes(compact)) return {false, "check_digit"};
  return {true, noticed ? "unknown_district" : nullptr};
}

void IdentifierChecker::drop_country(CompactForm& compact) const {
  if (country_.empty() || compact.size < 3 || is_length(compact.size) || !is_length(compact.size - 2U)) return;
  if (text::to_lower(compact.text[0]) != country_[0] || text::to_lower(compact.text[1]) != country_[1]) return;
  std::copy(compact.text.begin() + 2, compact.text.begin() + compact.size, compact.text.begin());
  compact.size = static_cast<std::uint8_t>(compact.size - 2);
}

FieldCheck IdentifierChecker::check(std::string_view field, CompactForm& compact) const {
  field = quick_trim(field);
  compact.size = 0;
  if (are_all_digits(field)) {  // as nearly all are written
    if (is_length(field.size())) {
      compact.size = static_cast<std::uint8_t>(field.size());
      std::copy(field.begin(), field.end(), compact.text.begin());
      return check_compact(compact.view());
    }
    if (!may_have_lost_zeros(field.size())) return {false, "wrong_length"};
  }
  bool digits = true;
  for (const char c : field) {
    if (separators_[static_cast<unsigned char>(c)]) continue;
    if (compact.size == compact.text.size()) return {false, "wrong_length"};
    if (!text::is_digit(c)) {
      digits = false;
      if (!text::is_letter(c))
        return {false, is_exponent_form(field) ? "spreadsheet_damage"
                       : digits_only_          ? "not_digits"
                                               : "wrong_characters"};
    }
    compact.text[compact.size++] = text::to_upper(c);
  }
  if (!digits) {
    drop_country(compact);
    digits = are_all_digits(compact.view());
  }
  if (digits_only_ && !digits) return {false, is_exponent_form(field) ? "spreadsheet_damage" : "not_digits"};
  if (is_length(compact.size)) return check_compact(compact.view());
  if (may_have_lost_zeros(compact.size) && compact.text[0] != '0') {
    const std::uint32_t whole = identifier_->lengths.back();
    CompactForm padded;
    while (padded.size < whole - compact.size) padded.text[padded.size++] = '0';
    for (const char c : compact.view()) padded.text[padded.size++] = c;
    if (check_compact(padded.view()).valid) {
      compact = padded;
      return {false, "zeros_lost"};
    }
  }
  return {false, "wrong_length"};
}

std::string IdentifierChecker::canonical(std::string_view field) const {
  CompactForm compact;
  const FieldCheck result = check(field, compact);
  if (result.valid || result.fault == std::string_view("zeros_lost")) return std::string(compact.view());
  return {};
}

}  // namespace sidik::identify
