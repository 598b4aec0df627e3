#include "rehearse/origins/invented.hpp"

#include "rehearse/date_style.hpp"
#include "rehearse/identifiers.hpp"
#include "rehearse/national_id.hpp"
#include "rehearse/origin.hpp"

namespace sidik::rehearse {

namespace {

void append_digits(std::string& out, std::size_t count, RandomStream& stream) {
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + static_cast<int>(stream.below(10)));
}

void append_letters(std::string& out, std::size_t count, RandomStream& stream) {
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('A' + static_cast<int>(stream.below(26)));
}

text::Date even_day(int first_year, int last_year, RandomStream& stream) {
  const text::Date first{static_cast<std::int16_t>(first_year), 1, 1};
  const auto days = static_cast<std::uint64_t>(last_year - first_year + 1) * 365;
  return text::from_day_number(text::day_number(first) + static_cast<std::int32_t>(stream.below(days)));
}

}  // namespace

Invented::Invented(std::uint64_t seed, const Census& census, int last_year)
    : seed_(seed),
      census_(census),
      last_year_(last_year),
      clean_percent_(RandomStream(seed, Purpose::invented).between(30, 90)) {}

std::uint64_t Invented::free_national_id(std::uint64_t wished) const {
  while (census_.knows(wished)) wished = wished / 10000 * 10000 + wished % 9999 + 1;
  return wished;
}

void Invented::write_record(std::uint32_t number, Record& out) const {
  out.clear();
  const bool is_clean = RandomStream(seed_, Purpose::invented, 1, number).percent(clean_percent_);
  if (is_clean)
    write_clean(number, out);
  else
    write_random(number, out);
}

void Invented::write_clean(std::uint32_t number, Record& out) const {
  RandomStream stream(seed_, Purpose::invented, 2, number);
  const AreaSampler& areas = census_.model().areas();
  // Regencies in turn instead of by population.
  const Regency& place = areas.regencies()[number % areas.regencies().size()];
  const bool female = number % 2 == 1;
  const text::Date birth = even_day(1950, 2005, stream);
  const NameModel::Wish wish{.culture = Culture::java,
                             .female = female,
                             .birth_year = 1990,
                             .child_number = 1,
                             .family_name = {},
                             .muslim = false};
  census_.model().names().append_name(out[nama], wish, stream);
  out[nmcetak] = out[nama];
  // Above every card number that the insurer gives or gave.
  append_padded(out[psnoka], 9000000000U + number, 13);
  out[noka] = out[psnoka];
  const std::uint64_t id = national_id(stream.pick(place.districts), birth, female, 1 + number % 5);
  append_national_id(out[nik], free_national_id(id));
  out[noktp] = out[nik];
  out[jenkel] = female ? "P" : "L";
  out[agama] = "1";
  out[tmplhr] = place.name;
  append_date(out[tgllhr], birth, DateStyle::iso);
  out[flagtanggungan] = "0";
  out[nohp] = "0812";
  append_padded(out[nohp], 30000000U + number % 70000000U, 8);
  out[tmt] = "2014-01-01";
  out[tat] = "2099-12-31";
  append_tax_number(out[npwp], stream);
  append_email(out[email], out[nama], birth.year, stream);
  out[kdhubkel] = out[kdstawin] = out[daftar] = "1";
  out[kdnegara] = "ID";
  out[kdgoldarah] = std::string_view("ABO").substr(stream.below(3), 1);
  out[kdstatuspst] = "0";
  append_padded(out[kdkantor], place.office, 4);
  append_timestamp(out[tsinput], even_day(2014, last_year_ - 1, stream), 0, DateStyle::iso);
  out[tsupdate] = out[tsstatus] = out[tsinput];
  out[userinput] = out[userupdate] = "ADMIN";
}

void Invented::write_random(std::uint32_t number, Record& out) const {
  RandomStream stream(seed_, Purpose::invented, 3, number);
  out[psnoka] = static_cast<char>('1' + static_cast<int>(stream.below(9)));
  append_digits(out[psnoka], 12, stream);
  append_letters(out[nama], stream.between(4, 12), stream);
  if (stream.percent(60)) {
    out[nama] += ' ';
    append_letters(out[nama], stream.between(3, 10), stream);
  }
  append_padded(out[nik], free_national_id(stream.below(10000000000000000U)), 16);
  if (stream.percent(50)) append_padded(out[noktp], free_national_id(stream.below(10000000000000000U)), 16);
  out[jenkel] = stream.percent(50) ? "L" : "P";
  append_letters(out[tmplhr], stream.between(4, 9), stream);
  append_date(out[tgllhr], even_day(1920, last_year_, stream), DateStyle::iso);
  out[nohp] = "08";
  append_digits(out[nohp], stream.between(8, 10), stream);
  append_digits(out[npwp], 15, stream);
  append_letters(out[email], 8, stream);
  out[email] += "@example.com";
  append_digits(out[noka], 13, stream);
  append_digits(out[kdkantor], 4, stream);
  append_timestamp(out[tsinput], even_day(2000, last_year_, stream), static_cast<std::uint32_t>(stream.below(86400)),
                   DateStyle::iso);
}

}  // namespace sidik::rehearse
