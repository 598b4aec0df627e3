#include "engine/register_habits.hpp"

#include <algorithm>
#include <charconv>

#include "identify/placeholder.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

bool is_number_meaning(std::string_view meaning) {
  return meaning.starts_with("id.") || meaning.starts_with("payment.card") || meaning.starts_with("account.number") ||
         meaning.starts_with("network.") || meaning.starts_with("credential.") || meaning.starts_with("device.");
}

bool is_name_meaning(std::string_view meaning) {
  return meaning.starts_with("person.") && (meaning.find("name") != std::string_view::npos);
}

const pack::IdentifierPart* part_named(const pack::Identifier& identifier, std::string_view name) {
  const auto found = std::ranges::find(identifier.parts, name, &pack::IdentifierPart::name);
  return found == identifier.parts.end() ? nullptr : &*found;
}

bool counts_seconds(std::string_view value) {
  return value.size() > 2 && value[value.size() - 3] == ':' && !value.ends_with("00");
}

}  // namespace

std::size_t digits_in(std::string_view field) {
  return static_cast<std::size_t>(std::ranges::count_if(field, text::is_digit));
}

std::size_t number_in(std::string_view digits) {
  std::size_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

bool NationalForm::fits(std::string_view field) const {
  return field.size() == length && std::ranges::all_of(field, text::is_digit);
}

bool NationalForm::says_woman(std::string_view field) const {
  return birth->female_day_offset > 0 && field[birth->at] >= '4';
}

RegisterHabits::RegisterHabits(const RegisterSample& sample, const pack::Pack& pack, int reference_year)
    : sample_(sample),
      pack_(pack),
      year_(reference_year),
      counts_(sample.columns.size()),
      filled_(sample.columns.size(), 0),
      longest_(sample.columns.size(), 0) {
  read_values(reference_year);
  for (std::size_t c = 0; c < sample.columns.size(); ++c) parts_.push_back(decide_part(c));
  find_roles();
  find_usual_serial();
}

void RegisterHabits::read_values(int reference_year) {
  constexpr std::size_t kSampledValues = 3000;
  for (std::size_t c = 0; c < sample_.columns.size(); ++c) {
    std::vector<std::string_view> values;
    for (const Row& row : sample_.rows) {
      if (row[c].empty()) continue;
      if (values.size() < kSampledValues) values.push_back(row[c]);
      ++counts_[c][row[c]];
      ++filled_[c];
      longest_[c] = std::max(longest_[c], row[c].size());
    }
    traced_.emplace_back(values, pack_, reference_year);
    has_seconds_.push_back(std::ranges::count_if(values, counts_seconds) * 2 > std::ssize(values));
  }
}

void RegisterHabits::find_roles() {
  const auto note = [](std::optional<std::size_t>& role, bool fits, std::size_t column) {
    if (fits && !role) role = column;
  };
  for (std::size_t c = 0; c < parts_.size(); ++c) {
    const std::string& meaning = sample_.meanings[c].meaning;
    note(roles_.birth, parts_[c] == Part::birth, c);
    note(roles_.national, parts_[c] == Part::national, c);
    note(roles_.name, parts_[c] == Part::name, c);
    note(roles_.member, meaning == "id.member", c);
    note(roles_.head, meaning == "id.member_head", c);
    note(roles_.family, meaning == "id.family" && parts_[c] == Part::number, c);
    note(roles_.office, meaning == "office.code", c);
  }
}

void RegisterHabits::find_usual_serial() {
  if (!roles_.national) return;
  const auto form = national_form(*roles_.national);
  std::vector<std::size_t> serials;
  for (const Row& row : sample_.rows) {
    const std::string_view field = row[*roles_.national];
    if (form->fits(field)) serials.push_back(number_in(field.substr(form->serial->at, form->serial->length)));
  }
  if (serials.empty()) return;
  const auto high = serials.begin() + static_cast<std::ptrdiff_t>(serials.size() * 98 / 100);
  std::nth_element(serials.begin(), high, serials.end());
  usual_serial_ = *high;
}

RegisterHabits::Part RegisterHabits::decide_part(std::size_t column) const {
  const std::string& meaning = sample_.meanings[column].meaning;
  if (filled_[column] == 0) return Part::keep;
  if (national_form(column)) return Part::national;
  if (is_name_meaning(meaning)) return Part::name;
  if (meaning == "contact.email") return Part::email;
  if (meaning == "contact.phone" || meaning == "contact.mobile" || meaning == "contact.fax") return Part::phone;
  if (meaning == "birth.date") return Part::birth;
  if (is_number_meaning(meaning)) return Part::number;
  if (meaning == "contact.address" || meaning == "account.username") return Part::text;
  if (traced_[column].holds_dates()) return Part::stamp;
  if (meaning != "unknown") return Part::keep;
  // Of a column that nobody knows: many values are of persons, few are codes.
  constexpr std::size_t kRepeats = 4;
  if (counts_[column].size() * kRepeats < filled_[column]) return Part::keep;
  std::size_t with_digits = 0;
  for (const auto& [value, count] : counts_[column]) with_digits += digits_in(value) > 3 ? 1 : 0;
  return with_digits * 2 > counts_[column].size() ? Part::number : Part::text;
}

std::vector<std::size_t> RegisterHabits::columns_of(Part part) const {
  std::vector<std::size_t> out;
  for (std::size_t c = 0; c < parts_.size(); ++c) {
    if (parts_[c] == part) out.push_back(c);
  }
  return out;
}

std::vector<std::string> RegisterHabits::naming_forms() const {
  std::vector<std::string> out;
  for (std::size_t c = 0; c < parts_.size(); ++c) {
    if (parts_[c] == Part::keep || parts_[c] == Part::birth || parts_[c] == Part::stamp) continue;
    for (const auto& [value, count] : counts_[c]) out.push_back(form(c, value));
  }
  return out;
}

bool RegisterHabits::is_code(std::size_t column, const std::string& value) const {
  if (identify::is_placeholder(value)) return true;
  // A frequent name is somebody's all the same.
  if (parts_[column] == Part::name) return false;
  const auto found = counts_[column].find(value);
  constexpr std::uint32_t kOften = 12;
  return found != counts_[column].end() && found->second > std::max(kOften, filled_[column] / 50);
}

std::optional<NationalForm> RegisterHabits::national_form(std::size_t column) const {
  const identify::ColumnMeaning& meaning = sample_.meanings[column];
  if (meaning.meaning != "id.national") return std::nullopt;
  const auto* identifier = pack_.identifier(meaning.identifier);
  if (identifier == nullptr || identifier->lengths.size() != 1) return std::nullopt;
  const NationalForm form{part_named(*identifier, "area"), part_named(*identifier, "birth"),
                          part_named(*identifier, "serial"), identifier->lengths.front()};
  const bool is_whole = form.area != nullptr && form.birth != nullptr && form.serial != nullptr &&
                        form.birth->length == 6 && form.serial->length <= 6;
  return is_whole ? std::optional(form) : std::nullopt;
}

std::optional<text::Date> RegisterHabits::birth_of(const Row& row) const {
  if (!roles_.birth) return std::nullopt;
  const auto order = sample_.meanings[*roles_.birth].date_order;
  const auto read = text::parse_date(row[*roles_.birth], order, pack_.months, year_);
  return read ? std::optional(read->date) : std::nullopt;
}

char RegisterHabits::sex_of(const Row& row) const {
  if (roles_.national) {
    const auto form = national_form(*roles_.national);
    if (form->fits(row[*roles_.national])) return form->says_woman(row[*roles_.national]) ? 'f' : 'm';
  }
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (sample_.meanings[c].meaning == "person.sex" && !row[c].empty()) return row[c].front();
  }
  return 0;
}

bool RegisterHabits::is_dependent(const Row& row) const {
  if (roles_.has_heads()) return !row[*roles_.head].empty() && row[*roles_.head] != row[*roles_.member];
  if (!roles_.family || row[*roles_.family].empty()) return false;
  const auto found = counts_[*roles_.family].find(row[*roles_.family]);
  return found != counts_[*roles_.family].end() && found->second > 1;
}

bool RegisterHabits::is_same_place(const Row& left, const Row& right) const {
  if (roles_.office && !left[*roles_.office].empty() && left[*roles_.office] == right[*roles_.office]) return true;
  constexpr std::size_t kDistrict = 4;
  return roles_.national && left[*roles_.national].size() > kDistrict &&
         right[*roles_.national].starts_with(std::string_view(left[*roles_.national]).substr(0, kDistrict));
}

}  // namespace sidik::engine
