#include "rehearse/origins/bank.hpp"

#include "rehearse/identifiers.hpp"

namespace sidik::rehearse {

namespace {

enum BankColumn : std::size_t {
  cif,
  customer,
  place,
  birth_day,
  sex,
  identity,
  tax,
  mobile,
  mail,
  marital,
  faith,
  branch,
  opened,
  teller,
  balance_class,
  bank_columns
};
constexpr NativeColumn kBankColumns[] = {{"CIF", psnoka},
                                         {"NAMA_NASABAH", nama},
                                         {"TEMPAT_LAHIR", tmplhr},
                                         {"TGL_LAHIR", tgllhr},
                                         {"JENIS_KELAMIN", jenkel},
                                         {"NO_IDENTITAS", noktp},
                                         {"NPWP", npwp},
                                         {"NO_HP", nohp},
                                         {"EMAIL", email},
                                         {"STATUS_KAWIN", kdstawin},
                                         {"AGAMA", agama},
                                         {"KD_CABANG", kdkantor},
                                         {"TGL_BUKA", tsinput},
                                         {"USER_INPUT", userinput},
                                         {"GOL_SALDO", std::nullopt}};
static_assert(std::size(kBankColumns) == bank_columns);

}  // namespace

std::span<const NativeColumn> Bank::columns() const { return kBankColumns; }

void Bank::write_row(const Person& person, unsigned variant, std::span<std::string> out) const {
  RandomStream stream = row_stream(person, variant);
  const Identity& who = person.identity;
  static constexpr std::string_view kMarital[] = {"BELUM MENIKAH", "MENIKAH", "CERAI", "JANDA/DUDA"};
  static constexpr std::string_view kFaith[] = {"ISLAM", "KRISTEN", "KATHOLIK", "HINDU", "BUDHA", "KONGHUCU"};
  // Numbered upwards in the order in which accounts were opened; the order itself is scattered over the persons.
  const std::uint64_t customer_number = 1000000000U + mix64(seed() ^ (std::uint64_t{who.index} << 8U)) % 4000000000U;
  append_padded(out[cif], customer_number, 10);
  out[customer] = person.name;
  if (stream.percent(8)) out[customer] += who.female ? ", SE" : ", ST";
  out[place] = person.birth_place;
  append_date(out[birth_day], who.birth, habits().dates);
  out[sex] = who.female ? "WANITA" : "PRIA";
  append_national_id(out[identity], person.national_id);
  if (!person.npwp.empty())
    out[tax] = dotted_tax_number(person.npwp);
  else if (stream.percent(20))
    append_tax_number(out[tax], stream);
  append_phone(out[mobile], person.phone);
  out[mail] = person.email;
  out[marital] = kMarital[static_cast<std::size_t>(person.marital)];
  if (stream.percent(60)) out[faith] = kFaith[static_cast<std::size_t>(person.religion)];
  append_padded(out[branch], 100 + who.home->office % 900, 3);
  // Who was no adult when the copy was made had a child's account.
  const text::Date adult{static_cast<std::int16_t>(who.birth.year + 17), 1, 1};
  const bool opens_as_adult = adult > window().first && adult < window().last;
  append_date(out[opened], day_between(opens_as_adult ? adult : window().first, window().last, stream), habits().dates);
  out[teller] = "TLR";
  append_padded(out[teller], stream.below(40), 3);
  out[balance_class] = static_cast<char>('A' + static_cast<int>(stream.weighted({60, 26, 10, 4})));
}

}  // namespace sidik::rehearse
