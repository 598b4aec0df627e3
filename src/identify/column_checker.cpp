#include "identify/column_checker.hpp"

#include <algorithm>
#include <charconv>

#include "identify/quick_trim.hpp"
#include "identify/shapes.hpp"
#include "pack/phone_plan.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr std::string_view kDateMeanings[] = {"birth.date",     "date.start",     "date.end",          "date.event",
                                              "date.status",    "date.death",     "date.marriage",     "date.divorce",
                                              "record.created", "record.updated", "account.last_login"};

int two(std::string_view field, std::size_t at) { return (field[at] - '0') * 10 + (field[at + 1] - '0'); }
bool are_digits(std::string_view field, std::size_t at, std::size_t count) {
  for (std::size_t i = at; i < at + count; ++i) {
    if (!text::is_digit(field[i])) return false;
  }
  return true;
}

/// yyyy-mm-dd with or without hh:mm:ss, the writing of most databases, without the general reader's cost.
bool read_plain_date(std::string_view field, text::DateTime& out) {
  if (field.size() != 10 && field.size() != 19) return false;
  if (!are_digits(field, 0, 4) || field[4] != '-' || !are_digits(field, 5, 2) || field[7] != '-' ||
      !are_digits(field, 8, 2))
    return false;
  const int year = two(field, 0) * 100 + two(field, 2);
  if (!text::is_real_date(year, two(field, 5), two(field, 8))) return false;
  out = {};
  out.date = {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(two(field, 5)),
              static_cast<std::uint8_t>(two(field, 8))};
  if (field.size() == 10) return true;
  if ((field[10] != ' ' && field[10] != 'T') || field[13] != ':' || field[16] != ':') return false;
  if (!are_digits(field, 11, 2) || !are_digits(field, 14, 2) || !are_digits(field, 17, 2)) return false;
  if (two(field, 11) > 23 || two(field, 14) > 59 || two(field, 17) > 60) return false;
  out.second_of_day = two(field, 11) * 3600 + two(field, 14) * 60 + two(field, 17);
  return true;
}

/// Why a field is no date that exists: all zeros, the form of a date, or neither.
const char* date_fault(std::string_view field) {
  std::size_t digits = 0;
  std::size_t zeros = 0;
  std::size_t letters = 0;
  for (const char c : field) {
    digits += text::is_digit(c) ? 1 : 0;
    zeros += c == '0' ? 1 : 0;
    letters += text::is_letter(c) ? 1 : 0;
  }
  if (digits > 0 && digits == zeros && letters == 0) return "zero_date";
  return digits >= 5 && digits <= 17 && letters <= 4 ? "impossible_date" : "not_a_date";
}

}  // namespace

std::uint64_t word_hash(std::string_view field) {
  field = quick_trim(field);
  while (!field.empty() && field.back() == '.') field.remove_suffix(1);
  std::uint64_t hash = 1469598103934665603ULL;
  bool blank = false;
  for (const char c : field) {
    if (text::is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank) hash = (hash ^ ' ') * 1099511628211ULL;
    blank = false;
    hash = (hash ^ static_cast<unsigned char>(text::to_lower(c))) * 1099511628211ULL;
  }
  return hash;
}

std::string default_country(const pack::Pack& pack) {
  for (auto name = pack.names.rbegin(); name != pack.names.rend(); ++name) {
    if (name->size() == 2) return {text::to_upper((*name)[0]), text::to_upper((*name)[1])};
  }
  return {};
}

bool is_loose_phone(std::string_view field) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    if (text::is_digit(c))
      ++digits;
    else if (c == '+' ? i != 0 : (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' && c != '/'))
      return false;
  }
  return digits >= 6 && digits <= 15;
}

bool is_date_meaning(std::string_view meaning) {
  return std::ranges::find(kDateMeanings, meaning) != std::end(kDateMeanings);
}

bool is_card_expiry(std::string_view field) {
  std::size_t mark = field.find_first_of("/-. ");
  if (mark == std::string_view::npos)
    return field.size() == 4 && are_digits(field, 0, 4) && two(field, 0) >= 1 && two(field, 0) <= 12;
  int left = 0;
  int right = 0;
  const auto read = [](std::string_view part, int& out) {
    const auto [stop, error] = std::from_chars(part.begin(), part.end(), out);
    return error == std::errc() && stop == part.end();
  };
  if (!read(field.substr(0, mark), left) || !read(field.substr(mark + 1), right)) return false;
  if (left > 1990) std::swap(left, right);
  return left >= 1 && left <= 12 && ((right >= 0 && right < 100) || (right > 1990 && right < 2100));
}

ColumnChecker::ColumnChecker(const ColumnMeaning& meaning, const pack::Pack& pack, const AreaTable& areas,
                             int reference_year)
    : pack_(&pack),
      areas_(&areas),
      order_(meaning.date_order),
      pivot_(reference_year),
      country_(default_country(pack)),
      counts_unchecked_(!meaning.meaning.starts_with("id.national")) {
  if (const pack::Identifier* found = pack.identifier(meaning.identifier); found != nullptr) {
    identifier_ = std::make_unique<IdentifierChecker>(*found, areas);
    kind_ = Kind::identifier;
    return;
  }
  choose(meaning);
  if (kind_ != Kind::date) return;
  const bool open_ended = meaning.meaning == "date.end";
  latest_year_ =
      static_cast<std::int16_t>(open_ended ? 9999 : reference_year + (meaning.meaning == "birth.date" ? 0 : 2));
  // A two-digit year of a birth lies behind us; other days may lie some years ahead.
  if (meaning.meaning != "birth.date" && meaning.meaning != "date.death") pivot_ += open_ended ? 50 : 10;
}

void ColumnChecker::choose(const ColumnMeaning& meaning) {
  struct Choice {
    std::string_view meaning;
    Kind kind;
  };
  static constexpr Choice kChoices[] = {{"contact.email", Kind::email},
                                        {"network.ip", Kind::ip},
                                        {"network.mac", Kind::mac},
                                        {"network.url", Kind::url},
                                        {"network.domain", Kind::domain},
                                        {"id.uuid", Kind::uuid},
                                        {"credential.hash", Kind::hash},
                                        {"person.age", Kind::age},
                                        {"geo.latitude", Kind::latitude},
                                        {"geo.longitude", Kind::longitude},
                                        {"payment.card_security_code", Kind::security_code},
                                        {"payment.card_expiry", Kind::card_expiry},
                                        {"birth.place", Kind::place}};
  if (is_date_meaning(meaning.meaning)) kind_ = Kind::date;
  if (meaning.meaning == "contact.phone" || meaning.meaning == "contact.fax") {
    kind_ = meaning.identifier == "e164" ? Kind::e164 : Kind::loose_phone;
  }
  for (const Choice& choice : kChoices) {
    if (choice.meaning == meaning.meaning) kind_ = choice.kind;
  }
  if (kind_ != Kind::none || meaning.identifier.empty()) return;
  for (const pack::Vocabulary& vocabulary : pack_->vocabularies) {
    if (vocabulary.name == meaning.identifier) choose_vocabulary(vocabulary);
  }
}

void ColumnChecker::choose_vocabulary(const pack::Vocabulary& vocabulary) {
  kind_ = Kind::vocabulary;
  vocabulary_ = &vocabulary;
  for (std::size_t i = 0; i < vocabulary.entries.size(); ++i) {
    const auto& entry = vocabulary.entries[i];
    entries_.emplace(word_hash(entry.canonical), static_cast<std::int32_t>(i));
    for (const std::string& word : entry.words) entries_.emplace(word_hash(word), static_cast<std::int32_t>(i));
    for (const std::string& code : entry.codes) entries_.emplace(word_hash(code), static_cast<std::int32_t>(i));
  }
}

FieldCheck ColumnChecker::check_date(std::string_view field, ParsedField& parsed) const {
  text::DateTime read;
  const char* noticed = nullptr;
  if (!read_plain_date(field, read)) {
    auto slow = text::parse_date(field, order_, pack_->months, pivot_);
    if (!slow) {
      // A merged dump writes some rows in another order: what is a date there is no fault of the value.
      const bool is_month_first = order_ == text::DateOrder::month_day_year;
      const auto other = is_month_first ? text::DateOrder::day_month_year : text::DateOrder::month_day_year;
      slow = text::parse_date(field, other, pack_->months, pivot_);
      noticed = "other_date_order";
    }
    if (!slow) return {false, date_fault(field)};
    read = *slow;
  }
  if (read.date.year > latest_year_) return {false, "future_date"};
  if (read.date.year < 1800) return {false, "impossible_date"};
  parsed.date = read.date;
  parsed.has_time = read.second_of_day >= 0;
  parsed.seconds = std::int64_t{text::day_number(read.date)} * 86400 + std::max(read.second_of_day, 0);
  return {true, noticed};
}

FieldCheck ColumnChecker::check_phone(std::string_view field) const {
  if (pack::read_phone(field, country_, *pack_)) return {};
  const pack::PhonePlan* plan = pack::phone_plan_of(country_, *pack_);
  const std::string_view trunk = plan == nullptr ? std::string_view{} : plan->trunk_prefix;
  const bool claims_plan = field.starts_with('+') || (!trunk.empty() && field.starts_with(trunk));
  // How people of other countries write their numbers at home is not known here, so such a number is no fault.
  if (!claims_plan && is_loose_phone(field) && std::ranges::count_if(field, text::is_digit) >= 7)
    return {true, "other_country_phone"};
  return {false, "not_phone"};
}

FieldCheck ColumnChecker::check_vocabulary(std::string_view field, ParsedField& parsed) const {
  const auto found = entries_.find(word_hash(field));
  if (found == entries_.end()) return {false, "not_in_list"};
  parsed.entry = found->second;
  return {};
}

FieldCheck ColumnChecker::check_number(std::string_view field, double low, double high) const {
  double value = 0;
  if (field.starts_with('+')) field.remove_prefix(1);
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size()) return {false, "not_a_number"};
  return value >= low && value <= high ? FieldCheck{} : FieldCheck{false, "out_of_range"};
}

FieldCheck ColumnChecker::check(std::string_view field, ParsedField& parsed) const {
  const auto given = [](bool valid, const char* fault) { return valid ? FieldCheck{} : FieldCheck{false, fault}; };
  FieldCheck result;
  field = quick_trim(field);
  switch (kind_) {
    case Kind::none:
      break;
    case Kind::identifier:
      result = identifier_->check(field, parsed.compact);
      parsed.has_canonical =
          result.valid || (result.fault != nullptr && result.fault == std::string_view("zeros_lost"));
      break;
    case Kind::place:
      parsed.area_name = areas_->area_name(field);
      break;
    case Kind::email:
      result = given(email_form(field) != EmailForm::none, "not_email");
      break;
    case Kind::e164:
      result = check_phone(field);
      break;
    case Kind::loose_phone:
      result = given(is_loose_phone(field) || pack::read_phone(field, country_, *pack_).has_value(), "not_phone");
      break;
    case Kind::date:
      result = check_date(field, parsed);
      break;
    case Kind::ip:
      result = given(is_ipv4(field) || is_ipv6(field), "not_ip");
      break;
    case Kind::mac:
      result = given(is_mac(field), "not_mac");
      break;
    case Kind::url:
      result = given(is_url(field) || is_domain(field.substr(0, field.find('/'))), "not_url");
      break;
    case Kind::domain:
      result = given(is_domain(field), "not_domain");
      break;
    case Kind::uuid:
      result = given(is_uuid(field), "not_uuid");
      break;
    case Kind::hash:
      result = given(password_hash_kind(field) != nullptr, "not_a_hash");
      break;
    case Kind::vocabulary:
      result = check_vocabulary(field, parsed);
      break;
    case Kind::age:
      result = check_number(field, 0, 130);
      break;
    case Kind::latitude:
      result = check_number(field, -90, 90);
      break;
    case Kind::longitude:
      result = check_number(field, -180, 180);
      break;
    case Kind::security_code:
      result = given((field.size() == 3 || field.size() == 4) && are_digits(field, 0, field.size()), "wrong_length");
      break;
    case Kind::card_expiry:
      result = given(is_card_expiry(field) || text::parse_date(field, order_, pack_->months, pivot_ + 50).has_value(),
                     "not_a_date");
      break;
  }
  parsed.usable = result.valid;
  return result;
}

std::string ColumnChecker::canonical(std::string_view field) const {
  field = text::trim(field);
  if (field.empty()) return {};
  if (kind_ == Kind::identifier) return identifier_->canonical(field);
  if (kind_ == Kind::none && !counts_unchecked_) return {};
  ParsedField parsed;
  if (!check(field, parsed).valid) return {};
  switch (kind_) {
    case Kind::e164:
    case Kind::loose_phone: {
      if (auto number = pack::to_e164(field, country_, *pack_)) return std::move(*number);
      std::string digits;
      for (const char c : field) {
        if (text::is_digit(c)) digits += c;
      }
      return digits;
    }
    case Kind::date: {
      char buffer[] = "0000-00-00";
      const auto put = [&](int value, int at, int width) {
        for (int i = width - 1; i >= 0; --i, value /= 10) buffer[at + i] = static_cast<char>('0' + value % 10);
      };
      put(parsed.date.year, 0, 4);
      put(parsed.date.month, 5, 2);
      put(parsed.date.day, 8, 2);
      return buffer;
    }
    case Kind::vocabulary:
      return vocabulary_->entries[static_cast<std::size_t>(parsed.entry)].canonical;
    default:
      return text::fold(field);
  }
}

}  // namespace sidik::identify
