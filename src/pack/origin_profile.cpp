#include "pack/origin_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "pack/pack.hpp"
#include "text/letters.hpp"

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 5> kMarks{"H", "M", "L", "K", "INF"};
constexpr std::string_view kArchetype = "kind.";
constexpr std::size_t kLeastColumns = 3;

void check_codes(const OriginProfile& profile, const ProfileColumn& column, const Meaning* meaning,
                 std::vector<std::string>& faults) {
  if (column.codes.empty()) return;
  if (!may_list_codes(column.meaning, meaning)) {
    faults.push_back(fmt::format("{}: column {} means {}, whose values may not stand in a profile", profile.id,
                                 column.name, column.meaning));
  }
  if (column.codes.size() > kMostProfileCodes) {
    faults.push_back(fmt::format("{}: column {} lists {} codes; {} are the most", profile.id, column.name,
                                 column.codes.size(), kMostProfileCodes));
  }
  for (std::size_t place = 0; place < column.codes.size(); ++place) {
    if (is_harmless_code(column.codes[place].code)) continue;
    faults.push_back(
        fmt::format("{}: column {}: code {} may be a value of a person", profile.id, column.name, place + 1));
  }
}

void check_sources(const OriginProfile& profile, std::vector<std::string>& faults) {
  const bool named_kind = profile.id.starts_with(kArchetype);
  if (profile.is_institution() == named_kind) {
    faults.push_back(
        fmt::format("{}: the id of an archetype begins with kind. and that of an institution does not", profile.id));
  }
  if (profile.is_institution() && profile.sources.empty())
    faults.push_back(fmt::format("{}: an institution needs a public source", profile.id));
  for (const ProfileSource& source : profile.sources) {
    if (std::ranges::find(kMarks, source.mark) == kMarks.end())
      faults.push_back(fmt::format("{}: the mark of a source is one of {}", profile.id, fmt::join(kMarks, ", ")));
  }
  for (const ProfileCount& count : profile.counts) {
    if (count.source == 0 || count.source > profile.sources.size())
      faults.push_back(fmt::format("{}: a number of records names no source", profile.id));
  }
}

bool knows(const std::vector<Meaning>& meanings, std::string_view name) {
  return name == "unknown" || std::ranges::find(meanings, name, &Meaning::name) != meanings.end();
}

}  // namespace

const ProfileColumn* OriginProfile::column(std::string_view name) const {
  const auto found = std::ranges::find(columns, name, &ProfileColumn::name);
  return found == columns.end() ? nullptr : &*found;
}

bool may_list_codes(std::string_view meaning, const Meaning* known) {
  if (known != nullptr && known->identifies) return false;
  static constexpr std::array<std::string_view, 12> kNever{"id.",      "birth.", "text.",   "credential.",
                                                           "network.", "geo.l",  "geo.c",   "device.i",
                                                           "measure.", "date.",  "record.", "crime."};
  if (std::ranges::any_of(kNever, [&](std::string_view start) { return meaning.starts_with(start); })) return false;
  const bool names_a_person = meaning.starts_with("person.") && meaning.ends_with("name");
  return !names_a_person && meaning != "person.photo" && meaning != "person.age";
}

bool is_harmless_code(std::string_view code) {
  if (code.size() > 24) return false;
  std::size_t digits = 0;
  for (const char c : code) {
    digits = text::is_digit(c) ? digits + 1 : 0;
    if (digits > 5 || c == '@') return false;
  }
  return true;
}

std::vector<std::string> faults_of(const OriginProfile& profile, const std::vector<Meaning>& meanings) {
  std::vector<std::string> faults;
  std::unordered_set<std::string> names;
  if (profile.columns.size() < kLeastColumns) {
    faults.push_back(fmt::format("{}: fewer than {} columns tell no system from another", profile.id, kLeastColumns));
  }
  for (const ProfileColumn& column : profile.columns) {
    if (!names.insert(column.name).second)
      faults.push_back(fmt::format("{}: two columns are called {}", profile.id, column.name));
    if (!knows(meanings, column.meaning))
      faults.push_back(fmt::format("{}: no meanings.toml declares {}", profile.id, column.meaning));
    const auto meaning = std::ranges::find(meanings, column.meaning, &Meaning::name);
    check_codes(profile, column, meaning == meanings.end() ? nullptr : &*meaning, faults);
  }
  for (const std::string& never : profile.never) {
    if (!knows(meanings, never)) faults.push_back(fmt::format("{}: no meanings.toml declares {}", profile.id, never));
    if (std::ranges::find(profile.columns, never, &ProfileColumn::meaning) != profile.columns.end())
      faults.push_back(fmt::format("{}: it has a column of the meaning {}, which it never holds", profile.id, never));
  }
  for (const ProfileRelation& relation : profile.relations) {
    if (profile.column(relation.left) == nullptr || profile.column(relation.right) == nullptr)
      faults.push_back(fmt::format("{}: a relation names a column that is not there", profile.id));
  }
  check_sources(profile, faults);
  return faults;
}

}  // namespace sidik::pack
