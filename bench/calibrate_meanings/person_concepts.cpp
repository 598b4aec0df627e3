#include <fmt/format.h>

#include "concepts.hpp"

namespace sidik::bench {
namespace {

/// One of several writings of a code list: `lists` has one list a way, | between the words, in the order of the codes.
std::string coded(const Cell& cell, std::span<const std::string_view> lists, std::size_t code) {
  const auto words = parts_of(lists[cell.habit.form % lists.size()]);
  return std::string(words[code % words.size()]);
}

std::string full_name(const Cell& cell) {
  const InventedPerson& p = cell.person;
  if (cell.habit.form % 9 == 0 && !p.surname.empty()) return p.surname + ", " + p.given;
  if (cell.habit.form % 9 == 1 && cell.dice.percent(20)) return (p.woman ? "Mrs. " : "Mr. ") + p.full;
  if (p.culture == Culture::indonesian && cell.habit.form % 9 == 2 && cell.dice.percent(25))
    return p.full + (cell.dice.percent(50) ? ", S.Pd" : ", SE");
  return p.full;
}
std::string given_name(const Cell& cell) { return cell.person.given; }
std::string middle_name(const Cell& cell) {
  if (cell.person.middle.empty()) return {};
  return cell.habit.form % 2 == 0 ? cell.person.middle
                                  : cell.person.middle.substr(0, 1) + (cell.habit.form % 4 == 1 ? "." : "");
}
std::string surname(const Cell& cell) { return cell.person.surname; }
std::string mother_name(const Cell& cell) {
  return cell.habit.form % 3 == 0 ? cell.person.mother.substr(0, cell.person.mother.find(' ')) : cell.person.mother;
}
std::string father_name(const Cell& cell) { return cell.person.father; }
std::string spouse_name(const Cell& cell) { return cell.person.marital == 1 ? cell.person.spouse : std::string{}; }
std::string nickname(const Cell& cell) {
  const std::string word = cell.person.given.substr(0, cell.person.given.find(' '));
  return cell.dice.percent(50) && word.size() > 4 ? word.substr(0, 3) + (cell.dice.percent(50) ? "i" : "y") : word;
}
std::string title_word(const Cell& cell) {
  static constexpr std::string_view kMen[] = {"Mr|Mr|Mr|Dr", "Mr.|Mr.|Dr.|Prof.", "Bpk|Bpk|H.", "Herr|Herr|Dr.",
                                              "Sr|Sr"};
  static constexpr std::string_view kWomen[] = {"Mrs|Ms|Miss|Dr", "Mrs.|Ms.|Dr.", "Ibu|Ibu|Hj.", "Frau|Frau|Dr.",
                                                "Sra|Sra"};
  const auto at = cell.habit.form % 5;
  return std::string(pick_part(cell.person.woman ? kWomen[at] : kMen[at], cell.dice));
}
std::string sex(const Cell& cell) {
  static constexpr std::string_view kWays[] = {"M|F",
                                               "L|P",
                                               "1|2",
                                               "Male|Female",
                                               "Laki-laki|Perempuan",
                                               "PRIA|WANITA",
                                               "0|1",
                                               "m|w",
                                               "männlich|weiblich",
                                               "H|F",
                                               "Hombre|Mujer",
                                               "LK|PR",
                                               "Laki-Laki|Perempuan",
                                               "male|female",
                                               "man|vrouw"};
  return coded(cell, kWays, cell.person.woman ? 1 : 0);
}
std::string age(const Cell& cell) {
  const int years = 2024 - cell.person.birth.year;
  return std::to_string(years) + (cell.habit.form % 8 == 0 ? " tahun" : "");
}
std::string religion(const Cell& cell) {
  static constexpr std::string_view kWays[] = {
      "ISLAM|KRISTEN|KATHOLIK|HINDU|BUDHA|KONGHUCU", "Islam|Protestan|Katolik|Hindu|Buddha|Khonghucu", "1|2|3|4|5|6",
      "Muslim|Christian|Catholic|Hindu|Buddhist|Other", "Christian|None|Catholic|Muslim|Jewish|Sikh"};
  return coded(cell, kWays, cell.person.religion);
}
std::string marital(const Cell& cell) {
  static constexpr std::string_view kWays[] = {"BELUM KAWIN|KAWIN|CERAI HIDUP|CERAI MATI",
                                               "single|married|divorced|widowed",
                                               "1|2|3|4",
                                               "S|M|D|W",
                                               "Belum Menikah|Menikah|Janda/Duda|Duda",
                                               "ledig|verheiratet|geschieden|verwitwet",
                                               "TK|K|K|TK",
                                               "Never married|Married|Separated|Widowed"};
  return coded(cell, kWays, cell.person.marital);
}
std::string blood(const Cell& cell) {
  static constexpr std::string_view kWays[] = {"-|A|B|AB|O", "|A+|B+|AB+|O+", "TIDAK TAHU|A|B|AB|O", "O-|A+|B-|AB+|O+"};
  return coded(cell, kWays, cell.person.blood);
}
std::string occupation(const Cell& cell) {
  static constexpr std::string_view kWays[] = {
      "Karyawan Swasta|Wiraswasta|PNS|Ibu Rumah Tangga|Pelajar/Mahasiswa|Petani|Buruh Harian "
      "Lepas|Guru|Pensiunan|Belum Bekerja|Nelayan|Perawat",
      "Teacher|Nurse|Software Engineer|Driver|Accountant|Sales "
      "Manager|Electrician|Chef|Lawyer|Student|Retired|Warehouse Operative|Plumber|Barista",
      "Lehrer|Krankenschwester|Ingenieur|Verkäufer|Rentner|Student|Elektriker|Bäcker|Arzt",
      "VP of Marketing|Account Executive II|Data Analyst|HR Business Partner|Staff Scientist|Help Desk "
      "Technician|Chief Design Engineer|Librarian"};
  return coded(cell, kWays, cell.dice.below(30));
}
std::string education(const Cell& cell) {
  static constexpr std::string_view kWays[] = {
      "SD|SMP|SMA|D3|S1|S2", "SLTA/SEDERAJAT|TAMAT SD|DIPLOMA IV/STRATA I|SLTP/SEDERAJAT|TIDAK SEKOLAH",
      "Bachelor|High School|Master|PhD|Associate degree", "Abitur|Realschule|Bachelor|Master"};
  return coded(cell, kWays, cell.dice.below(12));
}
std::string employer(const Cell& cell) {
  const std::string word = title(made_up_word(cell.dice));
  static constexpr std::string_view kEnds[] = {" Inc| LLC| Group| & Sons| Ltd", " Jaya| Makmur| Abadi| Sentosa Tbk",
                                               " GmbH| AG| KG", "|| Systems| Labs"};
  return (cell.habit.form % 4 == 1 ? "PT " : "") + word + std::string(pick_part(kEnds[cell.habit.form % 4], cell.dice));
}
std::string department(const Cell& cell) {
  static constexpr std::string_view kWays[] = {"Finance|HR|IT|Sales|Marketing|Operations|Legal",
                                               "Keuangan|SDM|Produksi|Gudang|Pemasaran",
                                               "Radiology|Cardiology|Oncology|Surgery|Pediatrics"};
  return coded(cell, kWays, cell.dice.below(21));
}
std::string income(const Cell& cell) {
  const std::uint64_t pay =
      cell.habit.form % 3 == 0 ? (20 + cell.dice.below(130)) * 1000 : (15 + cell.dice.below(200)) * 100000;
  return cell.habit.form % 7 == 1 ? fmt::format("{}.00", pay) : std::to_string(pay);
}
std::string height(const Cell& cell) {
  return std::to_string(cell.person.height) + (cell.habit.form % 6 == 0 ? " cm" : "");
}
std::string weight(const Cell& cell) {
  return cell.habit.form % 3 == 0 ? fmt::format("{}.{}", cell.person.weight, cell.dice.below(10))
                                  : std::to_string(cell.person.weight);
}
std::string language(const Cell& cell) {
  static constexpr std::string_view kWays[] = {"English|Spanish|French|German|Mandarin", "en|es|fr|de|id|zh",
                                               "en_US|id_ID|de_DE|fr_FR"};
  return coded(cell, kWays, cell.dice.below(24));
}
std::string birth_date(const Cell& cell) { return write_day(cell.person.birth, cell.habit.form); }
std::string birth_year(const Cell& cell) { return std::to_string(cell.person.birth.year); }
std::string birth_place(const Cell& cell) { return cell.person.birth_place; }
std::string nationality(const Cell& cell) {
  static constexpr std::string_view kWays[] = {
      "WNI|WNI|WNI|WNI|WNA", "Indonesian|American|German|British|French|Dutch|Indian", "ID|US|DE|GB|FR|NL|IN|MY"};
  return coded(cell, kWays, cell.dice.below(40));
}
std::string family_role(const Cell& cell) {
  static constexpr std::string_view kWays[] = {"KEPALA KELUARGA|ISTRI|ANAK|ORANG TUA|FAMILI LAIN",
                                               "Kepala Keluarga|Istri|Anak|Anak", "1|3|4|9", "head|spouse|child|parent",
                                               "SUAMI|ISTRI|ANAK"};
  return coded(cell, kWays, cell.dice.below(12));
}

constexpr NamedWriter kWriters[] = {{"full_name", full_name},
                                    {"given_name", given_name},
                                    {"middle_name", middle_name},
                                    {"surname", surname},
                                    {"mother_name", mother_name},
                                    {"father_name", father_name},
                                    {"spouse_name", spouse_name},
                                    {"nickname", nickname},
                                    {"title", title_word},
                                    {"sex", sex},
                                    {"age", age},
                                    {"religion", religion},
                                    {"marital", marital},
                                    {"blood", blood},
                                    {"occupation", occupation},
                                    {"education", education},
                                    {"employer", employer},
                                    {"department", department},
                                    {"income", income},
                                    {"height", height},
                                    {"weight", weight},
                                    {"language", language},
                                    {"birth_date", birth_date},
                                    {"birth_year", birth_year},
                                    {"birth_place", birth_place},
                                    {"nationality", nationality},
                                    {"family_role", family_role}};

}  // namespace

std::span<const NamedWriter> person_writers() { return kWriters; }

}  // namespace sidik::bench
