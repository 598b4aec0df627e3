#include <fmt/format.h>

#include <array>
#include <string>

#include "pack/origin_profile.hpp"

namespace sidik::pack {
namespace {

/// A basic string of TOML. What is no printable character is left out: names come from files.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  }
  return out + '"';
}

std::string list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + quoted(text);
  return out + ']';
}

void add_texts(std::string& out, std::string_view key, const std::vector<std::string>& texts) {
  if (!texts.empty()) out += fmt::format(", {} = {}", key, list(texts));
}

void add_numbers(std::string& out, std::string_view key, const std::vector<std::uint32_t>& numbers) {
  if (!numbers.empty()) out += fmt::format(", {} = [{}]", key, fmt::join(numbers, ", "));
}

std::string column_line(const ProfileColumn& column) {
  static constexpr std::array<std::string_view, 4> kRepeats{"unknown", "unique", "some", "few"};
  std::string out = fmt::format("  {{ name = {}, meaning = {}", quoted(column.name), quoted(column.meaning));
  add_texts(out, "aliases", column.aliases);
  add_texts(out, "shapes", column.shapes);
  add_numbers(out, "length", column.length);
  add_numbers(out, "filled", column.filled);
  add_texts(out, "dates", column.dates);
  std::vector<std::string> codes;
  std::vector<std::uint32_t> percents;
  bool has_percents = false;
  for (const ProfileCode& code : column.codes) {
    codes.push_back(code.code);
    percents.push_back(code.percent);
    has_percents |= code.percent > 0;
  }
  add_texts(out, "codes", codes);
  if (has_percents) add_numbers(out, "percents", percents);
  add_texts(out, "prefixes", column.prefixes);
  add_numbers(out, "years", column.years);
  if (column.repeats != Repeats::unknown)
    out += fmt::format(", repeats = \"{}\"", kRepeats[static_cast<std::size_t>(column.repeats)]);
  return out + " },\n";
}

}  // namespace

std::string to_toml(const OriginProfile& profile) {
  std::string out = fmt::format("id = {}\nkind = \"{}\"\n", quoted(profile.id),
                                profile.is_institution() ? "institution" : "archetype");
  for (const auto& [language, says] : profile.says) out += fmt::format("says.{} = {}\n", language, quoted(says));
  if (!profile.never.empty()) out += "never = " + list(profile.never) + "\n";
  out += "column = [\n";
  for (const ProfileColumn& column : profile.columns) out += column_line(column);
  out += "]\n";
  for (const ProfileRelation& relation : profile.relations) {
    out += fmt::format("\n[[relation]]\nkind = {}\nleft = {}\nright = {}\npercent = {}\n", quoted(relation.kind),
                       quoted(relation.left), quoted(relation.right), relation.percent);
  }
  for (const ProfileCount& count : profile.counts) {
    out += fmt::format("\n[[records]]\ndate = {}\nrecords = {}\nsource = {}\n", quoted(count.date), count.records,
                       count.source);
  }
  for (const ProfileSource& source : profile.sources) {
    out += fmt::format("\n[[source]]\nsays = {}\nwhere = {}\nmark = {}\n", quoted(source.says), quoted(source.where),
                       quoted(source.mark));
  }
  return out;
}

}  // namespace sidik::pack
