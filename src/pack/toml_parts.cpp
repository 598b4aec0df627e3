#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pack/pack_parts.hpp"
#include "pack/toml_reader.hpp"
#include "text/letters.hpp"

namespace sidik::pack {
namespace {

using Need = TomlReader::Need;

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& allowed, std::string_view word) {
  return std::ranges::find(allowed, word) != allowed.end();
}

constexpr std::array<std::string_view, 5> kCategories{"simple", "behavioural", "financial", "sensitive", "none"};
constexpr std::array<std::string_view, 4> kAlphabets{"digits", "hexadecimal", "upper_alphanumeric", "alphanumeric"};
constexpr std::array<std::string_view, 4> kPartKinds{"table", "ddmmyy", "number", "fixed"};
constexpr std::array<std::string_view, 1> kTables{"areas"};
constexpr std::array<std::string_view, 5> kMarks{"H", "M", "L", "K", "INF"};

/// Adds words to a list, each once, so that a country may repeat what the global pack says.
void add_new(std::vector<std::string>& to, std::vector<std::string> from) {
  for (std::string& word : from) {
    if (!word.empty() && std::ranges::find(to, word) == to.end()) to.push_back(std::move(word));
  }
}

std::vector<std::string> normal_headers(const std::vector<std::string>& written) {
  std::vector<std::string> out;
  out.reserve(written.size());
  for (const std::string& header : written) out.push_back(text::normal_header(header));
  return out;
}

/// A word folded, and without diacritics where that makes another.
std::vector<std::string> folded_both(const std::vector<std::string>& written) {
  std::vector<std::string> out;
  for (const std::string& word : written) {
    out.push_back(text::fold(word));
    if (std::string plain = text::fold_plain(word); plain != out.back()) out.push_back(std::move(plain));
  }
  return out;
}

Status read_meaning(const PartSource& source, const toml::table& table, Pack& into) {
  TomlReader reader(source.path, table);
  std::string name;
  reader.text("name", name, Need::required);
  auto found = std::ranges::find(into.meanings, name, &Meaning::name);
  const bool is_new = found == into.meanings.end();
  if (is_new) {
    found = into.meanings.insert(found, Meaning());
    found->name = name;
  }
  if (reader.text("category", found->category, is_new ? Need::required : Need::optional) &&
      !is_one_of(kCategories, found->category)) {
    reader.fault("category", fmt::format("must be one of {}", fmt::join(kCategories, ", ")));
  }
  reader.flag("identifies", found->identifies);
  reader.text("identifier_hint", found->identifier_hint);
  std::vector<std::string> headers;
  std::vector<std::string> words;
  reader.texts("headers", headers);
  reader.texts("header_words", words);
  add_new(found->headers, normal_headers(headers));
  add_new(found->header_words, normal_headers(words));
  reader.languages("says", found->says);
  return reader.finish();
}

Result<IdentifierPart> read_part(const PartSource& source, const toml::table& table, const Identifier& owner) {
  TomlReader reader(source.path, table);
  IdentifierPart part;
  reader.text("name", part.name, Need::required);
  reader.number("at", part.at, Need::required);
  reader.number("length", part.length, Need::required);
  reader.text("kind", part.kind, Need::required);
  reader.text("table", part.table);
  reader.number("female_day_offset", part.female_day_offset);
  reader.texts("values", part.values);
  reader.texts("never", part.never);
  const std::uint32_t shortest = owner.lengths.empty() ? 0 : std::ranges::min(owner.lengths);
  if (part.length == 0 || part.at > shortest || part.length > shortest - part.at) {
    reader.fault("length", "lies outside the identifier's lengths");
  }
  if (!is_one_of(kPartKinds, part.kind)) {
    reader.fault("kind", fmt::format("must be one of {}", fmt::join(kPartKinds, ", ")));
  }
  if (part.kind == "table" && !is_one_of(kTables, part.table)) {
    reader.fault("table", fmt::format("must be one of {}", fmt::join(kTables, ", ")));
  }
  if (part.kind == "ddmmyy" && part.length != 6) reader.fault("length", "of ddmmyy must be 6");
  if (part.kind == "fixed" && part.values.empty()) reader.fault("values", "must name what a fixed part may hold");
  for (const auto* list : {&part.values, &part.never}) {
    for (const std::string& value : *list) {
      if (value.size() != part.length)
        reader.fault(list == &part.values ? "values" : "never", "must be as long as the part");
    }
  }
  SIDIK_CHECK(reader.finish());
  return part;
}

Status read_check(const PartSource& source, const toml::table& table, Identifier& owner) {
  TomlReader reader(source.path, table);
  reader.text("algorithm", owner.check.algorithm, Need::required);
  reader.number("from", owner.check.from);
  reader.number("to", owner.check.to);
  const std::uint32_t shortest = owner.lengths.empty() ? 0 : std::ranges::min(owner.lengths);
  const std::uint32_t end = owner.check.to == 0 ? shortest : owner.check.to;
  if (end > shortest || owner.check.from >= end) reader.fault("to", "lies outside the identifier's lengths");
  return reader.finish();
}

Status read_identifier(const PartSource& source, const toml::table& table, Pack& into) {
  TomlReader reader(source.path, table);
  Identifier out;
  reader.text("id", out.id, Need::required);
  reader.text("meaning", out.meaning, Need::required);
  reader.text("name", out.name, Need::required);
  reader.text("alphabet", out.alphabet, Need::required);
  reader.numbers("lengths", out.lengths, Need::required);
  reader.text("separators", out.separators);
  reader.texts("prefixes", out.prefixes);
  reader.number("zeros_lost_from", out.zeros_lost_from);
  reader.text("source", out.source, Need::required);
  reader.text("mark", out.mark, Need::required);
  if (into.identifier(out.id) != nullptr) reader.fault("id", "is declared twice");
  if (!is_one_of(kAlphabets, out.alphabet)) {
    reader.fault("alphabet", fmt::format("must be one of {}", fmt::join(kAlphabets, ", ")));
  }
  if (!is_one_of(kMarks, out.mark)) reader.fault("mark", fmt::format("must be one of {}", fmt::join(kMarks, ", ")));
  if (out.lengths.empty() || std::ranges::min(out.lengths) == 0 || std::ranges::max(out.lengths) > 64) {
    reader.fault("lengths", "must be between 1 and 64");
  } else if (out.zeros_lost_from > std::ranges::max(out.lengths)) {
    reader.fault("zeros_lost_from", "is longer than the identifier");
  }
  const toml::table* check = reader.table("check");
  const auto parts = reader.tables("part");
  SIDIK_CHECK(reader.finish());
  if (check != nullptr) SIDIK_CHECK(read_check(source, *check, out));
  for (const toml::table* part : parts) {
    SIDIK_TRY(IdentifierPart read, read_part(source, *part, out));
    out.parts.push_back(std::move(read));
  }
  into.identifiers.push_back(std::move(out));
  return {};
}

Status read_entry(const PartSource& source, const toml::table& table, Vocabulary& into) {
  TomlReader reader(source.path, table);
  std::string canonical;
  std::vector<std::string> words;
  std::vector<std::string> codes;
  reader.text("canonical", canonical, Need::required);
  reader.texts("words", words);
  reader.texts("codes", codes);
  words = folded_both(words);
  for (const VocabularyEntry& other : into.entries) {
    if (other.canonical == canonical) continue;
    for (const std::string& word : words) {
      if (std::ranges::find(other.words, word) != other.words.end())
        reader.fault("words", "names a word of another entry");
    }
    for (const std::string& code : codes) {
      if (std::ranges::find(other.codes, code) != other.codes.end())
        reader.fault("codes", "names a code of another entry");
    }
  }
  SIDIK_CHECK(reader.finish());
  auto found = std::ranges::find(into.entries, canonical, &VocabularyEntry::canonical);
  if (found == into.entries.end())
    found = into.entries.insert(found, {.canonical = canonical, .words = {}, .codes = {}});
  add_new(found->words, std::move(words));
  add_new(found->codes, std::move(codes));
  return {};
}

Status read_vocabulary(const PartSource& source, const toml::table& table, Pack& into) {
  TomlReader reader(source.path, table);
  Vocabulary read;
  reader.text("name", read.name, Need::required);
  reader.text("meaning", read.meaning, Need::required);
  reader.flag("codes_are_telling", read.codes_are_telling);
  auto found = std::ranges::find(into.vocabularies, read.name, &Vocabulary::name);
  if (found == into.vocabularies.end()) {
    if (into.vocabulary_of(read.meaning) != nullptr) reader.fault("meaning", "has a vocabulary of another name");
    found = into.vocabularies.insert(found, read);
  } else if (found->meaning != read.meaning) {
    reader.fault("meaning", "is another one than before");
  }
  found->codes_are_telling = found->codes_are_telling || read.codes_are_telling;
  const auto entries = reader.tables("entry");
  SIDIK_CHECK(reader.finish());
  for (const toml::table* entry : entries) SIDIK_CHECK(read_entry(source, *entry, *found));
  return {};
}

/// Reads a file that is one list of tables under `key`.
template <class Read>
Status read_list(const PartSource& source, std::string_view key, Pack& into, Read read) {
  SIDIK_TRY(const toml::table root, parse_toml(source.path, source.text));
  TomlReader reader(source.path, root);
  const auto tables = reader.tables(key);
  SIDIK_CHECK(reader.finish());
  for (const toml::table* table : tables) SIDIK_CHECK(read(source, *table, into));
  return {};
}

}  // namespace

Status read_pack_card(const PartSource& source, Pack& into) {
  SIDIK_TRY(const toml::table root, parse_toml(source.path, source.text));
  TomlReader reader(source.path, root);
  std::string name;
  std::string title;
  std::vector<std::string> languages;
  reader.text("name", name, Need::required);
  reader.text("title", title);
  reader.texts("languages", languages);
  SIDIK_CHECK(reader.finish());
  into.names.push_back(std::move(name));
  return {};
}

Status read_meanings(const PartSource& source, Pack& into) { return read_list(source, "meaning", into, read_meaning); }

Status read_identifiers(const PartSource& source, Pack& into) {
  return read_list(source, "identifier", into, read_identifier);
}

Status read_vocabularies(const PartSource& source, Pack& into) {
  return read_list(source, "vocabulary", into, read_vocabulary);
}

Status read_words(const PartSource& source, Pack& into) {
  SIDIK_TRY(const toml::table root, parse_toml(source.path, source.text));
  TomlReader reader(source.path, root);
  std::map<std::string, std::uint32_t> months;
  std::vector<std::string> streets;
  std::vector<std::string> places;
  std::vector<std::string> titles;
  reader.each_number("months", months);
  reader.texts("street_words", streets);
  reader.texts("place_names", places);
  reader.texts("name_titles", titles);
  for (const auto& [name, month] : months) {
    if (month < 1 || month > 12) reader.fault("months", "must map to 1 to 12");
    for (const std::string& word : folded_both({name})) {
      const auto [found, is_new] = into.months.emplace(word, static_cast<std::uint8_t>(month));
      if (!is_new && found->second != month) reader.fault("months", "name one month in two ways");
    }
  }
  SIDIK_CHECK(reader.finish());
  for (std::string& word : folded_both(streets)) into.street_words.insert(std::move(word));
  for (std::string& word : folded_both(places)) into.place_names.insert(std::move(word));
  add_new(into.name_titles, folded_both(titles));
  return {};
}

}  // namespace sidik::pack
