#include <fmt/format.h>

#include "concepts.hpp"

/// Numbers that offices, schools, banks and machines give. Check digits are computed here from the published rules.
namespace sidik::bench {
namespace {

unsigned digit(const std::string& text, std::size_t at) { return static_cast<unsigned>(text[at] - '0'); }

char luhn_digit(const std::string& body) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    unsigned value = digit(body, body.size() - 1 - i);
    if (i % 2 == 0) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string brazilian(const Cell& cell) {
  std::string out = digits(9, cell.dice);
  for (unsigned length = 10; length <= 11; ++length) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < out.size(); ++i) sum += digit(out, i) * static_cast<unsigned>(length - i);
    out += static_cast<char>('0' + (sum * 10 % 11) % 10);
  }
  if (cell.habit.form % 2 == 0) return out;
  return fmt::format("{}.{}.{}-{}", out.substr(0, 3), out.substr(3, 3), out.substr(6, 3), out.substr(9));
}

std::string polish(const Cell& cell) {
  const text::Date day = cell.person.birth;
  std::string out = fmt::format("{:02}{:02}{:02}{}", day.year % 100, day.month + (day.year >= 2000 ? 20 : 0), day.day,
                                digits(3, cell.dice));
  out += static_cast<char>('0' + cell.dice.below(5) * 2 + (cell.person.woman ? 0 : 1));
  static constexpr unsigned kWeights[] = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
  unsigned sum = 0;
  for (std::size_t i = 0; i < 10; ++i) sum += digit(out, i) * kWeights[i];
  return out + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string spanish(const Cell& cell) {
  const std::uint64_t number = 10000000 + cell.dice.below(89999999);
  return std::to_string(number) + (cell.habit.form % 3 == 0 ? "-" : "") + "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23];
}

std::string national(const Cell& cell) {
  switch (cell.person.culture) {
    case Culture::indonesian:
      return cell.person.nik;
    case Culture::english: {
      const std::string area = fmt::format("{:03}", 1 + cell.dice.below(665));
      const std::string_view mark = cell.habit.form % 3 == 0 ? "" : "-";
      return fmt::format("{}{}{}{}{}", area, mark, digits(2, cell.dice), mark, digits(4, cell.dice));
    }
    case Culture::spanish:
      return spanish(cell);
    case Culture::italian:
    case Culture::german:
      return polish(cell);
    default:
      return brazilian(cell);
  }
}

std::string family_card(const Cell& cell) { return cell.person.family_card; }
std::string tax(const Cell& cell) {
  const std::string& n = cell.person.tax_number;
  if (n.size() != 15 || cell.habit.form % 2 == 0) return n;
  return fmt::format("{}.{}.{}.{}-{}.{}", n.substr(0, 2), n.substr(2, 3), n.substr(5, 3), n[8], n.substr(9, 3),
                     n.substr(12));
}
std::string member(const Cell& cell) { return cell.person.member_card; }
std::string passport(const Cell& cell) {
  if (cell.person.culture == Culture::indonesian)
    return std::string(1, "ABCEX"[cell.dice.below(5)]) + digits(7, cell.dice);
  return cell.habit.form % 2 == 0
             ? digits(9, cell.dice)
             : "C" + digits(2, cell.dice) + upper(made_up_word(cell.dice)).substr(0, 2) + digits(4, cell.dice);
}
std::string employee(const Cell& cell) {
  if (cell.person.culture == Culture::indonesian && cell.habit.form % 2 == 0) {
    const text::Date day = cell.person.birth;
    return fmt::format("{:04}{:02}{:02}{:04}{:02}{}{:03}", day.year, day.month, day.day,
                       day.year + 22 + static_cast<int>(cell.dice.below(6)), 1 + cell.dice.below(12),
                       cell.person.woman ? 2 : 1, 1 + cell.dice.below(20));
  }
  return (cell.habit.form % 3 == 0 ? "EMP" : "") + digits(5, cell.dice);
}
std::string student(const Cell& cell) {
  return fmt::format("{}{}{}", 10 + cell.dice.below(14), cell.habit.form % 2 == 0 ? "51" : "A", digits(5, cell.dice));
}
std::string patient(const Cell& cell) {
  return cell.habit.form % 2 == 0
             ? fmt::format("{:02}-{:02}-{:02}", cell.dice.below(100), cell.dice.below(100), cell.dice.below(100))
             : "MR" + digits(6, cell.dice);
}
std::string customer(const Cell& cell) {
  return cell.habit.form % 3 == 0   ? "C-" + digits(6, cell.dice)
         : cell.habit.form % 3 == 1 ? digits(7, cell.dice)
                                    : std::to_string(100000 + cell.row * 7 + cell.dice.below(7));
}
std::string plate(const Cell& cell) {
  const std::string letters = upper(made_up_word(cell.dice)).substr(0, 2);
  return fmt::format("{} {} {}", pick_part("B|D|AB|L|F|BK|DK", cell.dice), 1000 + cell.dice.below(8999), letters);
}
std::string card(const Cell& cell) {
  std::string body = cell.dice.percent(60) ? "4" + digits(14, cell.dice)
                                           : fmt::format("5{}", 1 + cell.dice.below(5)) + digits(13, cell.dice);
  body += luhn_digit(body);
  if (cell.habit.form % 3 != 0) return body;
  const char mark = cell.habit.form % 2 == 0 ? ' ' : '-';
  return fmt::format("{0}{4}{1}{4}{2}{4}{3}", body.substr(0, 4), body.substr(4, 4), body.substr(8, 4), body.substr(12),
                     mark);
}
std::string card_kind(const Cell& cell) {
  return std::string(
      pick_part(cell.habit.form % 2 == 0 ? "VISA|MASTERCARD|JCB|AMEX" : "Visa|Mastercard|Maestro", cell.dice));
}
std::string expiry(const Cell& cell) {
  const std::uint64_t month = 1 + cell.dice.below(12);
  const std::uint64_t year = 24 + cell.dice.below(7);
  return cell.habit.form % 3 == 0 ? fmt::format("{:02}/20{}", month, year) : fmt::format("{:02}/{}", month, year);
}
std::string security_code(const Cell& cell) { return fmt::format("{:03}", cell.dice.below(1000)); }
std::string account(const Cell& cell) {
  return digits(cell.habit.form % 2 == 0 ? 10 : static_cast<unsigned>(9 + cell.dice.below(5)), cell.dice);
}
std::string bank(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 2 == 0 ? "BCA|BRI|BNI|MANDIRI|CIMB NIAGA|PERMATA"
                                                        : "Chase|Wells Fargo|Citibank|HSBC|Barclays|Deutsche Bank",
                               cell.dice));
}
std::string iban(const Cell& cell) {
  const std::string body = digits(18, cell.dice);
  unsigned rest = 0;
  for (const char c : body + "131400") rest = (rest * 10 + static_cast<unsigned>(c - '0')) % 97;  // D = 13, E = 14
  const std::string whole = fmt::format("DE{:02}{}", 98 - rest, body);
  if (cell.habit.form % 3 != 0) return whole;
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) out += (i > 0 && i % 4 == 0 ? " " : "") + std::string(1, whole[i]);
  return out;
}
std::string imei(const Cell& cell) {
  std::string body = "35" + digits(12, cell.dice);
  return body + luhn_digit(body);
}
std::string row_number(const Cell& cell) {
  return std::to_string(cell.row + 1 + cell.habit.column % 5000 * (cell.habit.form % 2));
}
std::string random_number(const Cell& cell) {
  return digits(static_cast<unsigned>(5 + cell.habit.form % 5), cell.dice);
}

constexpr NamedWriter kWriters[] = {{"national", national},
                                    {"family_card", family_card},
                                    {"tax", tax},
                                    {"member", member},
                                    {"passport", passport},
                                    {"employee", employee},
                                    {"student", student},
                                    {"patient", patient},
                                    {"customer", customer},
                                    {"plate", plate},
                                    {"card", card},
                                    {"card_kind", card_kind},
                                    {"expiry", expiry},
                                    {"security_code", security_code},
                                    {"account", account},
                                    {"bank", bank},
                                    {"iban", iban},
                                    {"imei", imei},
                                    {"row_number", row_number},
                                    {"random_number", random_number}};

}  // namespace

std::span<const NamedWriter> number_writers() { return kWriters; }

}  // namespace sidik::bench
