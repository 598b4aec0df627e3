#include "people/field_choice.hpp"

#include <algorithm>
#include <unordered_set>

#include "text/letters.hpp"

namespace sidik::people {
namespace {

constexpr std::uint8_t kNames = 1;
constexpr std::uint8_t kPlaces = 2;

struct Rule {
  std::string_view meaning;
  FieldKind kind = FieldKind::text;
  bool is_shared = false;
  bool proves = false;
  std::uint8_t domain = 0;
};

constexpr Rule kRules[] = {
    {"person.name", FieldKind::name, false, false, kNames},
    {"person.given_name", FieldKind::name, false, false, kNames},
    {"person.surname", FieldKind::name, true, false, kNames},
    {"person.middle_name", FieldKind::name, false, false, kNames},
    {"person.maiden_name", FieldKind::name, false, false, kNames},
    {"person.nickname", FieldKind::name, false, false, kNames},
    {"person.name_printed", FieldKind::name, false, false, kNames},
    {"person.mother_name", FieldKind::name, true},
    {"person.father_name", FieldKind::name, true},
    {"person.spouse_name", FieldKind::name},
    {"person.sex", FieldKind::category},
    {"person.religion", FieldKind::category, true},
    {"person.ethnicity", FieldKind::category, true},
    {"person.blood_group", FieldKind::category},
    {"person.marital_status", FieldKind::category},
    {"person.education", FieldKind::category},
    {"person.occupation", FieldKind::text},
    {"person.employer", FieldKind::text, true},
    {"person.school", FieldKind::text, true},
    {"person.age", FieldKind::number},
    {"birth.date", FieldKind::date},
    {"birth.year", FieldKind::number},
    {"birth.place", FieldKind::text, true},
    {"date.death", FieldKind::date},
    {"id.national", FieldKind::digits, false, true},
    {"id.national_mother", FieldKind::digits, true},
    {"id.national_father", FieldKind::digits, true},
    {"id.family", FieldKind::digits, true},
    {"id.tax", FieldKind::digits, false, true},
    {"id.member", FieldKind::digits, false, true},
    {"id.member_old", FieldKind::digits},
    {"id.member_head", FieldKind::digits, true},
    {"id.passport", FieldKind::digits, false, true},
    {"id.employee", FieldKind::digits},
    {"id.student", FieldKind::digits},
    {"id.voter", FieldKind::digits},
    {"id.driving_licence", FieldKind::digits},
    {"id.patient", FieldKind::digits},
    {"id.customer", FieldKind::digits},
    {"contact.phone", FieldKind::phone, true},
    {"contact.fax", FieldKind::phone, true},
    {"contact.email", FieldKind::email},
    {"contact.messenger", FieldKind::text},
    {"contact.social", FieldKind::text},
    {"account.username", FieldKind::text},
    {"contact.address", FieldKind::address, true, false, kPlaces},
    {"contact.address_part", FieldKind::text, true, false, kPlaces},
    {"contact.city", FieldKind::text, true, false, kPlaces},
    {"contact.district", FieldKind::text, true, false, kPlaces},
    {"contact.village", FieldKind::text, true, false, kPlaces},
    {"contact.region", FieldKind::text, true, false, kPlaces},
    {"contact.postcode", FieldKind::digits, true},
    {"nationality", FieldKind::category, true},
    {"payment.card", FieldKind::digits},
    {"payment.iban", FieldKind::digits},
    {"payment.account", FieldKind::digits},
    {"device.imei", FieldKind::digits},
    {"device.imsi", FieldKind::digits},
};

/// The rooms of the dictionary of meanings that say nothing about who a record is about.
constexpr std::string_view kSilent[] = {"record.",
                                        "status.",
                                        "office.",
                                        "credential.",
                                        "network.",
                                        "date.",
                                        "account.",
                                        "payment.",
                                        "thing.",
                                        "text.",
                                        "id.",
                                        "health.",
                                        "crime.",
                                        "geo.",
                                        "device.",
                                        "area.",
                                        "contact.calling_code",
                                        "contact.phone_operator",
                                        "contact.country",
                                        "relation.",
                                        "person.officer_name",
                                        "person.relative_name",
                                        "person.photo",
                                        "person.title",
                                        "person.suffix"};

const Rule* rule_of(std::string_view meaning) {
  const auto* found = std::ranges::find(kRules, meaning, &Rule::meaning);
  return found == std::end(kRules) ? nullptr : found;
}

struct Looks {
  double distinct_share = 0;
  std::size_t distinct = 0;
  double mean_length = 0;
  double digits = 0;  ///< share of values of digits and separators only
  double dates = 0;   ///< share that is yyyy-mm-dd in form
};

bool is_digits(std::string_view value) {
  bool has_digit = false;
  for (const char c : value) {
    has_digit = has_digit || text::is_digit(c);
    if (!text::is_digit(c) && c != '-' && c != '.' && c != ' ' && c != '/') return false;
  }
  return has_digit;
}

Looks looks_of(std::span<const std::string_view> values) {
  Looks looks;
  std::unordered_set<std::string_view> distinct;
  for (const auto value : values) {
    distinct.insert(value);
    looks.mean_length += static_cast<double>(value.size());
    looks.digits += is_digits(value);
    looks.dates += value.size() == 10 && is_digits(value) && (value[4] == '-' || value[2] == '/' || value[2] == '.');
  }
  const double count = std::max<double>(1, static_cast<double>(values.size()));
  looks.distinct = distinct.size();
  looks.distinct_share = static_cast<double>(distinct.size()) / count;
  looks.mean_length /= count;
  looks.digits /= count;
  looks.dates /= count;
  return looks;
}

/// A column that identify does not know, by what its values look like.
std::optional<LinkageField> choose_by_looks(const Looks& looks) {
  constexpr double kLongestMean = 80;
  LinkageField field;
  if (looks.distinct_share > 0.995 || looks.mean_length > kLongestMean) return std::nullopt;
  field.is_shared = true;
  if (looks.distinct <= 12)
    field.kind = FieldKind::category;
  else if (looks.dates > 0.9)
    field.kind = FieldKind::date;
  else if (looks.digits > 0.9)
    field.kind = FieldKind::digits;
  else
    field.kind = looks.mean_length > 25 ? FieldKind::address : FieldKind::text;
  return field;
}

}  // namespace

std::optional<LinkageField> choose_field(const ColumnFacts& column) {
  constexpr double kSureEnough = 0.5;
  const Looks looks = looks_of(column.values);
  if (looks.distinct < 2) return std::nullopt;
  std::optional<LinkageField> field;
  const Rule* rule = rule_of(column.meaning);
  if (rule != nullptr && (column.confidence >= kSureEnough || rule->kind != FieldKind::category)) {
    field.emplace();
    field->kind = rule->kind;
    field->is_shared = rule->is_shared;
    field->proves = rule->proves;
    field->domain = rule->domain;
  } else {
    const bool is_silent =
        std::ranges::any_of(kSilent, [&](std::string_view silent) { return column.meaning.starts_with(silent); });
    if (is_silent && column.confidence >= kSureEnough) return std::nullopt;
    field = choose_by_looks(looks);
    if (!field) return std::nullopt;
  }
  field->name = column.name;
  field->meaning = column.meaning;
  return field;
}

bool are_fit(std::span<const LinkageField> fields) {
  return std::ranges::any_of(fields, [](const LinkageField& field) {
    return field.kind == FieldKind::name || field.kind == FieldKind::email || field.proves ||
           field.kind == FieldKind::phone;
  });
}

}  // namespace sidik::people
