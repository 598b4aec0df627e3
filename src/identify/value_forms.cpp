#include <algorithm>
#include <cmath>

#include "identify/column_checker.hpp"
#include "identify/shapes.hpp"
#include "identify/value_reader.hpp"
#include "pack/phone_plan.hpp"
#include "text/letters.hpp"

/// The recognisers that look at the form of values: addresses of machines, telephone numbers, dates.
namespace sidik::identify {
namespace {

/// Marks that people put into telephone numbers and nowhere else at once.
bool has_phone_marks(std::string_view field) {
  // Six digits in pairs are as often a number of a card index.
  const bool marked = field.find_first_of(" -()/+.") != std::string_view::npos && std::ranges::count(field, '/') < 2 &&
                      std::ranges::count_if(field, text::is_digit) >= 7;
  double number = 0;
  return marked && is_loose_phone(field) && !read_number(field, number);
}

/// Endings of file names, which are no domains of the first level, or rarely.
bool is_file_name(std::string_view field) {
  static constexpr std::string_view kEndings[] = {".pdf",  ".jpg", ".jpeg", ".png",  ".gif",  ".doc", ".docx", ".xls",
                                                  ".xlsx", ".csv", ".txt",  ".html", ".php",  ".xml", ".json", ".zip",
                                                  ".mp3",  ".mp4", ".wav",  ".ppt",  ".pptx", ".tif", ".bmp",  ".log"};
  const auto point = field.rfind('.');
  if (point == std::string_view::npos || field.size() - point > 5) return false;
  char lower[5] = {};
  for (std::size_t i = point; i < field.size(); ++i) lower[i - point] = text::to_lower(field[i]);
  return std::ranges::find(kEndings, std::string_view(lower, field.size() - point)) != std::end(kEndings);
}

bool is_plain_date_number(std::string_view field) {
  return field.size() == 8 && std::ranges::all_of(field, text::is_digit);
}

/// Three numbers of one or two digits with points between and no zero in front: a version, or a day as in 4.2.13.
bool is_short_dotted(std::string_view field, int& first) {
  int groups = 0;
  for (std::size_t at = 0; at <= field.size(); ++groups) {
    std::size_t end = at;
    while (end < field.size() && text::is_digit(field[end])) ++end;
    if (end == at || end - at > 2 || (end - at == 2 && field[at] == '0')) return false;
    if (groups == 0) first = end - at == 1 ? field[at] - '0' : (field[at] - '0') * 10 + (field[at + 1] - '0');
    if (end < field.size() && field[end] != '.') return false;
    at = end + 1;
  }
  return groups == 3;
}

/// Whether a column holds versions (4.2.13): some of them are no day, or none has a day past the twelfth.
bool are_versions(const ColumnProfile& profile, const text::MonthNames& months, int year) {
  constexpr std::size_t kFewest = 8;
  std::size_t dotted = 0, no_day = 0, late = 0;
  for (const std::string_view value : profile.distinct) {
    int first = 0;
    if (!is_short_dotted(value, first)) continue;
    ++dotted;
    late += first > 12 ? 1 : 0;
    no_day += text::parse_date(value, text::DateOrder::day_month_year, months, year) ? 0 : 1;
  }
  if (dotted < kFewest || dotted * 2 < profile.distinct.size()) return false;
  return no_day * 7 > dotted || late == 0;
}

}  // namespace

void ValueReader::read_forms(const ColumnProfile& profile, Votes& votes) const {
  const std::size_t count = profile.distinct.size();
  const auto vote = [&](std::string_view meaning, double share, double chance) {
    if (share >= 0.3) votes.push_back({meaning, pass_evidence(share, count + 3, chance), {}});
  };
  vote("contact.email", profile.distinct_share([](std::string_view v) { return email_form(v) == EmailForm::usual; }),
       0.001);
  vote("network.ip",
       profile.distinct_share([](std::string_view v) { return is_ipv4(v) || (v.size() > 6 && is_ipv6(v)); }), 0.001);
  vote("network.mac", profile.distinct_share(is_mac), 0.001);
  vote("network.url", profile.distinct_share(is_url), 0.002);
  vote("id.uuid", profile.distinct_share(is_uuid), 0.001);
  vote("device.user_agent", profile.distinct_share(is_user_agent), 0.002);
  vote("credential.hash", profile.distinct_share([](std::string_view v) { return password_hash_kind(v) != nullptr; }),
       0.002);
  vote("network.domain", profile.distinct_share([](std::string_view v) {
    return is_domain(v) && !v.starts_with("www.") && !is_file_name(v);
  }),
       0.01);
  const double coordinates = profile.distinct_share([](std::string_view v) {
    const auto comma = v.find(',');
    return comma != std::string_view::npos && v.find('.') < comma && is_degrees(text::trim(v.substr(0, comma)), 90) &&
           is_degrees(text::trim(v.substr(comma + 1)), 180);
  });
  vote("geo.coordinates", coordinates, 0.002);
  // Feet and inches: 5' 7", 5ft 7in.
  vote("person.height", profile.share([](std::string_view v) {
    return v.size() >= 3 && v.size() <= 9 && v[0] >= '3' && v[0] <= '7' &&
           (v[1] == '\'' || v.substr(1).starts_with("ft") || v.substr(1).starts_with(" ft"));
  }),
       0.002);
  if (profile.distinct.size() >= 5) {
    vote("payment.card_expiry", profile.share([](std::string_view v) {
      return v.size() >= 4 && v.size() <= 7 && v.find_first_of("/-") != std::string_view::npos && is_card_expiry(v);
    }),
         0.03);
  }
}

void ValueReader::read_phones(const ColumnProfile& profile, Votes& votes) const {
  if (profile.with_digit < 0.6 || profile.longest < 6) return;
  const std::size_t count = profile.distinct.size();
  double strict = 0;
  double signed_share = 0;
  const double one = 1 / static_cast<double>(count);
  for (const std::string_view value : profile.distinct) {
    const auto number = pack::read_phone(value, country_, pack_);
    if (!number || std::ranges::count(value, '/') > 1) continue;
    const bool written_out = value[0] == '+' || value[0] == '(' || value.starts_with("00");
    const bool national = value[0] == '0' || (number->plan != nullptr && value.starts_with(number->plan->calling_code));
    signed_share += written_out ? one : 0;
    if (written_out || (national && value.size() >= 9 && number->kind == pack::PhoneKind::mobile))
      strict += one;
    else if (national)
      strict += 0.7 * one;
    else if (number->kind == pack::PhoneKind::mobile && value.size() >= 9)
      strict += 0.4 * one;
  }
  if (strict > 0.3)
    // Numbers without their zero prove little, yet they do not speak against a header of telephone numbers.
    votes.push_back({"contact.phone", std::max(0.1, pass_evidence(std::min(strict * 1.05, 1.0), count, 0.05)), "e164"});
  const double marked = profile.distinct_share(has_phone_marks);
  const double loose = profile.distinct_share(is_loose_phone);
  const DateHabit dates = date_habit(profile);
  // Ten bare digits of a North American number among marked ones count as written the same way.
  if (dates.share < 0.4 && marked > 0.3 && loose > 0.5) {
    votes.push_back({"contact.phone", std::min(7.5, 7 * loose - 1 + (signed_share > 0.05 ? 1.5 : 0)), {}});
  }
}

DateHabit ValueReader::date_habit(const ColumnProfile& profile) const {
  DateHabit habit;
  if (profile.with_digit < 0.3 || profile.longest < 6 || are_versions(profile, pack_.months, year_)) return habit;
  static constexpr text::DateOrder kOrders[] = {text::DateOrder::year_month_day, text::DateOrder::day_month_year,
                                                text::DateOrder::month_day_year};
  std::size_t counts[3] = {};
  for (const std::string_view value : profile.distinct) {
    for (int i = 0; i < 3; ++i)
      counts[i] += text::parse_date(value, kOrders[i], pack_.months, year_).has_value() ? 1 : 0;
  }
  // Where the writing does not tell, most of the world puts the day first.
  std::size_t best = 1;
  if (counts[2] > counts[best]) best = 2;
  if (counts[0] > counts[best]) best = 0;
  habit.order = kOrders[best];
  std::vector<int> years;
  double timed = 0;
  for (const std::string_view value : profile.distinct) {
    const auto date = text::parse_date(value, habit.order, pack_.months, year_);
    if (!date) continue;
    if (is_plain_date_number(value) && (date->date.year < 1900 || date->date.year > year_ + 80)) continue;
    double number = 0;
    if (!is_plain_date_number(value) && read_number(value, number)) continue;
    years.push_back(date->date.year);
    timed += date->second_of_day >= 0 ? 1 : 0;
  }
  if (years.empty()) return habit;
  std::ranges::sort(years);
  const auto at = [&](double share) {
    return years[static_cast<std::size_t>(share * static_cast<double>(years.size() - 1))];
  };
  habit.share = static_cast<double>(years.size()) / static_cast<double>(profile.distinct.size());
  habit.with_time = timed / static_cast<double>(years.size());
  habit.early_year = at(0.1);
  habit.middle_year = at(0.5);
  habit.late_year = at(0.9);
  habit.last_year = years.back();
  return habit;
}

void ValueReader::read_dates(const ColumnProfile& profile, Votes& votes) const {
  const DateHabit habit = date_habit(profile);
  if (habit.share < 0.4) return;
  const double sure = pass_evidence(std::min(1.0, habit.share + 0.1), profile.distinct.size() + 5, 0.01);
  // Half of the numbers with two points between happen to be days; a column of days is one but for its dirt.
  const double base = std::min(sure, 8.0) * std::min(1.0, (habit.share - 0.4) / 0.3);
  if (base <= 0) return;
  const int spread = habit.late_year - habit.early_year;
  const bool births =
      habit.with_time < 0.1 && spread >= 12 && habit.middle_year <= year_ - 12 && habit.last_year <= year_;
  const bool future = habit.late_year > year_ + 1;
  if (habit.with_time > 0.5) {
    votes.push_back({"record.created", base - 1, {}});
    votes.push_back({"record.updated", base - 1.5, {}});
    votes.push_back({"account.last_login", base - 3.5, {}});
    votes.push_back({"date.event", base - 2, {}});
    votes.push_back({"date.status", base - 2.5, {}});
    votes.push_back({"date.start", base - 3.5, {}});
    votes.push_back({"date.end", base - (future ? 1 : 4), {}});
    votes.push_back({"birth.date", base - (spread >= 12 ? 1 : 7), {}});
    return;
  }
  votes.push_back({"birth.date", births ? base : base - 6, {}});
  votes.push_back({"date.end", future ? base : base - 5, {}});
  votes.push_back({"record.created", future || births ? base - 5 : base - 2, {}});
  votes.push_back({"date.start", births ? base - 4 : base - 2.5, {}});
  for (const std::string_view other : {"record.updated", "date.event", "date.status", "account.last_login"}) {
    votes.push_back({other, births ? base - 5 : base - 3.5, {}});
  }
  for (const std::string_view other : {"date.death", "date.marriage", "date.divorce", "payment.card_expiry"})
    votes.push_back({other, base - 4, {}});
}

void ValueReader::read_numbers(const ColumnProfile& profile, Votes& votes) const {
  // The sign makes a number of it, yet no column of numbers has a sign before every one.
  const double signed_calling = profile.share([&](std::string_view v) {
    return v.size() >= 2 && v[0] == '+' &&
           std::ranges::any_of(pack_.phone_plans, [&](const auto& plan) { return plan.calling_code == v.substr(1); });
  });
  if (signed_calling > 0.8) votes.push_back({"contact.calling_code", 8, {}});
  if (profile.numeric < 0.9) {
    const double money = profile.share([](std::string_view v) {
      return v.starts_with("$") || v.starts_with("Rp") || v.starts_with("€") || v.starts_with("£") || v.ends_with("%");
    });
    if (money > 0.5) votes.push_back({"measure.number", 4, {}});
    return;
  }
  const std::size_t count = profile.distinct.size();
  const bool whole = profile.decimal < 0.05;
  const double fine = profile.share([](std::string_view v) {
    const auto point = v.find('.');
    return point != std::string_view::npos && v.size() - point > 4;
  });
  if (fine > 0.7 && profile.least >= -180 && profile.most <= 180 && count >= 3) {
    const bool beyond = profile.most > 90 || profile.least < -90;
    votes.push_back({"geo.latitude", beyond ? -6.0 : 4.5, {}});
    votes.push_back({"geo.longitude", beyond ? 6.0 : 4.0, {}});
  }
  votes.push_back({"measure.number", whole ? 1.0 : 2.0, {}});
  if (!whole) {
    if (profile.least >= 30 && profile.most <= 250 && profile.mean > 55 && profile.mean < 95 && count >= 10)
      votes.push_back({"person.weight", 1.2, {}});
    return;
  }
  // Numbers that count the rows.
  std::size_t steps = 0;
  for (std::size_t i = 1; i < profile.rows.size(); ++i) {
    double before = 0;
    double after = 0;
    steps += read_number(profile.rows[i - 1], before) && read_number(profile.rows[i], after) && after > before ? 1 : 0;
  }
  if (profile.rows.size() > 4 && steps * 20 >= (profile.rows.size() - 1) * 19 && profile.repeats > 0.95)
    votes.push_back({"id.record", 6, {}});
  const std::size_t size = profile.longest;
  if (profile.shortest == size && (size == 2 || size == 4 || size == 6) && count >= 5 && !areas_.is_empty()) {
    const double known = profile.distinct_share([&](std::string_view v) {
      return size == 2 ? areas_.has_province(v) : size == 4 ? areas_.has_regency(v) : areas_.has_district(v);
    });
    votes.push_back({"area.code", std::clamp(pass_evidence(known, count, size == 2 ? 0.45 : 0.1), 0.0, 5.0), {}});
  }
  const bool short_numbers = profile.longest <= 3;
  if (short_numbers && profile.least >= 0 && profile.most <= 110 && profile.mean > 18 && profile.mean < 70 &&
      count >= 12) {
    votes.push_back({"person.age", profile.repeats < 0.9 || count > 20 ? 2.8 : 1.5, {}});
  }
  if (profile.least >= 40 && profile.most <= 220 && profile.mean > 150 && profile.mean < 185 && count >= 8)
    votes.push_back({"person.height", 3.2, {}});
  if (profile.shortest >= 3 && profile.longest <= 4 && profile.repeats > 0.6 && count >= 15)
    votes.push_back({"payment.card_security_code", 1.2, {}});
  if (count >= 3 && profile.longest <= 4) {
    const double calling = profile.distinct_share([&](std::string_view v) {
      return std::ranges::any_of(pack_.phone_plans, [&](const auto& plan) { return plan.calling_code == v; });
    });
    const double evidence = pass_evidence(calling, count, 0.35);
    if (evidence > 0 && profile.longest >= 2)
      votes.push_back({"contact.calling_code", std::min(evidence - 2, 5.0), {}});
  }
  if (profile.shortest == 4 && profile.longest == 4 && profile.least >= 1900 && profile.most <= year_ && count >= 10) {
    votes.push_back({"birth.year", profile.most - profile.least > 30 && profile.mean < year_ - 15 ? 3.0 : 0.5, {}});
  }
}

}  // namespace sidik::identify
