#include <fmt/format.h>

#include "concepts.hpp"

/// What systems write about accounts, machines and records.
namespace sidik::bench {
namespace {

std::string hexadecimal(unsigned count, Dice& dice) {
  std::string out;
  for (unsigned i = 0; i < count; ++i) out += "0123456789abcdef"[dice.below(16)];
  return out;
}
std::string scrambled(unsigned count, Dice& dice) {
  static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::string out;
  for (unsigned i = 0; i < count; ++i) out += kLetters[dice.below(kLetters.size())];
  return out;
}

std::string user_name(const Cell& cell) { return cell.person.handle; }
std::string password(const Cell& cell) {
  switch (cell.habit.form % 4 == 3 ? 2 : cell.dice.below(4)) {
    case 0:
      return made_up_word(cell.dice) + digits(static_cast<unsigned>(1 + cell.dice.below(4)), cell.dice);
    case 1:
      return title(made_up_word(cell.dice)) + std::string(pick_part("!|@|#|_|.", cell.dice)) + digits(2, cell.dice);
    case 2:
      return scrambled(static_cast<unsigned>(8 + cell.dice.below(5)), cell.dice) +
             std::string(pick_part("!|$|&|*|", cell.dice));
    default:
      return cell.person.given.substr(0, 4) + digits(3, cell.dice) + std::string(pick_part("|!|?", cell.dice));
  }
}
std::string password_hash(const Cell& cell) {
  switch (cell.habit.form % 4) {
    case 0:
      return hexadecimal(32, cell.dice);
    case 1:
      return hexadecimal(40, cell.dice);
    case 2:
      return "$2y$10$" + scrambled(53, cell.dice);
    default:
      return hexadecimal(64, cell.dice);
  }
}
std::string salt(const Cell& cell) {
  return cell.habit.form % 2 == 0 ? hexadecimal(16, cell.dice) : scrambled(10, cell.dice);
}
std::string token(const Cell& cell) {
  return cell.habit.form % 2 == 0 ? scrambled(40, cell.dice)
                                  : "eyJ" + scrambled(30, cell.dice) + '.' + scrambled(43, cell.dice);
}
std::string pin(const Cell& cell) { return fmt::format("{:0{}}", cell.dice.below(10000), 4 + cell.habit.form % 2 * 2); }
std::string role(const Cell& cell) {
  return std::string(pick_part(
      cell.habit.form % 2 == 0 ? "user|user|user|admin|moderator" : "ADMIN|OPERATOR|VIEWER|VIEWER", cell.dice));
}
std::string account_status(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 3 == 0   ? "active|active|inactive|suspended"
                               : cell.habit.form % 3 == 1 ? "1|1|0"
                                                          : "AKTIF|NONAKTIF",
                               cell.dice));
}
std::string member_status(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 3 == 0   ? "AKTIF|AKTIF|TIDAK AKTIF|MENINGGAL"
                               : cell.habit.form % 3 == 1 ? "0|0|0|1|4|6"
                                                          : "gold|silver|bronze",
                               cell.dice));
}
std::string record_status(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 4 == 0   ? "0|1"
                               : cell.habit.form % 4 == 1 ? "OPEN|CLOSED|PENDING"
                               : cell.habit.form % 4 == 2 ? "Y|N"
                                                          : "A|B|C|D",
                               cell.dice));
}
std::string moment(const Cell& cell) {
  return write_moment(some_day(2017, 2024, cell.dice), static_cast<unsigned>(cell.dice.below(86400)), cell.habit.form);
}
std::string later_moment(const Cell& cell) {
  return write_moment(some_day(2022, 2025, cell.dice), static_cast<unsigned>(cell.dice.below(86400)), cell.habit.form);
}
std::string log_moment(const Cell& cell) {
  const text::Date day = text::from_day_number(19700 + static_cast<int>(cell.row / 200));
  return write_moment(day, static_cast<unsigned>(cell.row * 431 % 86400), cell.habit.form);
}
std::string start_day(const Cell& cell) { return write_day(some_day(2008, 2023, cell.dice), cell.habit.form); }
std::string end_day(const Cell& cell) { return write_day(some_day(2027, 2034, cell.dice), cell.habit.form); }
std::string event_day(const Cell& cell) { return write_day(some_day(2020, 2024, cell.dice), cell.habit.form); }
std::string staff(const Cell& cell) {
  Dice dice(cell.table, rehearse::Purpose::invented, cell.habit.column, cell.dice.below(12));
  if (cell.habit.form % 2 == 0) return fmt::format("{}{:02}", made_up_word(dice), dice.below(100));
  return std::string(pick_part("admin|system|import|batch|migrasi", cell.dice));
}
std::string ip(const Cell& cell) {
  if (cell.habit.form % 6 == 0)
    return fmt::format("2001:db8::{}:{}", hexadecimal(3, cell.dice), hexadecimal(4, cell.dice));
  return fmt::format("{}.{}.{}.{}", pick_part("192.0|198.51|203.0|10.4", cell.dice).substr(0, 3), cell.dice.below(256),
                     cell.dice.below(256), cell.dice.below(256));
}
std::string mac(const Cell& cell) {
  std::string out;
  for (int i = 0; i < 6; ++i) out += (i > 0 ? (cell.habit.form % 2 == 0 ? ":" : "-") : "") + hexadecimal(2, cell.dice);
  return out;
}
std::string url(const Cell& cell) {
  return "https://" + made_up_word(cell.dice) + ".example/" + made_up_word(cell.dice) + '/' + digits(4, cell.dice);
}
std::string domain(const Cell& cell) {
  return made_up_word(cell.dice) + std::string(pick_part(".example|.test|.invalid", cell.dice));
}
std::string uuid(const Cell& cell) {
  Dice& d = cell.dice;
  return fmt::format("{}-{}-4{}-a{}-{}", hexadecimal(8, d), hexadecimal(4, d), hexadecimal(3, d), hexadecimal(3, d),
                     hexadecimal(12, d));
}
std::string agent(const Cell& cell) {
  return fmt::format("Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 Safari/537.36",
                     pick_part("Windows NT 10.0; Win64; x64|X11; Linux x86_64|Linux; Android 13; SM-A525F", cell.dice),
                     90 + cell.dice.below(35));
}
std::string device(const Cell& cell) {
  return std::string(
      pick_part("Samsung Galaxy A52|iPhone 12|Redmi Note 10|OPPO A54|vivo Y21|Pixel 6|SM-G991B", cell.dice));
}
std::string zone(const Cell& cell) {
  return std::string(pick_part("Asia/Jakarta|Europe/Berlin|America/New_York|Asia/Makassar|UTC", cell.dice));
}

constexpr NamedWriter kWriters[] = {{"user_name", user_name},
                                    {"password", password},
                                    {"password_hash", password_hash},
                                    {"salt", salt},
                                    {"token", token},
                                    {"pin", pin},
                                    {"role", role},
                                    {"account_status", account_status},
                                    {"member_status", member_status},
                                    {"record_status", record_status},
                                    {"created", moment},
                                    {"updated", later_moment},
                                    {"last_login", later_moment},
                                    {"log_moment", log_moment},
                                    {"start_day", start_day},
                                    {"end_day", end_day},
                                    {"event_day", event_day},
                                    {"author", staff},
                                    {"editor", staff},
                                    {"ip", ip},
                                    {"mac", mac},
                                    {"url", url},
                                    {"domain", domain},
                                    {"uuid", uuid},
                                    {"agent", agent},
                                    {"device", device},
                                    {"zone", zone}};

}  // namespace

std::span<const NamedWriter> system_writers() { return kWriters; }

}  // namespace sidik::bench
