#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.hpp"
#include "pack/digit_pattern.hpp"
#include "pack/name_rules.hpp"
#include "pack/origin_profile.hpp"

/// Country packs: what Sidik knows about identifiers, words, names and places, as data. `packs/global` always counts;
/// countries add to it. docs/formats/pack.md has the format of every file.
namespace sidik::pack {

/// A meaning that a column can have: a dotted word, what it weighs, and the header words that point to it.
struct Meaning {
  std::string name;                  ///< person.name, id.national, ...
  std::string category;              ///< ENISA: simple, behavioural, financial, sensitive, or none
  bool identifies = false;           ///< identifies a person by itself or with a name
  std::vector<std::string> headers;  ///< whole headers, normalised as header_words() does, words joined by one blank
  std::vector<std::string> header_words;  ///< single words that point to it, weaker
  std::string identifier_hint;  ///< the identifier to validate with when the header alone decides; may be empty
  std::map<std::string, std::string> says;  ///< language -> what a reader calls it, "en", "id"
};

/// A part of an identifier: characters [at, at + length) of the compact form.
struct IdentifierPart {
  std::string name;  ///< area, birth, serial, ...
  std::uint32_t at = 0;
  std::uint32_t length = 0;
  std::string kind;                     ///< table, ddmmyy, number, fixed
  std::string table;                    ///< for kind table: the name of a code table of the pack (Pack::code_tables)
  std::uint32_t female_day_offset = 0;  ///< for ddmmyy
  std::vector<std::string> values;      ///< for fixed: the values allowed
  std::vector<std::string> never;       ///< values that never occur, for example serial 0000
};

struct CheckDigit {
  std::string algorithm;   ///< luhn, verhoeff, iso7064_mod97_10, iso7064_mod11_10, weighted_sum, ...; empty: none
  std::uint32_t from = 0;  ///< first character covered, of the compact form
  std::uint32_t to = 0;    ///< one past the last covered, check digit included; 0: the whole
};

/// An identifier, declared as data. The check-digit algorithms are code, in identify/check_digit.
struct Identifier {
  std::string id;                      ///< id.nik, id.npwp15, global.iban, ...
  std::string meaning;                 ///< id.national, payment.card, ...
  std::string name;                    ///< what people call it
  std::string alphabet;                ///< digits, hexadecimal, upper_alphanumeric, alphanumeric
  std::vector<std::uint32_t> lengths;  ///< of the compact form (separators removed)
  std::string separators;              ///< characters that may stand between and are removed
  std::vector<std::string> prefixes;   ///< of the compact form; empty: any
  std::vector<IdentifierPart> parts;
  CheckDigit check;
  std::uint32_t zeros_lost_from =
      0;  ///< shortest length that leading zeros lost in a spreadsheet leave; 0: not noticed
  std::string source;
  std::string mark;  ///< H, M, L, K, INF: how sure the source is
};

/// A closed vocabulary, for example the marital statuses of the KTP: each entry in codes and words.
struct VocabularyEntry {
  std::string canonical;
  std::vector<std::string> words;  ///< folded: lower case, one blank between words
  std::vector<std::string> codes;  ///< as written, for example 1, 2, B
};
struct Vocabulary {
  std::string name;                ///< for example religion
  std::string meaning;             ///< person.religion
  bool codes_are_telling = false;  ///< whether codes alone, without header, tell the meaning
  std::vector<VocabularyEntry> entries;
};

/// An area that an official code stands for, with the years in which the code stood (a retired code keeps its past).
struct Area {
  std::string code;  ///< digits only: 2, 4 or 6 of them
  std::string name;  ///< without KABUPATEN/KOTA: see kind
  std::string kind;  ///< province, kabupaten, kota, kecamatan
  std::uint16_t first_year = 0;
  std::uint16_t last_year = 0;
  std::uint64_t population = 0;  ///< 0: not known
};

/// A name token with how often it is used as given name or family name, and by whom.
struct NameToken {
  std::string token;  ///< folded: lower case
  bool given = false;
  bool family = false;
  char sex = 0;  ///< 'm', 'f', or 0 for both or not known
};

/// The numbering plan of a country. pack/phone_plan.hpp reads numbers by it.
struct PhonePlan {
  std::string country;                       ///< ISO 3166 alpha-2, upper case
  std::string calling_code;                  ///< without +
  std::string trunk_prefix;                  ///< for example 0
  std::vector<std::string> mobile_prefixes;  ///< of the national significant number; those of operator_of, may be empty
  std::uint32_t shortest = 0;                ///< digits of the national significant number
  std::uint32_t longest = 0;
  std::map<std::string, std::string> operator_of;  ///< mobile prefix -> operator; may be empty
  DigitPattern mobile;                             ///< of the whole national significant number; empty: not known
  DigitPattern fixed;
  DigitPattern other;  ///< toll-free, premium, voice over IP, ...
};

/// Finds plans by country and by calling code without hashing. Indices into Pack::phone_plans.
struct PhoneIndex {
  static constexpr std::uint16_t kNone = 0xFFFF;
  std::vector<std::uint16_t> by_country;                    ///< 26 x 26, by the two letters
  std::vector<std::vector<std::uint16_t>> by_calling_code;  ///< 1000, the main country of a code first
};

/// A point of a curve that turns the score of a call into the share of such calls that were right.
struct CalibrationPoint {
  double score = 0;
  double probability = 0;
};
/// How right the recogniser of meanings was in rehearsals, for calls of one ground from that many values on.
struct CalibrationCurve {
  std::string ground;  ///< header, values, both, against, blind
  std::uint32_t values_from = 0;
  std::vector<CalibrationPoint> points;  ///< at least one; both numbers rise, scores strictly
};

/// Everything that the chosen packs know, merged. Immutable once loaded; share by const reference.
struct Pack {
  std::vector<std::string> names;  ///< packs in it, for example global, id
  std::vector<Meaning> meanings;
  std::vector<Identifier> identifiers;
  std::vector<Vocabulary> vocabularies;
  std::vector<Area> areas;
  std::unordered_map<std::string, std::size_t> area_by_code;                ///< code -> index into areas
  std::unordered_map<std::string, std::vector<std::size_t>> areas_by_name;  ///< folded name -> indices
  std::unordered_map<std::string, NameToken> name_tokens;                   ///< folded token -> token
  std::vector<PhonePlan> phone_plans;
  PhoneIndex phone_index;
  std::unordered_set<std::string> street_words;  ///< folded: jl, jalan, street, road, avenue, ...
  std::unordered_set<std::string> place_names;   ///< folded country, city, state names and codes that are no `areas`
  std::unordered_map<std::string, std::uint8_t> months;  ///< folded month name or abbreviation -> 1..12
  std::vector<std::string> name_titles;                  ///< folded: h, hj, dr, mr, mrs, ...
  NameRules name_rules;
  std::vector<CalibrationCurve> calibration;  ///< empty: confidences are scores as they are
  std::vector<OriginProfile> origins;         ///< of packs/*/origins/, ordered by id

  [[nodiscard]] const Meaning* meaning(std::string_view name) const;
  [[nodiscard]] const Identifier* identifier(std::string_view id) const;
  [[nodiscard]] const Vocabulary* vocabulary_of(std::string_view meaning) const;
};

/// Loads `global` and the packs named (for example {"id"}) from the program itself, or from `directory` when it is not
/// empty.
///
/// Errors   pack.unknown when there is no such pack (lists those there are); pack.malformed with file, line and key;
///          pack.unreadable for a directory that cannot be read.
/// Cost     some milliseconds for global and id.
[[nodiscard]] Result<Pack> load_pack(std::span<const std::string> names, const std::string& directory = {});

/// The packs that exist.
[[nodiscard]] std::vector<std::string> pack_names(const std::string& directory = {});

}  // namespace sidik::pack
