#include <algorithm>
#include <array>

#include "pack/origin_profile.hpp"
#include "pack/toml_reader.hpp"

namespace sidik::pack {
namespace {

using Need = TomlReader::Need;

constexpr std::array<std::string_view, 4> kRepeats{"unknown", "unique", "some", "few"};
constexpr std::array<std::string_view, 2> kRelations{"equal", "refers"};

/// A pair of numbers with the smaller first.
void read_pair(TomlReader& reader, std::string_view key, std::vector<std::uint32_t>& out, bool may_be_open = false) {
  if (!reader.numbers(key, out)) return;
  const bool is_open = may_be_open && out.size() == 1;
  if (!is_open && (out.size() != 2 || out[0] > out[1])) reader.fault(key, "must be two numbers, the smaller first");
}

void read_codes(TomlReader& reader, ProfileColumn& column) {
  std::vector<std::string> codes;
  std::vector<std::uint32_t> percents;
  reader.texts("codes", codes);
  reader.numbers("percents", percents);
  if (!percents.empty() && percents.size() != codes.size()) reader.fault("percents", "must be as many as codes");
  for (std::size_t i = 0; i < codes.size(); ++i)
    column.codes.push_back({std::move(codes[i]), i < percents.size() ? percents[i] : 0});
}

Status read_column(std::string_view path, const toml::table& table, OriginProfile& into) {
  TomlReader reader(path, table);
  ProfileColumn column;
  std::string repeats = "unknown";
  reader.text("name", column.name, Need::required);
  reader.texts("aliases", column.aliases);
  reader.text("meaning", column.meaning);
  reader.texts("shapes", column.shapes);
  read_pair(reader, "length", column.length);
  read_pair(reader, "filled", column.filled);
  reader.texts("dates", column.dates);
  read_codes(reader, column);
  reader.texts("prefixes", column.prefixes);
  for (const std::string& prefix : column.prefixes) {
    if (prefix.empty() || prefix.size() > 4) reader.fault("prefixes", "must have 1 to 4 characters");
  }
  read_pair(reader, "years", column.years, true);
  reader.text("repeats", repeats);
  const auto found = std::ranges::find(kRepeats, repeats);
  if (found == kRepeats.end()) reader.fault("repeats", "must be unique, some or few");
  if (!column.filled.empty() && column.filled.back() > 100) reader.fault("filled", "is in percent");
  SIDIK_CHECK(reader.finish());
  column.repeats = static_cast<Repeats>(found - kRepeats.begin());
  into.columns.push_back(std::move(column));
  return {};
}

Status read_relation(std::string_view path, const toml::table& table, OriginProfile& into) {
  TomlReader reader(path, table);
  ProfileRelation relation;
  reader.text("kind", relation.kind, Need::required);
  reader.text("left", relation.left, Need::required);
  reader.text("right", relation.right, Need::required);
  reader.number("percent", relation.percent);
  if (std::ranges::find(kRelations, relation.kind) == kRelations.end()) reader.fault("kind", "must be equal or refers");
  if (relation.percent > 100) reader.fault("percent", "is more than 100");
  SIDIK_CHECK(reader.finish());
  into.relations.push_back(std::move(relation));
  return {};
}

Status read_count(std::string_view path, const toml::table& table, OriginProfile& into) {
  TomlReader reader(path, table);
  ProfileCount count;
  std::uint32_t records = 0;
  reader.text("date", count.date, Need::required);
  reader.number("records", records, Need::required);
  reader.number("source", count.source);
  SIDIK_CHECK(reader.finish());
  count.records = records;
  into.counts.push_back(std::move(count));
  return {};
}

Status read_source(std::string_view path, const toml::table& table, OriginProfile& into) {
  TomlReader reader(path, table);
  ProfileSource source;
  reader.text("says", source.says, Need::required);
  reader.text("where", source.where, Need::required);
  reader.text("mark", source.mark, Need::required);
  SIDIK_CHECK(reader.finish());
  into.sources.push_back(std::move(source));
  return {};
}

Result<OriginProfile> read_file(std::string_view path, std::string_view text) {
  SIDIK_TRY(const toml::table root, parse_toml(path, text));
  TomlReader reader(path, root);
  OriginProfile profile;
  std::string kind;
  reader.text("id", profile.id, Need::required);
  reader.text("kind", kind, Need::required);
  if (kind != "institution" && kind != "archetype") reader.fault("kind", "must be institution or archetype");
  profile.kind = kind == "institution" ? ProfileKind::institution : ProfileKind::archetype;
  reader.languages("says", profile.says);
  reader.texts("never", profile.never);
  const auto columns = reader.tables("column");
  const auto relations = reader.tables("relation");
  const auto counts = reader.tables("records");
  const auto sources = reader.tables("source");
  SIDIK_CHECK(reader.finish());
  for (const toml::table* each : columns) SIDIK_CHECK(read_column(path, *each, profile));
  for (const toml::table* each : relations) SIDIK_CHECK(read_relation(path, *each, profile));
  for (const toml::table* each : counts) SIDIK_CHECK(read_count(path, *each, profile));
  for (const toml::table* each : sources) SIDIK_CHECK(read_source(path, *each, profile));
  return profile;
}

}  // namespace

Result<OriginProfile> read_origin_profile(std::string_view path, std::string_view text) {
  auto profile = read_file(path, text);
  if (!profile) profile.error().next = "docs/formats/origin-profile.md has the format of a profile";
  return profile;
}

}  // namespace sidik::pack
