#include "pack/letters.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "pack/pack_files.hpp"
#include "pack/toml_reader.hpp"

namespace sidik::pack {

Result<std::vector<LetterTemplate>> read_letters(std::string_view path, std::string_view text) {
  SIDIK_TRY(const toml::table table, parse_toml(path, text));
  TomlReader reader(path, table);
  const auto tables = reader.tables("letter");
  SIDIK_CHECK(reader.finish());
  std::vector<LetterTemplate> letters;
  for (const toml::table* each : tables) {
    TomlReader one(path, *each);
    LetterTemplate letter;
    one.text("kind", letter.kind, TomlReader::Need::required);
    one.languages("subject", letter.subject);
    one.languages("body", letter.body);
    for (const char* language : {"en", "id"}) {
      if (!letter.subject.contains(language)) one.fault("subject", fmt::format("must have {}", language));
      if (!letter.body.contains(language)) one.fault("body", fmt::format("must have {}", language));
    }
    if (std::ranges::find(letters, letter.kind, &LetterTemplate::kind) != letters.end())
      one.fault("kind", "stands there twice");
    SIDIK_CHECK(one.finish());
    letters.push_back(std::move(letter));
  }
  return letters;
}

Result<std::vector<LetterTemplate>> load_letters(const std::string& directory) {
  SIDIK_TRY(const auto files, letter_files(directory));
  const auto found = std::ranges::find(files, "letters.toml", &PackFile::name);
  if (found == files.end()) {
    return fail(ErrorKind::not_found, "pack.unknown", "there are no letters in the packs",
                "global/letters/letters.toml has them");
  }
  return read_letters(found->path, found->text);
}

}  // namespace sidik::pack
