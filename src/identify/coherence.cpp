#include "identify/coherence.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::identify {
namespace {

struct Words {
  const char* rule;
  const char* says;
};
constexpr Words kWords[] = {
    {"nik_birth_date", "the birth date written into the NIK is the birth date of the record"},
    {"nik_sex", "the day in the NIK is raised by 40 exactly for women"},
    {"nik_birth_place",
     "the regency or province in the NIK once bore the name of the birthplace (a mismatch may be lawful)"},
    {"nik_office_region", "the office code begins with the province of the NIK"},
    {"nik_equals_noktp", "both columns of national identity numbers hold the same number"},
    {"start_before_end", "the start is not after the end"},
    {"created_before_updated", "the record was not updated before it was created"}};

int two(std::string_view digits, std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); }

/// Which entries of a sex vocabulary mean men and which women.
std::vector<char> sexes(const pack::Vocabulary& vocabulary) {
  std::vector<char> out;
  for (const pack::VocabularyEntry& entry : vocabulary.entries) {
    char sex = 0;
    const auto look = [&](const std::string& word) {
      if (word == "male" || word == "laki-laki" || word == "m" || word == "man") sex = 'm';
      if (word == "female" || word == "perempuan" || word == "f" || word == "woman") sex = 'f';
    };
    look(text::fold(entry.canonical));
    for (const std::string& word : entry.words) {
      if (sex == 0) look(word);
    }
    out.push_back(sex);
  }
  return out;
}

bool is_not_after(const ParsedField& earlier, const ParsedField& later) {
  if (earlier.has_time && later.has_time) return earlier.seconds <= later.seconds;
  return earlier.date <= later.date;
}

}  // namespace

void CoherenceRules::use(std::size_t& slot, std::size_t column) {
  if (slot != kNone) return;
  slot = column;
  used_[column] = true;
}

CoherenceRules::CoherenceRules(std::span<const ColumnMeaning> meanings, std::span<const ColumnChecker> checkers,
                               const AreaTable& areas)
    : areas_(&areas), used_(meanings.size(), false) {
  for (std::size_t c = 0; c < meanings.size(); ++c) {
    const std::string& meaning = meanings[c].meaning;
    if (meaning == "id.national" && meanings[c].identifier == "id.nik") {
      national_.push_back(c);
      used_[c] = true;
    }
    if (meaning == "birth.date") use(birth_, c);
    if (meaning == "birth.place") use(place_, c);
    if (meaning == "office.code" && meanings[c].identifier == kAreaCodes) use(office_, c);
    if (meaning == "date.start") use(start_, c);
    if (meaning == "date.end") use(end_, c);
    if (meaning == "record.created") use(created_, c);
    if (meaning == "record.updated") use(updated_, c);
    if (meaning == "person.sex" && checkers[c].vocabulary() != nullptr) {
      use(sex_, c);
      sex_of_entry_ = sexes(*checkers[sex_].vocabulary());
    }
  }
  for (std::size_t c = 0; c < used_.size(); ++c) {
    if (used_[c]) columns_.push_back(c);
  }
}

void CoherenceRules::count(Rule rule, bool agree, std::string* failed) {
  ++checked_[rule];
  agree_[rule] += agree ? 1 : 0;
  if (agree || failed == nullptr) return;
  if (!failed->empty()) *failed += ';';
  *failed += kWords[rule].rule;
}

void CoherenceRules::check_nik(std::string_view nik, std::span<const std::string_view> fields,
                               std::span<const ParsedField* const> parsed, std::string* failed) {
  const int day = two(nik, 6);
  if (birth_ != kNone && parsed[birth_]->usable) {
    const text::Date date = parsed[birth_]->date;
    count(birth_date,
          (day > 40 ? day - 40 : day) == date.day && two(nik, 8) == date.month && two(nik, 10) == date.year % 100,
          failed);
  }
  if (sex_ != kNone && parsed[sex_]->usable) {
    const char of_record = sex_of_entry_[static_cast<std::size_t>(parsed[sex_]->entry)];
    if (of_record != 0) count(sex, (day > 40) == (of_record == 'f'), failed);
  }
  if (place_ != kNone && parsed[place_]->usable && parsed[place_]->area_name != 0) {
    count(birth_place, areas_->is_name_of(parsed[place_]->area_name, nik), failed);
  }
  if (office_ != kNone) {
    const std::string_view code = text::trim(fields[office_]);
    if (code.size() == 4 && std::ranges::all_of(code, text::is_digit) && areas_->has_province(code)) {
      count(office_region, code.substr(0, 2) == nik.substr(0, 2), failed);
    }
  }
}

void CoherenceRules::check_record(std::span<const std::string_view> fields, std::span<const ParsedField* const> parsed,
                                  std::string* failed) {
  for (const std::size_t column : national_) {
    if (!parsed[column]->usable) continue;
    check_nik(parsed[column]->compact.view(), fields, parsed, failed);
    break;
  }
  if (national_.size() >= 2 && parsed[national_[0]]->usable && parsed[national_[1]]->usable) {
    count(equals_noktp, parsed[national_[0]]->compact.view() == parsed[national_[1]]->compact.view(), failed);
  }
  if (start_ != kNone && end_ != kNone && parsed[start_]->usable && parsed[end_]->usable) {
    count(start_end, is_not_after(*parsed[start_], *parsed[end_]), failed);
  }
  if (created_ != kNone && updated_ != kNone && parsed[created_]->usable && parsed[updated_]->usable) {
    count(created_updated, is_not_after(*parsed[created_], *parsed[updated_]), failed);
  }
}

std::vector<findings::Coherence> CoherenceRules::results() const {
  std::vector<findings::Coherence> out;
  for (std::size_t rule = 0; rule < kRules; ++rule) {
    if (checked_[rule] > 0) out.push_back({kWords[rule].rule, kWords[rule].says, checked_[rule], agree_[rule]});
  }
  return out;
}

void CoherenceRules::merge(const CoherenceRules& other) {
  for (std::size_t rule = 0; rule < kRules; ++rule) {
    checked_[rule] += other.checked_[rule];
    agree_[rule] += other.agree_[rule];
  }
}

}  // namespace sidik::identify
