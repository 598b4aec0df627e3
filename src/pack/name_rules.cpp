#include "pack/name_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pack/pack_parts.hpp"
#include "pack/toml_reader.hpp"
#include "pack/tsv.hpp"
#include "text/letters.hpp"

namespace sidik::pack {
namespace {

using Need = TomlReader::Need;

/// As name_form looks words up: folded, without diacritics, dots and apostrophes.
std::string name_word(std::string_view written) {
  std::string out = text::fold_plain(written);
  std::erase_if(out, [](char c) { return c == '.' || c == '\''; });
  return out;
}

void read_words_into(TomlReader& reader, std::string_view key, TextSet& into) {
  std::vector<std::string> words;
  reader.texts(key, words);
  for (const std::string& word : words) {
    std::string folded = name_word(word);
    if (folded.empty()) reader.fault(key, "holds an empty word");
    into.insert(std::move(folded));
  }
}

/// A form stands once a pack; a later pack replaces what an earlier one said.
void put(TomlReader& reader, std::string_view key, std::string form, const std::string& usual,
         TextMap<std::string>& seen, TextMap<std::string>& into) {
  const auto [known, is_new] = seen.emplace(form, usual);
  if (!is_new && known->second != usual) reader.fault(key, fmt::format("gives {} to two names", form));
  into.insert_or_assign(std::move(form), usual);
}

struct SeenForms {
  TextMap<std::string> anywhere, in_front, compounds;
};

Status read_same(const PartSource& source, const toml::table& table, SeenForms& seen, NameRules& into) {
  TomlReader reader(source.path, table);
  std::string usual;
  std::vector<std::string> forms;
  std::vector<std::string> in_front;
  reader.text("usual", usual, Need::required);
  reader.texts("forms", forms);
  reader.texts("in_front", in_front);
  usual = name_word(usual);
  if (usual.empty() || usual.contains(' ')) reader.fault("usual", "must be one word");
  for (const std::string& form : forms) put(reader, "forms", name_word(form), usual, seen.anywhere, into.same);
  for (const std::string& form : in_front)
    put(reader, "in_front", name_word(form), usual, seen.in_front, into.same_in_front);
  for (const auto* list : {&forms, &in_front}) {
    for (const std::string& form : *list) {
      const std::string word = name_word(form);
      if (word.empty() || std::ranges::count(word, ' ') > 1)
        reader.fault(list == &forms ? "forms" : "in_front", "must be of one or two words");
    }
  }
  return reader.finish();
}

Status read_compound(const PartSource& source, const toml::table& table, SeenForms& seen, NameRules& into) {
  TomlReader reader(source.path, table);
  std::string usual;
  std::vector<std::string> forms;
  reader.text("usual", usual, Need::required);
  reader.texts("forms", forms, Need::required);
  usual = name_word(usual);
  for (const std::string& form : forms) put(reader, "forms", name_word(form), usual, seen.compounds, into.compounds);
  return reader.finish();
}

Status read_spelling(const PartSource& source, const toml::table& table, NameRules& into) {
  static constexpr std::array<std::string_view, 3> kPlaces{"anywhere", "start", "end"};
  TomlReader reader(source.path, table);
  SpellingRule rule;
  std::string at(kPlaces[0]);
  reader.text("from", rule.from, Need::required);
  reader.text("to", rule.to, Need::required);
  reader.text("at", at);
  reader.text("after", rule.after);
  reader.text("not_after", rule.not_after);
  reader.text("before", rule.before);
  reader.number("least", rule.least);
  reader.texts("with", rule.with);
  const auto is_plain = [](const std::string& word) { return std::ranges::all_of(word, text::is_lower); };
  if (rule.from.empty() || !is_plain(rule.from)) reader.fault("from", "must be of letters a to z");
  if (!is_plain(rule.to)) reader.fault("to", "must be of letters a to z");
  if (!std::ranges::all_of(rule.with, is_plain)) reader.fault("with", "must be of letters a to z");
  const auto place = std::ranges::find(kPlaces, at);
  if (place == kPlaces.end()) reader.fault("at", fmt::format("must be one of {}", fmt::join(kPlaces, ", ")));
  SIDIK_CHECK(reader.finish());
  rule.at = static_cast<SpellingRule::Place>(place - kPlaces.begin());
  into.spelling.push_back(std::move(rule));
  return {};
}

}  // namespace

Status read_name_rules(const PartSource& source, Pack& into) {
  SIDIK_TRY(const toml::table root, parse_toml(source.path, source.text));
  NameRules& rules = into.name_rules;
  TomlReader reader(source.path, root);
  read_words_into(reader, "titles_before", rules.titles_before);
  read_words_into(reader, "titles_behind", rules.titles_behind);
  read_words_into(reader, "marked_titles_behind", rules.marked_titles_behind);
  read_words_into(reader, "patronyms", rules.patronyms);
  read_words_into(reader, "particles", rules.particles);
  read_words_into(reader, "birth_order", rules.birth_order);
  read_words_into(reader, "articles", rules.articles);
  read_words_into(reader, "ranks", rules.ranks);
  read_words_into(reader, "unspelled", rules.unspelled);
  const auto same = reader.tables("same");
  const auto compounds = reader.tables("compound");
  const auto spelling = reader.tables("spelling");
  SIDIK_CHECK(reader.finish());
  SeenForms seen;
  for (const toml::table* table : same) SIDIK_CHECK(read_same(source, *table, seen, rules));
  for (const toml::table* table : compounds) SIDIK_CHECK(read_compound(source, *table, seen, rules));
  for (const toml::table* table : spelling) SIDIK_CHECK(read_spelling(source, *table, rules));
  return {};
}

Status read_short_names(const PartSource& source, Pack& into) {
  static constexpr std::array<std::string_view, 2> kColumns{"short", "full"};
  return read_tsv(source.path, source.text, kColumns, [&](const TsvRow& row) -> Status {
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      if (row.fields[i].empty() || name_word(row.fields[i]) != row.fields[i])
        return malformed(source.path, row.line, kColumns[i], "must be folded and not empty");
    }
    std::vector<std::string>& full = into.name_rules.full_names[std::string(row.fields[0])];
    if (std::ranges::find(full, row.fields[1]) == full.end()) full.emplace_back(row.fields[1]);
    return {};
  });
}

}  // namespace sidik::pack
