#include "rehearse/origins/telecom.hpp"

namespace sidik::rehearse {

namespace {

enum TelecomColumn : std::size_t { msisdn, identity, subscriber, registered, channel, status, telecom_columns };
constexpr NativeColumn kTelecomColumns[] = {{"MSISDN", nohp},     {"NIK", nik},        {"NAMA", nama},
                                            {"TGL_REG", tsinput}, {"CHANNEL", daftar}, {"STATUS", kdstatuspst}};
static_assert(std::size(kTelecomColumns) == telecom_columns);

/// People sleep: one in twenty registers at any hour, the others from six to eleven at night.
std::uint32_t waking_second(RandomStream& stream) {
  const bool is_any = stream.percent(5);
  return static_cast<std::uint32_t>(is_any ? stream.below(86400) : 21600 + stream.below(61200));
}

}  // namespace

std::span<const NativeColumn> Telecom::columns() const { return kTelecomColumns; }

void Telecom::write_row(const Person& person, unsigned variant, std::span<std::string> out) const {
  RandomStream stream = row_stream(person, variant);
  std::string national;
  if (variant == 0 && !person.phone.empty())
    national = person.phone;
  else
    model_.append_mobile(national, stream);
  append_phone(out[msisdn], national);
  append_national_id(out[identity], person.national_id);
  // Registration with the national id began on 31 October 2017, by text message to one number; the application came
  // later, and only later registrations ask for a name.
  const text::Date first{2017, 10, 31};
  const text::Date day = day_between(first, window().last, stream);
  const bool is_late = text::Date{2018, 10, 31} < day;
  if (stream.percent(is_late ? 52 : 10)) out[subscriber] = person.name;
  append_timestamp(out[registered], day, waking_second(stream), habits().timestamps);
  static constexpr std::string_view kChannels[] = {"SMS", "WEB", "GERAI", "APP"};
  out[channel] = kChannels[is_late ? stream.weighted({42, 28, 14, 16}) : stream.weighted({76, 18, 6, 0})];
  // A number that is not topped up goes.
  out[status] = stream.percent(is_late ? 94 : 81) ? "ACTIVE" : "GRACE";
}

}  // namespace sidik::rehearse
