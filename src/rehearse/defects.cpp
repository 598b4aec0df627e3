#include "rehearse/defects.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

struct DefectFact {
  std::string_view name;
  std::uint32_t low;        ///< per million of rows
  std::uint32_t doublings;  ///< the rate is at most `low` doubled so often
};
constexpr std::array<DefectFact, kDefects> kFacts = {{
    {"stray_quote", 60, 6},
    {"nickname_in_quotes", 30, 5},
    {"delimiter_in_field", 200, 6},
    {"line_end_in_field", 15, 5},
    {"padded", 400, 7},
    {"nul_byte", 2, 5},
    {"invalid_byte", 10, 6},
    {"other_letters", 40, 5},
    {"mojibake", 10, 5},
    {"zeros_lost", 100, 8},
    {"scientific_id", 50, 8},
    {"rounded_id", 50, 8},
    {"id_slip", 300, 5},
    {"text_marker", 30, 6},
    {"columns_swapped", 40, 5},
    {"shifted_fields", 20, 6},
    {"wrong_century", 100, 6},
    {"date_style", 200, 8},
    {"day_month_swapped", 80, 6},
    {"phone_style", 600, 8},
    {"null_word", 200, 8},
    {"lower_case", 200, 7},
    {"truncated_field", 100, 6},
    {"zero_date", 40, 6},
    {"other_quoting", 0, 0},
    {"other_line_end", 0, 0},
}};

/// Everything that one act of damage needs.
struct Workshop {
  Record& record;
  const DamageTarget& target;
  const Census& census;
  RandomStream& stream;

  /// A word column with something in it, or nothing.
  std::string* words(std::size_t least = 4) {
    static constexpr Column kWords[] = {nama, nama, nama, tmplhr, nmcetak};
    std::string& field = record[stream.pick(kWords)];
    return field.size() >= least && text::is_letter(field.front()) && text::is_letter(field.back()) ? &field : nullptr;
  }
  /// A place inside a word with two letters on both sides; 0 when the drawn place is none.
  std::size_t place_inside(const std::string& field) {
    if (field.size() < 5) return 0;
    const std::size_t at = stream.between(2, field.size() - 3);
    for (std::size_t i = at - 2; i <= at + 2; ++i) {
      if (!text::is_letter(field[i])) return 0;
    }
    return at;
  }
  /// A column with a whole national id that may be damaged.
  std::string* loose_id() {
    if (has_text_marker()) return nullptr;
    const Column first = stream.percent(50) ? nik : noktp;
    for (const Column column : {first, first == nik ? noktp : nik}) {
      if (target.kept_id != column && record[column].size() == 16 && is_digits(record[column])) return &record[column];
    }
    return nullptr;
  }
  /// Then the clean copy beside it stays as it is.
  [[nodiscard]] bool has_text_marker() const {
    return record[nik].starts_with('\'') || record[noktp].starts_with('\'');
  }
  static bool is_digits(const std::string& field) { return std::all_of(field.begin(), field.end(), text::is_digit); }
  /// Takes `changed` for `field` unless that is somebody else's number.
  bool take_id(std::string& field, const std::string& changed) const {
    std::uint64_t number = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), number);
    if (changed == field || census.knows(number)) return false;
    field = changed;
    return true;
  }
  std::string* birth_day() { return target.person != nullptr && !record[tgllhr].empty() ? &record[tgllhr] : nullptr; }
};

bool stray_quote(Workshop& shop) {
  std::string* field = shop.words();
  if (field == nullptr) return false;
  const std::size_t count = shop.stream.percent(60) ? 1 : 2;
  for (std::size_t i = 0; i < count; ++i) field->insert(shop.stream.between(1, field->size()), 1, '"');
  return true;
}

bool nickname_in_quotes(Workshop& shop) {
  std::string& field = shop.record[nama];
  const std::size_t blank = field.find(' ');
  if (blank == std::string::npos || blank < 3) return false;
  field.insert(blank, " \"" + field.substr(1, 2) + "I\"");
  shop.record.wants_quotes |= 1U << nama;
  return true;
}

bool delimiter_in_field(Workshop& shop) {
  static constexpr std::string_view kDegrees[] = {" S.PD", " SE", " AMD", " S.KOM", " SH"};
  std::string* field = shop.words();
  if (field == nullptr) return false;
  *field += shop.target.delimiter;
  *field += shop.stream.pick(kDegrees);
  return true;
}

bool line_end_in_field(Workshop& shop) {
  std::string* field = shop.words();
  if (field == nullptr) return false;
  const std::size_t blank = field->find(' ');
  if (blank == std::string::npos)
    field->insert(shop.stream.between(1, field->size() - 1), 1, '\n');
  else
    (*field)[blank] = '\n';
  return true;
}

bool padded(Workshop& shop) {
  static constexpr Column kPadded[] = {nama, nama, tmplhr, email, kdkantor, nmcetak};
  std::string& field = shop.record[shop.stream.pick(kPadded)];
  if (field.empty() || field.front() == '"') return false;
  if (shop.stream.percent(70))
    field.append(shop.stream.between(1, 6), ' ');
  else
    field.insert(0, shop.stream.between(1, 2), ' ');
  return true;
}

bool insert_inside(Workshop& shop, std::string_view bytes) {
  std::string* field = shop.words(6);
  if (field == nullptr) return false;
  const std::size_t at = shop.place_inside(*field);
  if (at == 0) return false;
  field->insert(at, bytes);
  return true;
}

bool invalid_byte(Workshop& shop) {
  // Latin-1 letters, a lone continuation byte, a byte that no encoding of Unicode has.
  static constexpr std::string_view kBytes[] = {"\xe9", "\xe8", "\xc9", "\xf6", "\x92", "\xff"};
  return insert_inside(shop, shop.stream.pick(kBytes));
}

bool other_letters(Workshop& shop) {
  static constexpr std::string_view kLetters[] = {"\xc3\xa9", "\xc3\x89", "\xe2\x80\x99", "\xc4\x87", "\xc3\xb6"};
  return insert_inside(shop, shop.stream.pick(kLetters));
}

bool mojibake(Workshop& shop) {
  static constexpr std::string_view kSequences[] = {"\xc3\x83\xc2\xa9", "\xc3\xa2\xe2\x82\xac\xe2\x84\xa2",
                                                    "\xef\xbf\xbd"};
  return insert_inside(shop, shop.stream.pick(kSequences));
}

bool zeros_lost(Workshop& shop) {
  // A spreadsheet takes the whole row for numbers.
  bool changed = false;
  for (const Column column : {psnoka, psnokalama, noka, nohp, npwp, kdkantor}) {
    std::string& field = shop.record[column];
    const std::size_t first = field.find_first_not_of('0');
    if (first == 0 || first == std::string::npos || !Workshop::is_digits(field)) continue;
    field.erase(0, first);
    changed = true;
  }
  return changed;
}

bool scientific_id(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr || field->front() == '0') return false;
  const std::size_t digits = shop.stream.pick(std::array<std::size_t, 3>{2, 5, 5});
  *field = field->substr(0, 1) + '.' + field->substr(1, digits) + "E+15";
  return true;
}

bool rounded_id(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr) return false;
  // Fifteen significant digits.
  return shop.take_id(*field, field->substr(0, 15) + '0');
}

bool id_slip(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr) return false;
  std::string changed = *field;
  const std::size_t at = shop.stream.below(15);
  switch (shop.stream.below(4)) {
    case 0:
      std::swap(changed[at], changed[at + 1]);
      break;
    case 1:
      changed.erase(at, 1);
      break;
    case 2:
      changed.insert(at, 1, changed[at]);
      break;
    default:
      changed[at] = static_cast<char>('0' + static_cast<int>(shop.stream.below(10)));
      break;
  }
  return shop.take_id(*field, changed);
}

bool text_marker(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr || shop.record[nik] != shop.record[noktp]) return false;
  field->insert(0, 1, '\'');
  return true;
}

bool columns_swapped(Workshop& shop) {
  static constexpr std::pair<Column, Column> kPairs[] = {{nama, tmplhr},   {tmplhr, tgllhr}, {nohp, npwp},
                                                         {nmcetak, email}, {nohp, nik},      {tmt, tat}};
  const auto& pair = shop.stream.pick(kPairs);
  if (pair.second == nik && (shop.target.kept_id == nik || shop.has_text_marker())) return false;
  std::string& left = shop.record[pair.first];
  std::string& right = shop.record[pair.second];
  if (left == right) return false;
  left.swap(right);
  const std::uint32_t quotes = shop.record.wants_quotes;
  shop.record.wants_quotes = quotes & ~(1U << pair.first) & ~(1U << pair.second);
  return true;
}

bool shifted_fields(Workshop& shop) {
  // Behind the numbers of the person: an additional empty field came in and the last one fell off.
  for (std::size_t column = kColumns - 1; column > tmt; --column) shop.record[column].swap(shop.record[column - 1]);
  shop.record[tmt].clear();
  return true;
}

bool rewrite_birth(Workshop& shop, text::Date date, DateStyle style) {
  std::string* field = shop.birth_day();
  if (field == nullptr) return false;
  std::string changed;
  append_date(changed, date, style);
  if (changed == *field) return false;
  *field = changed;
  return true;
}

bool wrong_century(Workshop& shop) {
  if (shop.target.person == nullptr) return false;
  text::Date date = shop.target.person->identity.birth;
  date.year = static_cast<std::int16_t>(date.year + (date.year < 2000 ? 100 : -100));
  if (date.month == 2 && date.day == 29) date.day = 28;
  return rewrite_birth(shop, date, shop.target.dates);
}

bool other_date_style(Workshop& shop) {
  if (shop.target.person == nullptr) return false;
  static constexpr DateStyle kStyles[] = {DateStyle::iso,      DateStyle::day_dash,    DateStyle::day_slash,
                                          DateStyle::day_dot,  DateStyle::compact,     DateStyle::oracle,
                                          DateStyle::in_words, DateStyle::iso_midnight};
  return rewrite_birth(shop, shop.target.person->identity.birth, shop.stream.pick(kStyles));
}

bool day_month_swapped(Workshop& shop) {
  if (shop.target.person == nullptr || shop.target.person->identity.birth.day > 12) return false;
  text::Date date = shop.target.person->identity.birth;
  std::swap(date.day, date.month);
  return text::is_real_date(date.year, date.month, date.day) && rewrite_birth(shop, date, shop.target.dates);
}

bool zero_date(Workshop& shop) {
  static constexpr std::string_view kNothings[] = {"0000-00-00", "1900-01-01", "00/00/0000", "0"};
  std::string* field = shop.birth_day();
  if (field == nullptr) return false;
  *field = shop.stream.pick(kNothings);
  return true;
}

bool phone_style(Workshop& shop) {
  std::string& field = shop.record[nohp];
  if (field.size() < 9 || !Workshop::is_digits(field)) return false;
  const std::string national = field.substr(field.starts_with("62") ? 2 : field.front() == '0' ? 1 : 0);
  const std::string tail = national.substr(3, 4) + '-' + national.substr(7);
  switch (shop.stream.below(6)) {
    case 0:
      field = "+62" + national;
      break;
    case 1:
      field = "62" + national;
      break;
    case 2:
      field = "0" + national.substr(0, 3) + '-' + tail;
      break;
    case 3:
      field = "+62 " + national.substr(0, 3) + '-' + tail;
      break;
    case 4:
      field = "(0" + national.substr(0, 3) + ") " + national.substr(3);
      break;
    default:
      field = "0" + national + "/021" + national.substr(2, 6);
      break;
  }
  return true;
}

bool null_word(Workshop& shop) {
  static constexpr std::string_view kNulls[] = {"NULL", "-", "N/A", "null", "0", "TIDAK ADA", "\\N"};
  static constexpr Column kGaps[] = {psnokalama, psnokalama2, email, npwp, nohp, kdgoldarah, tsstatus, daftar, nmcetak};
  const std::string_view word = shop.stream.pick(kNulls);
  bool changed = false;
  for (std::size_t i = 0; i < 3; ++i) {
    std::string& field = shop.record[shop.stream.pick(kGaps)];
    if (!field.empty()) continue;
    field = word;
    changed = true;
  }
  return changed;
}

bool lower_case(Workshop& shop) {
  bool changed = false;
  bool starts_word = shop.stream.percent(60);
  const bool keeps_capitals = starts_word;
  for (char& c : shop.record[nama]) {
    const char lower = starts_word && keeps_capitals ? c : text::to_lower(c);
    starts_word = c == ' ';
    changed = changed || lower != c;
    c = lower;
  }
  return changed;
}

bool truncated_field(Workshop& shop) {
  std::string& field = shop.record[nama];
  const std::size_t room = shop.stream.pick(std::array<std::size_t, 3>{10, 15, 20});
  // Bytes beyond ASCII and quotes are left whole.
  if (field.size() <= room || field.find('"') != std::string::npos) return false;
  if (std::any_of(field.begin(), field.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return false;
  field.resize(room);
  return true;
}

bool strike(Defect defect, Workshop& shop) {
  switch (defect) {
    case Defect::stray_quote:
      return stray_quote(shop);
    case Defect::nickname_in_quotes:
      return nickname_in_quotes(shop);
    case Defect::delimiter_in_field:
      return delimiter_in_field(shop);
    case Defect::line_end_in_field:
      return line_end_in_field(shop);
    case Defect::padded:
      return padded(shop);
    case Defect::nul_byte:
      return insert_inside(shop, std::string_view("\0", 1));
    case Defect::invalid_byte:
      return invalid_byte(shop);
    case Defect::other_letters:
      return other_letters(shop);
    case Defect::mojibake:
      return mojibake(shop);
    case Defect::zeros_lost:
      return zeros_lost(shop);
    case Defect::scientific_id:
      return scientific_id(shop);
    case Defect::rounded_id:
      return rounded_id(shop);
    case Defect::id_slip:
      return id_slip(shop);
    case Defect::text_marker:
      return text_marker(shop);
    case Defect::columns_swapped:
      return columns_swapped(shop);
    case Defect::shifted_fields:
      return shifted_fields(shop);
    case Defect::wrong_century:
      return wrong_century(shop);
    case Defect::date_style:
      return other_date_style(shop);
    case Defect::day_month_swapped:
      return day_month_swapped(shop);
    case Defect::phone_style:
      return phone_style(shop);
    case Defect::null_word:
      return null_word(shop);
    case Defect::lower_case:
      return lower_case(shop);
    case Defect::truncated_field:
      return truncated_field(shop);
    case Defect::zero_date:
      return zero_date(shop);
    case Defect::other_quoting:
    case Defect::other_line_end:
      return false;
  }
  return false;
}

/// The order of damage: what the system itself did first, then the hands and programs that passed it on, swaps and
/// shifts last.
constexpr Defect kOrder[] = {Defect::lower_case,
                             Defect::truncated_field,
                             Defect::null_word,
                             Defect::zero_date,
                             Defect::wrong_century,
                             Defect::day_month_swapped,
                             Defect::date_style,
                             Defect::phone_style,
                             Defect::id_slip,
                             Defect::text_marker,
                             Defect::other_letters,
                             Defect::mojibake,
                             Defect::invalid_byte,
                             Defect::nul_byte,
                             Defect::line_end_in_field,
                             Defect::delimiter_in_field,
                             Defect::stray_quote,
                             Defect::nickname_in_quotes,
                             Defect::padded,
                             Defect::zeros_lost,
                             Defect::scientific_id,
                             Defect::rounded_id,
                             Defect::columns_swapped,
                             Defect::shifted_fields};
static_assert(std::size(kOrder) == kContentDefects);

}  // namespace

std::string_view defect_name(Defect defect) { return kFacts[static_cast<std::size_t>(defect)].name; }

DefectRates draw_defect_rates(std::uint64_t seed, std::uint64_t origin_number, std::uint32_t mess_percent) {
  RandomStream stream(seed, Purpose::defect_rates, origin_number);
  DefectRates out;
  for (std::size_t i = 0; i < kContentDefects; ++i) {
    const std::uint64_t doubled = std::uint64_t{kFacts[i].low} << stream.below(kFacts[i].doublings);
    const std::uint64_t rate = doubled + stream.below(doubled);
    const bool has_it = stream.percent(72);
    out.per_million[i] =
        has_it ? static_cast<std::uint32_t>(std::min<std::uint64_t>(rate * mess_percent / 100, 500000)) : 0;
  }
  return out;
}

DefectSet damage(Record& record, const DamageTarget& target, const DefectRates& rates, const Census& census,
                 RandomStream& stream) {
  Workshop shop{record, target, census, stream};
  DefectSet done = 0;
  for (const Defect defect : kOrder) {
    if (stream.per_million(rates.per_million[static_cast<std::size_t>(defect)]) && strike(defect, shop))
      done |= bit(defect);
  }
  return done;
}

}  // namespace sidik::rehearse
