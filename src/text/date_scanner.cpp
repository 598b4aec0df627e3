#include "text/date_scanner.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace sidik::text {
namespace {

struct Zone {
  std::string_view name;
  std::int32_t offset_minutes;
};
constexpr std::array kZones{
    Zone{"z", 0},      Zone{"utc", 0},    Zone{"gmt", 0},    Zone{"wib", 420},  Zone{"wita", 480}, Zone{"wit", 540},
    Zone{"cet", 60},   Zone{"cest", 120}, Zone{"est", -300}, Zone{"edt", -240}, Zone{"cst", -360}, Zone{"cdt", -300},
    Zone{"mst", -420}, Zone{"mdt", -360}, Zone{"pst", -480}, Zone{"pdt", -420}, Zone{"bst", 60},   Zone{"ict", 420}};

/// Weekdays whole and short, without diacritics: English, Indonesian, German, French, Spanish, Italian, Portuguese,
/// Dutch.
constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday",     "tuesday", "wednesday", "thursday",  "friday",  "saturday",  "sunday",   "mon",       "tue",
     "tues",       "wed",     "thu",       "thur",      "thurs",   "fri",       "sat",      "sun",       "senin",
     "selasa",     "rabu",    "kamis",     "jumat",     "jum'at",  "sabtu",     "minggu",   "ahad",      "sen",
     "sel",        "rab",     "kam",       "jum",       "sab",     "min",       "montag",   "dienstag",  "mittwoch",
     "donnerstag", "freitag", "samstag",   "sonnabend", "sonntag", "lundi",     "mardi",    "mercredi",  "jeudi",
     "vendredi",   "samedi",  "dimanche",  "lunes",     "martes",  "miercoles", "jueves",   "viernes",   "sabado",
     "domingo",    "lunedi",  "martedi",   "mercoledi", "giovedi", "venerdi",   "sabato",   "domenica",  "segunda",
     "terca",      "quarta",  "quinta",    "sexta",     "maandag", "dinsdag",   "woensdag", "donderdag", "vrijdag",
     "zaterdag",   "zondag",  "mo",        "di",        "mi",      "do",        "fr",       "sa",        "so",
     "ma",         "wo",      "vr"});

/// Words that stand beside the numbers of a date and change nothing.
constexpr auto kParticles =
    std::to_array<std::string_view>({"st", "nd", "rd", "th",  "of", "the", "de",  "del", "le",    "el",     "er",
                                     "re", "at", "um", "uhr", "am", "den", "tgl", "jam", "pukul", "tanggal"});

/// The signs for year, month and day in Chinese, Japanese and Korean.
constexpr auto kDateSigns = std::to_array<std::string_view>({"年", "月", "日", "년", "월", "일"});

template <class Table>
bool contains(const Table& table, std::string_view word) {
  return std::ranges::find(table, word) != table.end();
}

const Zone* zone_named(std::string_view folded) {
  const auto found = std::ranges::find(kZones, folded, &Zone::name);
  return found == kZones.end() ? nullptr : &*found;
}

constexpr bool is_word_byte(char c) { return is_letter(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80; }

std::string_view word_at(std::string_view field, std::size_t at) {
  std::size_t end = at;
  while (end < field.size() && is_word_byte(field[end])) ++end;
  return field.substr(at, end - at);
}

void skip_blanks(std::string_view field, std::size_t& at) {
  while (at < field.size() && is_blank(field[at])) ++at;
}

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

std::int32_t second_of_day(const Clock& clock) {
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 60) return -1;
  return clock.hour * 3600 + clock.minute * 60 + clock.second;
}

/// Moves the hour by a written AM or PM. False when there is one that does not fit.
bool apply_half_of_day(std::string_view field, std::size_t& at, Clock& clock) {
  std::size_t look = at;
  skip_blanks(field, look);
  if (look >= field.size()) return true;
  const char letter = to_lower(field[look]);
  if (letter != 'a' && letter != 'p') return true;
  ++look;
  if (look < field.size() && field[look] == '.') ++look;
  if (look >= field.size() || to_lower(field[look]) != 'm') return true;
  ++look;
  if (look < field.size() && field[look] == '.') ++look;
  if (look < field.size() && is_letter(field[look])) return true;
  at = look;
  // Some programs write 13:05 PM; the hour says enough.
  if (clock.hour > 12) return letter == 'p';
  clock.hour = clock.hour % 12 + (letter == 'p' ? 12 : 0);
  return true;
}

/// Reads hh:mm[:ss[.fraction]] or hh.mm[.ss[.fraction]] with AM or PM and moves `at` past it; -1 when there is none.
std::int32_t read_clock(std::string_view field, std::size_t& at) {
  Clock clock;
  const Number hour = read_number(field, at);
  if (hour.digits == 6) {
    clock = {hour.value / 10000, hour.value / 100 % 100, hour.value % 100};
    return second_of_day(clock);
  }
  if (hour.digits == 0 || hour.digits > 2 || at >= field.size()) return -1;
  const char separator = field[at];
  if (separator != ':' && separator != '.') return -1;
  ++at;
  const Number minute = read_number(field, at);
  if (minute.digits != 2) return -1;
  clock = {hour.value, minute.value, 0};
  if (at < field.size() && field[at] == separator) {
    ++at;
    const Number second = read_number(field, at);
    if (second.digits == 0 || second.digits > 2) return -1;
    clock.second = second.value;
    if (at + 1 < field.size() && (field[at] == '.' || field[at] == ',' || field[at] == ':') &&
        is_digit(field[at + 1])) {
      ++at;
      (void)read_number(field, at);
    }
  }
  if (!apply_half_of_day(field, at, clock)) return -1;
  return second_of_day(clock);
}

/// Reads +07:00, +0700 or +07 and moves `at` past it.
bool read_offset(std::string_view field, std::size_t& at, std::int32_t& offset_minutes) {
  const std::int32_t sign = field[at] == '-' ? -1 : 1;
  ++at;
  const Number hours = read_number(field, at);
  std::int32_t minutes = 0;
  if (hours.digits == 4) {
    minutes = hours.value / 100 * 60 + hours.value % 100;
  } else if (hours.digits == 1 || hours.digits == 2) {
    minutes = hours.value * 60;
    if (at < field.size() && field[at] == ':') {
      ++at;
      const Number rest = read_number(field, at);
      if (rest.digits != 2) return false;
      minutes += rest.value;
    }
  } else {
    return false;
  }
  if (minutes > 14 * 60) return false;
  offset_minutes = sign * minutes;
  return true;
}

/// A zone that may stand at `at`; moves past it. False when what stands there is no zone.
bool read_zone(std::string_view field, std::size_t& at, std::int32_t& offset_minutes) {
  skip_blanks(field, at);
  if (at >= field.size()) return true;
  if (is_letter(field[at])) {
    const std::string_view word = word_at(field, at);
    const Zone* zone = zone_named(fold(word));
    if (zone == nullptr) return false;
    offset_minutes = zone->offset_minutes;
    at += word.size();
  }
  if (at < field.size() && (field[at] == '+' || field[at] == '-')) {
    if (!read_offset(field, at, offset_minutes)) return false;
  }
  skip_blanks(field, at);
  if (at < field.size() && field[at] == '(' && field.back() == ')') at = field.size();
  return true;
}

/// Walks once through a date and sorts its tokens.
class Scanner {
 public:
  Scanner(std::string_view field, const MonthNames& months) : field_(field), months_(months) {}

  std::optional<ScannedDate> scan() {
    while (at_ < field_.size()) {
      const char c = field_[at_];
      const bool is_fine = is_digit(c) ? take_number() : (is_word_byte(c) ? take_word() : take_mark(c));
      if (!is_fine) return std::nullopt;
    }
    return out_;
  }

 private:
  bool take_number() {
    std::size_t end = at_;
    const Number number = read_number(field_, end);
    // A number before a colon is an hour; the last dots of a date are none.
    const bool is_clock = end < field_.size() && number.digits <= 2 && out_.time.second_of_day < 0 &&
                          (field_[end] == ':' || (field_[end] == '.' && is_date_whole()));
    if (is_clock) {
      out_.time.second_of_day = read_clock(field_, at_);
      return out_.time.second_of_day >= 0 && (at_ >= field_.size() || take_zone());
    }
    if (out_.number_count == 3 || number.digits > 4) return false;
    if (out_.number_count > 0) out_.marks[static_cast<std::size_t>(out_.number_count - 1)] = mark_;
    mark_ = ' ';
    out_.numbers[static_cast<std::size_t>(out_.number_count++)] = number;
    at_ = end;
    return true;
  }

  [[nodiscard]] bool is_date_whole() const { return out_.number_count + (out_.month != 0 ? 1 : 0) == 3; }

  /// The zone after a clock. The year may follow it, as ctime writes.
  bool take_zone() {
    std::size_t look = at_;
    skip_blanks(field_, look);
    if (look < field_.size() && is_digit(field_[look])) return true;
    if (look < field_.size() &&
        (field_[look] == '+' || field_[look] == '-' || is_letter(field_[look]) || field_[look] == '(')) {
      at_ = look;
      return read_zone(field_, at_, out_.time.offset_minutes) || take_word();
    }
    return true;
  }

  bool take_word() {
    for (const std::string_view sign : kDateSigns) {
      if (!field_.substr(at_).starts_with(sign)) continue;
      at_ += sign.size();
      mark_ = kDateSign;
      return out_.number_count > 0;
    }
    std::string_view written = word_at(field_, at_);
    at_ += written.size();
    while (!written.empty() && written.front() == '\'') written.remove_prefix(1);
    if (written.empty()) return true;
    // The T between an ISO date and its time.
    if (is_date_whole() && (written == "T" || written == "t")) return at_ < field_.size() && is_digit(field_[at_]);
    return take_month(written) || is_known(fold_plain(written));
  }

  bool take_month(std::string_view written) {
    auto found = months_.find(fold(written));
    if (found == months_.end()) found = months_.find(fold_plain(written));
    if (found == months_.end()) return false;
    if (out_.month != 0 || out_.number_count > 1) return false;
    out_.month = found->second;
    out_.is_month_first = out_.number_count == 0;
    return true;
  }

  [[nodiscard]] bool is_known(const std::string& word) const {
    const bool is_weekday = contains(kWeekdays, word) && out_.number_count == 0;
    return is_weekday || contains(kParticles, word);
  }

  bool take_mark(char c) {
    ++at_;
    if (c == '(' || c == ')') return out_.number_count == 0 || is_date_whole();
    if (c == ':') return is_date_whole();
    if (is_blank(c)) return true;
    mark_ = c;
    return c == '-' || c == '/' || c == '.' || c == ',';
  }

  std::string_view field_;
  const MonthNames& months_;
  std::size_t at_ = 0;
  char mark_ = ' ';
  ScannedDate out_;
};

}  // namespace

bool read_zone_to_end(std::string_view rest, DateTime& into) {
  std::size_t at = 0;
  return read_zone(rest, at, into.offset_minutes) && at == rest.size();
}

bool read_time_to_end(std::string_view rest, DateTime& into) {
  if (rest.empty()) return true;
  std::size_t at = 0;
  if (rest[0] == ',' || rest[0] == 'T' || rest[0] == 't' || rest[0] == ':') {
    ++at;
  } else if (!is_blank(rest[0])) {
    return false;
  }
  skip_blanks(rest, at);
  into.second_of_day = read_clock(rest, at);
  return into.second_of_day >= 0 && read_zone_to_end(rest.substr(at), into);
}

std::optional<ScannedDate> scan_date(std::string_view field, const MonthNames& months) {
  return Scanner(field, months).scan();
}

}  // namespace sidik::text
