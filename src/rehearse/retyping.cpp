#include "rehearse/retyping.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "rehearse/identifiers.hpp"
#include "rehearse/retyping_names.hpp"
#include "rehearse/slips.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

using Act = bool (*)(RetypingDesk&);

bool clear(std::string& field) {
  const bool had = !field.empty();
  field.clear();
  return had;
}

bool lose_one_id(RetypingDesk& desk) { return clear(desk.record[desk.stream.percent(50) ? nik : noktp]); }

bool lose_both_ids(RetypingDesk& desk) {
  const bool had = clear(desk.record[nik]);
  return clear(desk.record[noktp]) || had;
}

bool slip_in_id(RetypingDesk& desk) {
  std::string changed = desk.record[desk.record[nik].empty() ? noktp : nik];
  if (changed.size() != 16 || !std::ranges::all_of(changed, text::is_digit)) return false;
  if (!slip_in_digits(changed, desk.stream)) return false;
  std::uint64_t number = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), number);
  if (desk.census.knows(number)) return false;
  // Who copies from one form writes the same slip into both fields.
  const bool both = desk.stream.percent(60);
  if (!desk.record[nik].empty()) desk.record[nik] = changed;
  if (!desk.record[noktp].empty() && (both || desk.record[nik].empty())) desk.record[noktp] = changed;
  return true;
}

bool write_birth(RetypingDesk& desk, text::Date date) {
  std::string& field = desk.record[tgllhr];
  if (field.empty() || !text::is_real_date(date.year, date.month, date.day)) return false;
  std::string changed;
  append_date(changed, date, desk.dates);
  if (changed == field) return false;
  field = std::move(changed);
  return true;
}

bool swap_day_and_month(RetypingDesk& desk) {
  text::Date date = desk.person.identity.birth;
  if (date.day > 12) return false;
  std::swap(date.day, date.month);
  return write_birth(desk, date);
}

bool slip_in_birth(RetypingDesk& desk) {
  text::Date date = desk.person.identity.birth;
  const auto shift = [&](int by) { return desk.stream.percent(50) ? by : -by; };
  switch (desk.stream.below(6)) {
    case 0:
      date.day = static_cast<std::uint8_t>(date.day + shift(1));
      break;
    case 1:
      date.day = static_cast<std::uint8_t>(date.day + shift(10));
      break;
    case 2:
      date.month = static_cast<std::uint8_t>(date.month + shift(1));
      break;
    case 3:
      date.year = static_cast<std::int16_t>(date.year + shift(1));
      break;
    case 4:
      date.year = static_cast<std::int16_t>(date.year + shift(10));
      break;
    default: {
      const int tens = date.year / 10 % 10;
      const int ones = date.year % 10;
      date.year = static_cast<std::int16_t>(date.year / 100 * 100 + ones * 10 + tens);
    }
  }
  return date.year > 1900 && date.year < 2030 && write_birth(desk, date);
}

bool take_first_of_year(RetypingDesk& desk) {
  static constexpr std::uint8_t kDays[][2] = {{1, 1}, {7, 1}, {12, 31}};
  text::Date date = desk.person.identity.birth;
  const auto& day = desk.stream.pick(kDays);
  date.month = day[0];
  date.day = day[1];
  return write_birth(desk, date);
}

bool lose_birth(RetypingDesk& desk) { return clear(desk.record[tgllhr]); }

bool take_other_phone(RetypingDesk& desk) {
  std::string& field = desk.record[nohp];
  std::string changed = field.starts_with("+62") ? "+62" : field.starts_with("62") ? "62" : "0";
  desk.census.model().append_mobile(changed, desk.stream);
  field.swap(changed);
  return true;
}

bool slip_in_phone(RetypingDesk& desk) { return slip_in_digits(desk.record[nohp], desk.stream); }
bool lose_phone(RetypingDesk& desk) { return clear(desk.record[nohp]); }

bool take_other_mail(RetypingDesk& desk) {
  std::string changed;
  append_email(changed, desk.person.name, desk.person.identity.birth.year, desk.stream);
  if (changed == desk.record[email]) return false;
  desk.record[email] = std::move(changed);
  return true;
}

bool lose_mail_and_tax(RetypingDesk& desk) {
  const bool had = clear(desk.record[email]);
  return clear(desk.record[npwp]) || had;
}

bool change_birth_place(RetypingDesk& desk) {
  std::string& field = desk.record[tmplhr];
  if (field.empty()) return false;
  if (desk.stream.percent(40)) return slip_in_word(field, desk.stream);
  if (desk.stream.percent(50)) return clear(field);
  const std::string& other = desk.person.identity.home->name;
  if (other == field) return false;
  field = other;
  return true;
}

bool take_other_sex(RetypingDesk& desk) {
  static constexpr std::string_view kPairs[][2] = {{"L", "P"}, {"PRIA", "WANITA"}, {"M", "F"}, {"1", "2"}};
  std::string& field = desk.record[jenkel];
  for (const auto& pair : kPairs) {
    if (field != pair[0] && field != pair[1]) continue;
    field = field == pair[0] ? pair[1] : pair[0];
    return true;
  }
  return clear(field);
}

bool change_card(RetypingDesk& desk) {
  std::string& field = desk.record[psnoka];
  if (field.size() < 4) return false;
  const std::size_t at = desk.stream.below(field.size());
  if (desk.stream.percent(50)) return clear(field);
  if (desk.stream.percent(50))
    field.erase(at, 1);
  else
    field.insert(at, 1, field[at]);
  return true;
}

bool lose_household(RetypingDesk& desk) {
  const bool had = clear(desk.record[noka]);
  return clear(desk.record[kdhubkel]) || had;
}

bool move_office(RetypingDesk& desk) { return slip_in_digits(desk.record[kdkantor], desk.stream); }

struct Way {
  Act act;
  std::uint32_t usual;  ///< weight, before the seed changes it
};
constexpr std::array<Way, kRetypings> kWays = {{
    {retype_slip, 150},       {retype_by_ear, 90},      {retype_as_before, 80},   {retype_misread, 20},
    {retype_muhammad, 60},    {retype_title, 60},       {retype_part, 70},        {retype_cut, 25},
    {retype_patronym, 15},    {lose_one_id, 60},        {lose_both_ids, 60},      {slip_in_id, 70},
    {swap_day_and_month, 45}, {slip_in_birth, 50},      {take_first_of_year, 15}, {lose_birth, 15},
    {take_other_phone, 90},   {slip_in_phone, 35},      {lose_phone, 40},         {take_other_mail, 40},
    {lose_mail_and_tax, 40},  {change_birth_place, 60}, {take_other_sex, 8},      {change_card, 40},
    {lose_household, 25},
}};

/// The time of the last change is another one, in systems that write it.
void change_time(RetypingDesk& desk) {
  std::string& field = desk.record[tsupdate];
  const std::size_t size = field.size();
  if (size < 8 || field[size - 3] != ':') return;
  field[size - 2] = static_cast<char>('0' + static_cast<int>(desk.stream.below(6)));
  field[size - 1] = static_cast<char>('0' + static_cast<int>(desk.stream.below(10)));
}

}  // namespace

RetypingWeights draw_retyping_weights(std::uint64_t seed) {
  RandomStream stream(seed, Purpose::retyping);
  RetypingWeights out{};
  for (std::size_t i = 0; i < kRetypings; ++i)
    out[i] = kWays[i].usual * static_cast<std::uint32_t>(stream.between(20, 200));
  return out;
}

void retype_record(RetypingDesk desk, const RetypingWeights& weights) {
  constexpr int kMostTries = 40;
  std::uint64_t changes = 1 + desk.stream.weighted({50, 27, 14, 6, 3});
  for (int tries = 0; changes > 0 && tries < kMostTries; ++tries) {
    if (kWays[desk.stream.weighted(weights)].act(desk)) --changes;
  }
  if (desk.stream.percent(8)) (void)move_office(desk);
  if (desk.stream.percent(60)) change_time(desk);
}

}  // namespace sidik::rehearse
