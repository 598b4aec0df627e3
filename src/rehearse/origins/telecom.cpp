#include "rehearse/origins/telecom.hpp"

namespace sidik::rehearse {

namespace {

enum TelecomColumn : std::size_t { msisdn, identity, subscriber, registered, channel, status, telecom_columns };
constexpr NativeColumn kTelecomColumns[] = {{"MSISDN", nohp},     {"NIK", nik},        {"NAMA", nama},
                                            {"TGL_REG", tsinput}, {"CHANNEL", daftar}, {"STATUS", kdstatuspst}};
static_assert(std::size(kTelecomColumns) == telecom_columns);

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
  // Only later registrations ask for a name.
  if (stream.percent(31)) out[subscriber] = person.name;
  // Registration with the national id began on 31 October 2017.
  const text::Date first{2017, 10, 31};
  append_timestamp(out[registered], day_between(first, window().last, stream),
                   static_cast<std::uint32_t>(stream.below(86400)), habits().timestamps);
  static constexpr std::string_view kChannels[] = {"SMS", "WEB", "GERAI", "APP"};
  out[channel] = kChannels[stream.weighted({58, 24, 10, 8})];
  out[status] = stream.percent(88) ? "ACTIVE" : "GRACE";
}

}  // namespace sidik::rehearse
