#include <fmt/format.h>

#include "concepts.hpp"
#include "text/letters.hpp"

namespace sidik::bench {
namespace {

std::string grouped(std::string_view number, unsigned first, unsigned size, char mark) {
  std::string out(number.substr(0, first));
  for (std::size_t at = first; at < number.size(); at += size) {
    out += mark;
    out += number.substr(at, size);
  }
  return out;
}

std::string phone(const Cell& cell) {
  const CultureWords& words = words_of(cell.person.culture);
  const std::string& number = cell.person.mobile;
  const std::string code(words.calling_code);
  const bool trunk = cell.person.culture != Culture::english && cell.person.culture != Culture::spanish &&
                     cell.person.culture != Culture::italian;
  const std::string national = (trunk ? "0" : "") + number;
  // Some lists hold the writings of all their clerks.
  const std::uint64_t form = cell.habit.form % 12 == 11 ? cell.dice.below(8) : cell.habit.form % 12;
  switch (form) {
    case 0:
      return '+' + code + number;
    case 1:
      return '+' + code + ' ' + grouped(number, 3, 4, ' ');
    case 2:
      return code + number;
    case 3:
      return grouped(national, 4, 4, '-');
    case 4:
      return number;
    case 5:
      if (cell.person.culture != Culture::english) return grouped(national, 3, 3, ' ');
      return fmt::format("({}) {}-{}", number.substr(0, 3), number.substr(3, 3), number.substr(6));
    case 6:
      return grouped(national, 3, 3, '.');
    case 7:
      return "00" + code + number;
    default:
      return national;
  }
}

std::string landline(const Cell& cell) {
  if (cell.person.culture == Culture::indonesian)
    return (cell.habit.form % 2 == 0 ? "(021) " : "021-") + digits(7, cell.dice);
  return phone(cell);
}

std::string email(const Cell& cell) {
  static constexpr std::string_view kDomains =
      "example.com|example.org|mail.example|post.example|example.net|office.test|surel.example|firma.example";
  std::string out = cell.person.handle + '@' + std::string(pick_part(kDomains, cell.dice));
  return cell.habit.form % 9 == 0 ? upper(out) : out;
}

std::string address(const Cell& cell) {
  const InventedPerson& p = cell.person;
  const std::uint64_t number = 1 + cell.dice.below(220);
  std::string out;
  switch (p.culture) {
    case Culture::indonesian:
      out = fmt::format("{} No. {}", p.street, number);
      if (cell.habit.form % 2 == 0)
        out += fmt::format(" RT {:02}/RW {:02}", 1 + cell.dice.below(12), 1 + cell.dice.below(9));
      break;
    case Culture::english:
    case Culture::indian:
    case Culture::french:
      out = fmt::format("{} {}", number, p.street);
      if (cell.dice.percent(15)) out += fmt::format(", Apt {}", 1 + cell.dice.below(40));
      break;
    default:
      out = fmt::format("{} {}", p.street, number);
      break;
  }
  if (cell.habit.form % 4 == 3) out += ", " + p.city + ' ' + p.postcode;
  return out;
}

std::string city(const Cell& cell) {
  if (cell.person.culture != Culture::indonesian || cell.habit.form % 3 != 0) return cell.person.city;
  return (cell.row % 3 == 0 ? "Kab. " : "Kota ") + cell.person.city;
}
std::string district(const Cell& cell) { return cell.person.district; }
std::string village(const Cell& cell) { return cell.person.village; }
std::string region(const Cell& cell) { return cell.person.region; }
std::string country(const Cell& cell) {
  static constexpr std::string_view kMixed =
      "Indonesia|Germany|France|Spain|United States|United Kingdom|Japan|Brazil|India|Singapore|Malaysia|Netherlands";
  static constexpr std::string_view kCodes = "ID|DE|FR|ES|US|GB|JP|BR|IN|SG|MY|NL|AU|CA";
  if (cell.habit.form % 3 == 0) return std::string(pick_part(kMixed, cell.dice));
  if (cell.habit.form % 3 == 1) return std::string(pick_part(kCodes, cell.dice));
  return cell.person.country;
}
std::string postcode(const Cell& cell) { return cell.person.postcode; }
std::string operator_name(const Cell& cell) {
  return std::string(pick_part("Telkomsel|XL|Indosat|Tri|Smartfren|Axis", cell.dice));
}
std::string messenger(const Cell& cell) { return cell.habit.form % 2 == 0 ? phone(cell) : '@' + cell.person.handle; }
std::string social(const Cell& cell) {
  return cell.habit.form % 2 == 0 ? "https://social.example/" + cell.person.handle : '@' + cell.person.handle;
}
std::string latitude(const Cell& cell) {
  return fmt::format("-{}.{:06}", 1 + cell.dice.below(8), cell.dice.below(1000000));
}
std::string northern_latitude(const Cell& cell) {
  return fmt::format("{}.{:05}", 36 + cell.dice.below(18), cell.dice.below(100000));
}
std::string longitude(const Cell& cell) {
  return fmt::format("{}.{:06}", 95 + cell.dice.below(45), cell.dice.below(1000000));
}
std::string coordinates(const Cell& cell) {
  return latitude(cell) + (cell.habit.form % 2 == 0 ? "," : ", ") + longitude(cell);
}

constexpr NamedWriter kWriters[] = {{"phone", phone},
                                    {"landline", landline},
                                    {"email", email},
                                    {"address", address},
                                    {"city", city},
                                    {"district", district},
                                    {"village", village},
                                    {"region", region},
                                    {"country", country},
                                    {"postcode", postcode},
                                    {"operator", operator_name},
                                    {"messenger", messenger},
                                    {"social", social},
                                    {"latitude", latitude},
                                    {"latitude_north", northern_latitude},
                                    {"longitude", longitude},
                                    {"coordinates", coordinates}};

}  // namespace

std::span<const NamedWriter> contact_writers() { return kWriters; }

}  // namespace sidik::bench
