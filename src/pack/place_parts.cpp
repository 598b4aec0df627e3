#include <algorithm>
#include <array>

#include "pack/pack_parts.hpp"
#include "pack/tsv.hpp"
#include "text/letters.hpp"

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 6> kAreaColumns{"code", "name", "kind", "first_year", "last_year", "population"};
constexpr std::array<std::string_view, 2> kAreaNameColumns{"code", "name"};
constexpr std::array<std::string_view, 4> kCountryColumns{"alpha2", "alpha3", "name", "names"};
constexpr std::array<std::string_view, 1> kPlaceColumns{"name"};

constexpr std::size_t kExpectedAreas = 9000;
constexpr std::size_t kExpectedPlaces = 20000;
constexpr std::string_view kCountryVocabulary = "country";
constexpr std::string_view kCountryMeaning = "contact.country";

bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, text::is_digit); }

Status take_area(const PartSource& source, const TsvRow& row, Pack& into) {
  const auto fault = [&](std::size_t column, std::string_view says) {
    return malformed(source.path, row.line, kAreaColumns[column], says);
  };
  Area area{.code = std::string(row.fields[0]), .name = std::string(row.fields[1]), .kind = std::string(row.fields[2])};
  if (!is_digits(area.code) || area.code.size() > 10) return fault(0, "must be at most 10 digits");
  if (area.name.empty()) return fault(1, "is empty");
  if (area.kind.empty()) return fault(2, "is empty");
  SIDIK_TRY(const std::uint64_t first, number_field(source.path, row.line, "first_year", row.fields[3], 0));
  SIDIK_TRY(const std::uint64_t last, number_field(source.path, row.line, "last_year", row.fields[4], 0));
  SIDIK_TRY(area.population, number_field(source.path, row.line, "population", row.fields[5], 0));
  if (first > last || last > 9999) return fault(4, "must be a year, not before first_year");
  area.first_year = static_cast<std::uint16_t>(first);
  area.last_year = static_cast<std::uint16_t>(last);
  const std::size_t index = into.areas.size();
  if (!into.area_by_code.emplace(area.code, index).second) return fault(0, "stands twice");
  into.areas_by_name[text::fold_plain(area.name)].push_back(index);
  into.areas.push_back(std::move(area));
  return {};
}

Status take_area_name(const PartSource& source, const TsvRow& row, Pack& into) {
  const auto found = into.area_by_code.find(std::string(row.fields[0]));
  if (found == into.area_by_code.end()) return malformed(source.path, row.line, "code", "is in no areas.tsv");
  std::string name = text::fold_plain(row.fields[1]);
  if (name.empty()) return malformed(source.path, row.line, "name", "is empty");
  auto& indices = into.areas_by_name[std::move(name)];
  if (std::ranges::find(indices, found->second) == indices.end()) indices.push_back(found->second);
  return {};
}

/// A name folded, and without diacritics where that makes another.
void add_place(Pack& into, std::string_view name) {
  std::string folded = text::fold(name);
  std::string plain = text::fold_plain(folded);
  if (plain != folded) into.place_names.insert(std::move(plain));
  if (!folded.empty()) into.place_names.insert(std::move(folded));
}

Vocabulary& country_vocabulary(Pack& into) {
  auto found = std::ranges::find(into.vocabularies, kCountryVocabulary, &Vocabulary::name);
  if (found == into.vocabularies.end()) {
    found = into.vocabularies.insert(found, Vocabulary());
    found->name = kCountryVocabulary;
    found->meaning = kCountryMeaning;
  }
  return *found;
}

Status take_country(const PartSource& source, const TsvRow& row, Pack& into) {
  const bool is_coded = row.fields[0].size() == 2 && row.fields[1].size() == 3 &&
                        std::ranges::all_of(row.fields[0], text::is_upper) &&
                        std::ranges::all_of(row.fields[1], text::is_upper);
  if (!is_coded) return malformed(source.path, row.line, "alpha2", "and alpha3 must be two and three capitals");
  VocabularyEntry entry;
  entry.canonical = row.fields[0];
  entry.codes = {std::string(row.fields[0]), std::string(row.fields[1])};
  const auto add = [&](std::string_view name) {
    add_place(into, name);
    for (std::string word : {text::fold(name), text::fold_plain(name)}) {
      if (!word.empty() && std::ranges::find(entry.words, word) == entry.words.end())
        entry.words.push_back(std::move(word));
    }
  };
  add(row.fields[2]);
  for (std::string_view rest = row.fields[3]; !rest.empty();) {
    const std::size_t bar = rest.find('|');
    add(rest.substr(0, bar));
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  country_vocabulary(into).entries.push_back(std::move(entry));
  return {};
}

Status take_place(const PartSource& source, const TsvRow& row, Pack& into) {
  if (row.fields[0].empty()) return malformed(source.path, row.line, "name", "is empty");
  add_place(into, row.fields[0]);
  return {};
}

/// Hands every record of a file to `take(source, row, into)`.
template <class Take>
Status read_rows(const PartSource& source, std::span<const std::string_view> columns, Pack& into, Take take) {
  return read_tsv(source.path, source.text, columns, [&](const TsvRow& row) { return take(source, row, into); });
}

}  // namespace

Status read_areas(const PartSource& source, Pack& into) {
  into.areas.reserve(into.areas.size() + kExpectedAreas);
  into.area_by_code.reserve(into.areas.size() + kExpectedAreas);
  into.areas_by_name.reserve(into.areas.size() + kExpectedAreas);
  return read_rows(source, kAreaColumns, into, take_area);
}

Status read_area_names(const PartSource& source, Pack& into) {
  return read_rows(source, kAreaNameColumns, into, take_area_name);
}

Status read_countries(const PartSource& source, Pack& into) {
  return read_rows(source, kCountryColumns, into, take_country);
}

Status read_places(const PartSource& source, Pack& into) {
  into.place_names.reserve(into.place_names.size() + kExpectedPlaces);
  return read_rows(source, kPlaceColumns, into, take_place);
}

}  // namespace sidik::pack
