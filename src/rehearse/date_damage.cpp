#include "rehearse/damage_acts.hpp"

#include <string_view>
#include <utility>

#include "rehearse/date_style.hpp"
#include "rehearse/workshop.hpp"
#include "text/dates.hpp"

namespace sidik::rehearse {
namespace {

bool rewrite_birth(Workshop& shop, text::Date date, DateStyle style) {
  std::string* field = shop.birth_day();
  if (field == nullptr) return false;
  std::string changed;
  append_date(changed, date, style);
  if (changed == *field) return false;
  *field = changed;
  return true;
}

}  // namespace

bool wrong_century(Workshop& shop) {
  if (shop.target.person == nullptr) return false;
  text::Date date = shop.target.person->identity.birth;
  date.year = static_cast<std::int16_t>(date.year + (date.year < 2000 ? 100 : -100));
  if (date.month == 2 && date.day == 29) date.day = 28;
  return rewrite_birth(shop, date, shop.target.dates);
}

bool other_date_style(Workshop& shop) {
  if (shop.target.person == nullptr) return false;
  static constexpr DateStyle kStyles[] = {DateStyle::iso,      DateStyle::day_dash,    DateStyle::day_slash,
                                          DateStyle::day_dot,  DateStyle::compact,     DateStyle::oracle,
                                          DateStyle::in_words, DateStyle::iso_midnight};
  return rewrite_birth(shop, shop.target.person->identity.birth, shop.stream.pick(kStyles));
}

bool day_month_swapped(Workshop& shop) {
  if (shop.target.person == nullptr || shop.target.person->identity.birth.day > 12) return false;
  text::Date date = shop.target.person->identity.birth;
  std::swap(date.day, date.month);
  return text::is_real_date(date.year, date.month, date.day) && rewrite_birth(shop, date, shop.target.dates);
}

bool zero_date(Workshop& shop) {
  static constexpr std::string_view kNothings[] = {"0000-00-00", "1900-01-01", "00/00/0000", "0"};
  std::string* field = shop.birth_day();
  if (field == nullptr) return false;
  *field = shop.stream.pick(kNothings);
  return true;
}

}  // namespace sidik::rehearse
