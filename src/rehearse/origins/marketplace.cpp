#include "rehearse/origins/marketplace.hpp"

#include "rehearse/identifiers.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

enum MarketColumn : std::size_t {
  user,
  full_name,
  mail,
  mobile,
  sex,
  birth_day,
  joined,
  last_login,
  tier,
  market_columns
};
constexpr NativeColumn kMarketColumns[] = {{"user_id", daftar},     {"full_name", nama},      {"email", email},
                                           {"phone", nohp},         {"gender", jenkel},       {"dob", tgllhr},
                                           {"created_at", tsinput}, {"last_login", tsupdate}, {"tier", std::nullopt}};
static_assert(std::size(kMarketColumns) == market_columns);

void append_typed_name(std::string& out, const std::string& name, std::uint64_t manner) {
  bool starts_word = true;
  for (const char c : name) {
    out += manner == 0 || (manner == 1 && !starts_word) ? text::to_lower(c) : c;
    starts_word = c == ' ';
  }
  if (manner == 3) out = out.substr(0, out.find(' '));
}

}  // namespace

std::span<const NativeColumn> Marketplace::columns() const { return kMarketColumns; }

void Marketplace::write_row(const Person& person, unsigned variant, std::span<std::string> out) const {
  RandomStream stream = row_stream(person, variant);
  const Identity& who = person.identity;
  append_padded(out[user], 100000 + mix64(seed() ^ (std::uint64_t{who.index} << 9U) ^ variant) % 90000000U, 5);
  append_typed_name(out[full_name], person.name, stream.weighted({22, 62, 10, 6}));
  if (!person.email.empty())
    out[mail] = person.email;
  else
    append_email(out[mail], person.name, who.birth.year, stream);
  append_phone(out[mobile], person.phone);
  if (stream.percent(48)) out[sex] = who.female ? "female" : "male";
  if (stream.percent(34)) append_date(out[birth_day], who.birth, habits().dates);
  // Who was too young when the copy was made had said another age.
  const text::Date of_age{static_cast<std::int16_t>(who.birth.year + 13), 1, 1};
  const text::Date opened{2012, 1, 1};
  const text::Date start = of_age > opened && of_age < window().last ? of_age : opened;
  const text::Date created = day_between(start, window().last, stream);
  const auto any_second = [&] { return static_cast<std::uint32_t>(stream.below(86400)); };
  append_timestamp(out[joined], created, any_second() / 2, habits().timestamps);
  if (stream.percent(80))
    append_timestamp(out[last_login], day_between(created, window().last, stream), 43200 + any_second() / 2,
                     habits().timestamps);
  out[tier] = stream.percent(90) ? "basic" : "power";
}

}  // namespace sidik::rehearse
