#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "pack/pack.hpp"

/// One function a file of a pack. Each adds what it reads to `into` and leaves what other packs added before;
/// docs/formats/pack.md has the formats and the rules by which packs are joined. Errors   pack.malformed with file,
/// line and key.
namespace sidik::pack {

/// A file to read: what to call it in an error, and its text.
struct PartSource {
  std::string_view path;
  std::string_view text;
};

[[nodiscard]] Status read_pack_card(const PartSource& source, Pack& into);     ///< pack.toml
[[nodiscard]] Status read_meanings(const PartSource& source, Pack& into);      ///< meanings.toml
[[nodiscard]] Status read_identifiers(const PartSource& source, Pack& into);   ///< identifiers.toml
[[nodiscard]] Status read_vocabularies(const PartSource& source, Pack& into);  ///< vocabularies.toml
[[nodiscard]] Status read_words(const PartSource& source, Pack& into);         ///< words.toml
[[nodiscard]] Status read_areas(const PartSource& source, Pack& into);         ///< areas.tsv
[[nodiscard]] Status read_area_names(const PartSource& source, Pack& into);    ///< area_names.tsv, after areas.tsv
[[nodiscard]] Status read_countries(const PartSource& source, Pack& into);     ///< countries.tsv
[[nodiscard]] Status read_places(const PartSource& source, Pack& into);        ///< places.tsv
[[nodiscard]] Status read_names(const PartSource& source, Pack& into);         ///< names.tsv
[[nodiscard]] Status read_name_rules(const PartSource& source, Pack& into);    ///< name_rules.toml
[[nodiscard]] Status read_short_names(const PartSource& source, Pack& into);   ///< short_names.tsv
[[nodiscard]] Status read_phones(const PartSource& source, Pack& into);        ///< phones.tsv
[[nodiscard]] Status read_operators(const PartSource& source, Pack& into);     ///< operators.tsv, after phones.tsv
[[nodiscard]] Status read_calibration(const PartSource& source, Pack& into);   ///< calibration.tsv

/// Builds what is looked up by number once all packs are read.
void index_phones(Pack& pack);

}  // namespace sidik::pack
