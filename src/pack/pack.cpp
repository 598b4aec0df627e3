#include "pack/pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pack/pack_files.hpp"
#include "pack/pack_parts.hpp"
#include "pack/tsv.hpp"

namespace sidik::pack {
namespace {

constexpr std::string_view kGlobal = "global";

using Read = Status (*)(const PartSource&, Pack&);
struct Part {
  std::string_view name;
  Read read;
};

/// The files of a pack in the order in which they are read: what others refer to comes first.
constexpr std::array kParts{Part{"pack.toml", read_pack_card},
                            Part{"meanings.toml", read_meanings},
                            Part{"identifiers.toml", read_identifiers},
                            Part{"vocabularies.toml", read_vocabularies},
                            Part{"words.toml", read_words},
                            Part{"areas.tsv", read_areas},
                            Part{"area_names.tsv", read_area_names},
                            Part{"countries.tsv", read_countries},
                            Part{"places.tsv", read_places},
                            Part{"names.tsv", read_names},
                            Part{"name_rules.toml", read_name_rules},
                            Part{"short_names.tsv", read_short_names},
                            Part{"phones.tsv", read_phones},
                            Part{"operators.tsv", read_operators},
                            Part{"calibration.tsv", read_calibration}};

std::unexpected<Error> unknown(std::string_view name, const std::string& directory) {
  const auto known = names_of_packs(directory);
  std::string next = known.empty() ? std::string("the folder of --packs holds no pack")
                                   : fmt::format("there are: {}", fmt::join(known, ", "));
  return fail(ErrorKind::not_found, "pack.unknown", fmt::format("there is no pack {}", name), std::move(next));
}

Status check_file_names(const std::vector<PackFile>& files) {
  for (const PackFile& file : files) {
    if (std::ranges::find(kParts, file.name, &Part::name) == kParts.end()) {
      return malformed(file.path, 1, "", "is no file that a pack can have");
    }
  }
  return {};
}

Status load_origins(std::string_view name, const std::string& directory, Pack& into) {
  SIDIK_TRY(const std::vector<PackFile> files, origin_files_of_pack(name, directory));
  for (const PackFile& file : files) {
    SIDIK_TRY(OriginProfile profile, read_origin_profile(file.path, file.text));
    if (std::ranges::find(into.origins, profile.id, &OriginProfile::id) != into.origins.end())
      return malformed(file.path, 1, "id", "stands in another profile too");
    into.origins.push_back(std::move(profile));
  }
  return {};
}

Status load_into(std::string_view name, const std::string& directory, Pack& into) {
  SIDIK_TRY(const std::vector<PackFile> files, files_of_pack(name, directory));
  if (std::ranges::find(files, kParts[0].name, &PackFile::name) == files.end()) return unknown(name, directory);
  SIDIK_CHECK(check_file_names(files));
  for (const Part& part : kParts) {
    const auto found = std::ranges::find(files, part.name, &PackFile::name);
    if (found == files.end()) continue;
    SIDIK_CHECK(part.read({found->path, found->text.data() != nullptr ? found->text : std::string_view()}, into));
  }
  if (into.names.back() != name) {
    return malformed(fmt::format("{}/pack.toml", name), 1, "name", "must be the name of the folder");
  }
  return load_origins(name, directory, into);
}

Status check_origins(Pack& pack) {
  std::ranges::sort(pack.origins, {}, &OriginProfile::id);
  for (const OriginProfile& profile : pack.origins) {
    const auto faults = faults_of(profile, pack.meanings);
    if (!faults.empty()) return fail(ErrorKind::invalid_input, "pack.malformed", faults.front());
  }
  return {};
}

Status check_references(const Pack& pack) {
  for (const Identifier& identifier : pack.identifiers) {
    if (pack.meaning(identifier.meaning) == nullptr) {
      return fail(ErrorKind::invalid_input, "pack.malformed",
                  fmt::format("identifier {} has the meaning {}, which no meanings.toml declares", identifier.id,
                              identifier.meaning));
    }
  }
  for (const Meaning& meaning : pack.meanings) {
    if (!meaning.identifier_hint.empty() && pack.identifier(meaning.identifier_hint) == nullptr) {
      return fail(ErrorKind::invalid_input, "pack.malformed",
                  fmt::format("meaning {} hints at {}, which no identifiers.toml declares", meaning.name,
                              meaning.identifier_hint));
    }
  }
  return {};
}

}  // namespace

const Meaning* Pack::meaning(std::string_view name) const {
  const auto found = std::ranges::find(meanings, name, &Meaning::name);
  return found == meanings.end() ? nullptr : &*found;
}

const Identifier* Pack::identifier(std::string_view id) const {
  const auto found = std::ranges::find(identifiers, id, &Identifier::id);
  return found == identifiers.end() ? nullptr : &*found;
}

const Vocabulary* Pack::vocabulary_of(std::string_view meaning) const {
  const auto found = std::ranges::find(vocabularies, meaning, &Vocabulary::meaning);
  return found == vocabularies.end() ? nullptr : &*found;
}

Result<Pack> load_pack(std::span<const std::string> names, const std::string& directory) {
  Pack pack;
  SIDIK_CHECK(load_into(kGlobal, directory, pack));
  for (const std::string& name : names) {
    if (std::ranges::find(pack.names, name) != pack.names.end()) continue;
    SIDIK_CHECK(load_into(name, directory, pack));
  }
  SIDIK_CHECK(check_references(pack));
  SIDIK_CHECK(check_origins(pack));
  index_phones(pack);
  return pack;
}

std::vector<std::string> pack_names(const std::string& directory) { return names_of_packs(directory); }

}  // namespace sidik::pack
