#include "rehearse/leaker_acts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::rehearse {
namespace {

std::string in_style(std::string name, std::uint64_t style) {
  if (style == 1) std::ranges::transform(name, name.begin(), text::to_lower);
  if (style == 2) std::ranges::transform(name, name.begin(), text::to_upper);
  return name;
}

std::string without_vowels(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool is_vowel = std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
    if (!is_vowel || out.empty()) out += c;
  }
  return out;
}

bool is_text(const std::string& value) {
  return std::ranges::any_of(value, [](char c) { return text::is_letter(c); }) && value.find('@') == std::string::npos;
}

}  // namespace

std::string changed(std::string value, const pack::ProfileColumn& column, const RowHabits& habits,
                    RandomStream& stream) {
  if (value.empty()) return std::string(habits.nothing);
  if (habits.loses_zeros && column.dates.empty() && value.size() > 1 && value.size() < 16 &&
      std::ranges::all_of(value, text::is_digit)) {
    value.erase(0, std::min(value.find_first_not_of('0'), value.size() - 1));
  }
  if (habits.writes_phones_otherwise && column.meaning == "contact.phone" && value.starts_with("08"))
    value = "+62" + value.substr(1);
  if (!is_text(value) || !column.dates.empty()) return value;
  if (habits.changes_case) {
    const bool was_upper = std::ranges::none_of(value, text::is_lower);
    std::ranges::transform(value, value.begin(),
                           [&](char c) { return was_upper ? text::to_lower(c) : text::to_upper(c); });
  }
  if (habits.cuts_texts && value.size() > 20) value.resize(20);
  if (habits.pads_texts && stream.percent(30)) value += ' ';
  return value;
}

std::string Renamer::same_name(const pack::ProfileColumn& column) const {
  RandomStream stream(style_, Purpose::profile_leak, 11, column.name.size());
  const bool by_alias = !column.aliases.empty() && stream.percent(40);
  return in_style(by_alias ? stream.pick(column.aliases) : column.name, style_);
}

std::string Renamer::other_name(const pack::ProfileColumn& column, std::size_t place) {
  RandomStream stream(style_ + 4 * ++drawn_, Purpose::profile_leak, 12, place);
  const pack::Meaning* meaning = pack_.meaning(column.meaning);
  switch (stream.weighted({55, 15, 10, 8, 12})) {
    case 0:
      if (meaning != nullptr && !meaning->headers.empty()) {
        std::string name = stream.pick(meaning->headers);
        std::ranges::replace(name, ' ', '_');
        return in_style(std::move(name), style_);
      }
      return fmt::format("field_{}", place + 1);
    case 1:
      return in_style(without_vowels(column.name), style_);
    case 2: {
      std::string name = column.name;
      if (name.size() > 3) std::swap(name[1 + stream.below(name.size() - 2)], name[name.size() - 1]);
      return in_style(std::move(name), style_);
    }
    case 3:
      return in_style("t1_" + column.name, style_);
    default:
      return fmt::format("col{}", place + 1);
  }
}

std::string Renamer::seller_name(std::size_t place) {
  RandomStream stream(style_ + 4 * ++drawn_, Purpose::profile_leak, 13, place);
  static constexpr std::string_view kNames[] = {"source", "batch", "row_no", "tag", "import_id", "checked", "extra"};
  return in_style(std::string(stream.pick(kNames)), style_);
}

std::string Recoding::apply(std::string value) const {
  const auto found = to.find(value);
  return found == to.end() ? std::move(value) : found->second;
}

Recoding draw_recoding(const std::vector<std::string>& codes, bool recodes, RandomStream& stream) {
  Recoding out;
  if (!recodes || codes.empty()) return out;
  const std::uint64_t manner = stream.weighted({40, 25, 20, 15});
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto letter = static_cast<char>('A' + static_cast<int>(i % 26));
    std::string code = manner == 0   ? std::to_string(i + 1)
                       : manner == 1 ? std::string(1, letter)
                       : manner == 2 ? fmt::format("{:02}", i)
                                     : codes[i].substr(0, 1 + codes[i].size() / 3);
    out.to[codes[i]] = std::move(code);
  }
  return out;
}

DateStyle draw_date_style(RandomStream& stream) {
  static constexpr DateStyle kStyles[] = {DateStyle::iso,         DateStyle::day_dash, DateStyle::day_slash,
                                          DateStyle::day_dot,     DateStyle::compact,  DateStyle::iso_midnight,
                                          DateStyle::month_slash, DateStyle::oracle,   DateStyle::in_words};
  return stream.pick(kStyles);
}

void link_columns(const pack::OriginProfile& profile, std::uint64_t row, std::vector<std::string>& values,
                  RandomStream& stream) {
  const auto place = [&](const std::string& name) {
    return static_cast<std::size_t>(profile.column(name) - profile.columns.data());
  };
  for (const pack::ProfileRelation& relation : profile.relations) {
    const std::size_t left = place(relation.left);
    const std::size_t right = place(relation.right);
    const bool holds = stream.percent(std::min<std::uint64_t>(100, relation.percent + 5U));
    if (holds && row % 16 != 15 && !values[left].empty() && !values[right].empty()) values[left] = values[right];
  }
}

std::string from_another(const pack::OriginProfile& other, const pack::ProfileColumn& column, const ValueWords& words,
                         std::uint64_t row) {
  const auto found = std::ranges::find(other.columns, column.meaning, &pack::ProfileColumn::meaning);
  if (found == other.columns.end()) return {};
  return ProfileColumnValues(*found, words, 991).value(row);
}

void merge_columns(ProfileLeak& leak, RandomStream& stream) {
  if (leak.headers.size() < 4) return;
  const std::size_t at = stream.below(leak.headers.size() - 1);
  const std::string between = stream.percent(60) ? " " : ", ";
  if (!leak.headers[at].empty()) leak.headers[at] += "_" + leak.headers[at + 1];
  leak.headers.erase(leak.headers.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  for (auto& row : leak.rows) {
    row[at] += between + row[at + 1];
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
}

}  // namespace sidik::rehearse
