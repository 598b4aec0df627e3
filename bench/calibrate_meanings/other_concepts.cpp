#include <fmt/format.h>

#include <algorithm>

#include "concepts.hpp"

/// What stands beside people in tables: things, amounts, notes, codes of nothing.
namespace sidik::bench {
namespace {

std::string product(const Cell& cell) {
  static constexpr std::string_view kWays[] = {
      "Wireless Mouse|USB-C Cable 2m|Desk Lamp|Notebook A5|Coffee Mug|Running Shoes|Yoga Mat|Garden Hose|Water "
      "Bottle|Phone Case",
      "Beras 5kg|Minyak Goreng 2L|Gula Pasir|Kopi Bubuk|Teh Celup|Sabun Mandi|Mie Instan|Susu Kental|Kecap Manis",
      "Paket Data 10GB|Unlimited Basic|Family 50|Prepaid S|Business Fiber 100"};
  const std::string word(pick_part(kWays[cell.habit.form % 3], cell.dice));
  return cell.dice.percent(30) ? word + ' ' + title(made_up_word(cell.dice)) : word;
}
std::string product_code(const Cell& cell) {
  const std::string start = upper(made_up_word(cell.dice)).substr(0, 2 + cell.habit.form % 2);
  return cell.habit.form % 3 == 0 ? start + '-' + digits(4, cell.dice)
                                  : fmt::format("SK{}{}", digits(5, cell.dice), "ABC"[cell.dice.below(3)]);
}
std::string barcode(const Cell& cell) { return digits(cell.habit.form % 2 == 0 ? 13 : 12, cell.dice); }
std::string amount(const Cell& cell) {
  const std::uint64_t whole = cell.dice.below(10) < 7 ? cell.dice.below(1000) : cell.dice.below(50000);
  switch (cell.habit.form % 4) {
    case 0:
      return fmt::format("{}.{:02}", whole, cell.dice.below(100));
    case 1:
      return std::to_string(whole * 500);
    case 2:
      return fmt::format("Rp {}.{:03}", 1 + whole % 900, cell.dice.below(1000));
    default:
      return fmt::format("{},{:02}", whole, cell.dice.below(100));
  }
}
std::string quantity(const Cell& cell) {
  return std::to_string(1 + cell.dice.below(cell.habit.form % 3 == 0 ? 9 : 120));
}
std::string percentage(const Cell& cell) {
  return cell.habit.form % 2 == 0 ? fmt::format("{}%", cell.dice.below(101))
                                  : fmt::format("0.{:03}", cell.dice.below(1000));
}
std::string measure(const Cell& cell) { return fmt::format("{}.{}", cell.dice.below(60), cell.dice.below(1000)); }
std::string rating(const Cell& cell) { return std::to_string(1 + cell.dice.below(5)); }
std::string calendar_year(const Cell& cell) { return std::to_string(2015 + cell.dice.below(10)); }
std::string big_number(const Cell& cell) {
  return std::to_string(cell.dice.below(1000000) * (1 + cell.dice.below(900)));
}
std::string note(const Cell& cell) {
  static constexpr std::string_view kWays[] = {
      "customer asked for a call back|please deliver before noon|no answer at the door|second reminder sent|see ticket "
      "above|paid in cash|wants a refund for the last order",
      "pelanggan minta dihubungi kembali|rumah kosong waktu dikunjungi|berkas belum lengkap|sudah lunas|titip di pos "
      "satpam|menunggu persetujuan atasan",
      "Kunde wünscht Rückruf|Lieferung verspätet|bitte prüfen|Vertrag gekündigt zum Jahresende"};
  std::string out(pick_part(kWays[cell.habit.form % 3], cell.dice));
  if (cell.dice.percent(40))
    out += cell.habit.form % 2 == 0 ? ". " + std::string(pick_part(kWays[cell.habit.form % 3], cell.dice))
                                    : " (" + made_up_word(cell.dice) + ')';
  return out;
}
std::string json_bit(const Cell& cell) {
  return cell.habit.form % 2 == 0 ? fmt::format(R"({{"v":{},"src":"{}"}})", cell.dice.below(9), made_up_word(cell.dice))
                                  : fmt::format(R"(["{}","{}"])", made_up_word(cell.dice), made_up_word(cell.dice));
}
std::string hex_key(const Cell& cell) { return fmt::format("{:012x}", cell.dice.next() >> 16U); }
std::string short_code(const Cell& cell) { return upper(made_up_word(cell.dice)).substr(0, 3); }
std::string code_of_few(const Cell& cell) {
  Dice few(cell.table, rehearse::Purpose::serial, cell.habit.column, cell.dice.below(3 + cell.habit.form % 9));
  return cell.habit.form % 3 == 0   ? upper(made_up_word(few)).substr(0, 2)
         : cell.habit.form % 3 == 1 ? digits(2, few)
                                    : title(made_up_word(few));
}
std::string method(const Cell& cell) {
  return std::string(pick_part(
      cell.habit.form % 2 == 0 ? "transfer|cash|credit_card|qris|ovo" : "PayPal|Credit Card|Invoice|Bank Transfer",
      cell.dice));
}
std::string pay_status(const Cell& cell) {
  return std::string(
      pick_part(cell.habit.form % 2 == 0 ? "paid|paid|unpaid|overdue" : "LUNAS|LUNAS|MENUNGGAK", cell.dice));
}
std::string diagnosis(const Cell& cell) {
  if (cell.habit.form % 2 == 0)
    return fmt::format("{}{:02}.{}", "ABEIJKMZ"[cell.dice.below(8)], cell.dice.below(100), cell.dice.below(10));
  return std::string(pick_part(
      "Hypertension|Type 2 diabetes|Asthma|Dengue fever|Migraine|Acute bronchitis|Tuberculosis|Gastritis", cell.dice));
}
std::string medication(const Cell& cell) {
  return std::string(pick_part(
      "Paracetamol 500mg|Amoxicillin|Metformin 850|Amlodipine 5 mg|Omeprazole|Ibuprofen 400mg|Salbutamol", cell.dice));
}
std::string office(const Cell& cell) {
  Dice few(cell.table, rehearse::Purpose::serial, cell.habit.column, cell.dice.below(25));
  return cell.habit.form % 2 == 0 ? digits(4, few) : digits(3, few);
}
std::string office_name(const Cell& cell) {
  return std::string(pick_part("Cabang |KCP |Branch |Store ", cell.dice)).substr(0, 7) + cell.person.city;
}
std::string seller(const Cell& cell) {
  return title(made_up_word(cell.dice)) + std::string(pick_part(" Store| Shop| Official|mart| Collection", cell.dice));
}
std::string color(const Cell& cell) {
  return std::string(pick_part("red|blue|green|black|white|grey|navy|beige", cell.dice));
}
std::string word(const Cell& cell) { return made_up_word(cell.dice); }
std::string two_words(const Cell& cell) {
  return title(made_up_word(cell.dice)) + ' ' + title(made_up_word(cell.dice));
}
std::string file_name(const Cell& cell) {
  return made_up_word(cell.dice) + std::string(pick_part(".pdf|.jpg|.docx|.csv", cell.dice));
}
std::string flag(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 3 == 0   ? "true|false"
                               : cell.habit.form % 3 == 1 ? "Y|N"
                                                          : "0|1",
                               cell.dice));
}
std::string epoch(const Cell& cell) {
  return std::to_string(1500000000 + cell.dice.below(220000000)) + (cell.habit.form % 3 == 0 ? "000" : "");
}
std::string version(const Cell& cell) {
  return fmt::format("{}.{}.{}", cell.dice.below(9), cell.dice.below(20), cell.dice.below(40));
}
std::string duration(const Cell& cell) {
  return fmt::format("{:02}:{:02}:{:02}", cell.dice.below(3), cell.dice.below(60), cell.dice.below(60));
}

constexpr NamedWriter kWriters[] = {{"product", product},
                                    {"product_code", product_code},
                                    {"barcode", barcode},
                                    {"amount", amount},
                                    {"quantity", quantity},
                                    {"percentage", percentage},
                                    {"measure", measure},
                                    {"rating", rating},
                                    {"calendar_year", calendar_year},
                                    {"big_number", big_number},
                                    {"note", note},
                                    {"json_bit", json_bit},
                                    {"hex_key", hex_key},
                                    {"short_code", short_code},
                                    {"code_of_few", code_of_few},
                                    {"method", method},
                                    {"pay_status", pay_status},
                                    {"diagnosis", diagnosis},
                                    {"medication", medication},
                                    {"office", office},
                                    {"office_name", office_name},
                                    {"seller", seller},
                                    {"color", color},
                                    {"word", word},
                                    {"two_words", two_words},
                                    {"file_name", file_name},
                                    {"flag", flag},
                                    {"epoch", epoch},
                                    {"version", version},
                                    {"duration", duration}};

}  // namespace

std::span<const NamedWriter> other_writers() { return kWriters; }

text::Date some_day(int first, int last, Dice& dice) {
  const int from = text::day_number({static_cast<std::int16_t>(first), 1, 1});
  const int to = text::day_number({static_cast<std::int16_t>(last), 12, 31});
  return text::from_day_number(from + static_cast<int>(dice.below(static_cast<std::uint64_t>(to - from + 1))));
}

std::string write_day(text::Date day, std::uint64_t form) {
  static constexpr std::string_view kShort[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  static constexpr std::string_view kIndonesian[] = {"Januari",   "Februari", "Maret",    "April",
                                                     "Mei",       "Juni",     "Juli",     "Agustus",
                                                     "September", "Oktober",  "November", "Desember"};
  const int y = day.year;
  const int m = day.month;
  const int d = day.day;
  switch (form % 14) {
    case 0:
    case 1:
    case 2:
      return fmt::format("{:04}-{:02}-{:02}", y, m, d);
    case 3:
      return fmt::format("{:02}-{:02}-{:04}", d, m, y);
    case 4:
      return fmt::format("{:02}/{:02}/{:04}", d, m, y);
    case 5:
      return fmt::format("{:02}.{:02}.{:04}", d, m, y);
    case 6:
      return fmt::format("{:04}{:02}{:02}", y, m, d);
    case 7:
      return fmt::format("{:04}-{:02}-{:02} 00:00:00", y, m, d);
    case 8:
      return fmt::format("{}/{}/{}", m, d, y);
    case 9:
      return fmt::format("{:02}-{}-{:02}", d, kShort[m - 1], y % 100);
    case 10:
      return fmt::format("{} {} {}", d, kIndonesian[m - 1], y);
    case 11:
      return fmt::format("{:02}/{:02}/{:02}", d, m, y % 100);
    case 12:
      return fmt::format("{:04}/{:02}/{:02}", y, m, d);
    default:
      return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", y, m, d);
  }
}

std::string write_moment(text::Date day, unsigned second, std::uint64_t form) {
  const std::string time = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  switch (form % 6) {
    case 0:
    case 1:
      return write_day(day, 0) + ' ' + time;
    case 2:
      return write_day(day, 0) + 'T' + time + 'Z';
    case 3:
      return write_day(day, 4) + ' ' + time.substr(0, 5);
    case 4:
      return write_day(day, 0) + ' ' + time + fmt::format(".{:03}", second * 7 % 1000);
    default:
      return write_day(day, form);
  }
}

}  // namespace sidik::bench
