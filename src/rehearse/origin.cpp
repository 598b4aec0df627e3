#include "rehearse/origin.hpp"

namespace sidik::rehearse {

Habits draw_habits(std::uint64_t seed, std::uint64_t origin_number) {
  static constexpr DateStyle kDates[] = {DateStyle::iso,          DateStyle::day_dash, DateStyle::day_slash,
                                         DateStyle::iso_midnight, DateStyle::compact,  DateStyle::month_slash,
                                         DateStyle::oracle};
  RandomStream stream(seed, Purpose::origin_habits, origin_number);
  Habits out;
  out.dates = kDates[stream.weighted({34, 22, 16, 12, 6, 4, 6})];
  out.timestamps = kDates[stream.weighted({60, 14, 16, 0, 4, 6, 0})];
  out.phones = static_cast<PhoneHabit>(stream.weighted({62, 16, 12, 10}));
  out.quotes = static_cast<QuoteHabit>(stream.weighted({52, 30, 18}));
  static constexpr std::string_view kNulls[] = {"", "NULL", "-", "\\N"};
  out.null_word = kNulls[stream.weighted({74, 14, 8, 4})];
  return out;
}

void Origin::write_record(const Person& person, unsigned variant, Record& out,
                          std::vector<std::string>& scratch) const {
  const std::span<const NativeColumn> native = columns();
  scratch.resize(native.size());
  for (std::string& text : scratch) text.clear();
  write_row(person, variant, scratch);
  out.clear();
  for (std::size_t i = 0; i < native.size(); ++i) {
    if (!native[i].under) continue;
    std::string& field = out[*native[i].under];
    field.swap(scratch[i]);
    if (field.empty()) field = habits_.null_word;
  }
}

void Origin::append_phone(std::string& out, std::string_view national) const {
  if (national.empty()) return;
  switch (habits_.phones) {
    case PhoneHabit::trunk_zero:
      out += '0';
      break;
    case PhoneHabit::calling_code:
      out += "62";
      break;
    case PhoneHabit::plus_code:
      out += "+62";
      break;
    case PhoneHabit::bare:
      break;
  }
  out += national;
}

text::Date Origin::day_between(text::Date first, text::Date last, RandomStream& stream) {
  const std::int32_t low = text::day_number(first);
  const std::int32_t high = text::day_number(last);
  if (high <= low) return first;
  return text::from_day_number(low +
                               static_cast<std::int32_t>(stream.below(static_cast<std::uint64_t>(high - low) + 1)));
}

std::uint32_t Origin::office_second(RandomStream& stream) {
  if (stream.percent(12)) return static_cast<std::uint32_t>(stream.below(86400));
  constexpr std::uint64_t kHour = 3600;
  return static_cast<std::uint32_t>(8 * kHour + stream.below(4 * kHour) + stream.below(4 * kHour));
}

void append_national_id(std::string& out, std::uint64_t national_id) { append_padded(out, national_id, 16); }

}  // namespace sidik::rehearse
