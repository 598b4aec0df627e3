#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// What a system looks like from outside, without a single personal value: its columns, how it writes them, what it
/// never holds. docs/formats/origin-profile.md has the format of the file.
namespace sidik::pack {

struct Meaning;

/// A code that a column may hold, and its share in percent; 0: not known.
struct ProfileCode {
  std::string code;
  std::uint32_t percent = 0;
};

/// How often the values of a column come again.
enum class Repeats : std::uint8_t { unknown, unique, some, few };

struct ProfileColumn {
  std::string name;
  std::vector<std::string> aliases;  ///< other names of the same column
  std::string meaning = "unknown";
  std::vector<std::string> shapes;    ///< shape classes as table::shape_name() says them, the most frequent first
  std::vector<std::uint32_t> length;  ///< shortest and longest usual value in bytes; empty: not known
  std::vector<std::uint32_t> filled;  ///< least and most percent of the records; empty: not known
  std::vector<std::string> dates;     ///< ymd, dmy, mdy, compact, words, with `t` behind where a time follows
  std::vector<ProfileCode> codes;
  std::vector<std::string> prefixes;  ///< what nearly every value begins with, at most 4 characters
  std::vector<std::uint32_t> years;   ///< first and last year of its dates; the last may be missing
  Repeats repeats = Repeats::unknown;
};

/// How two columns hang together, or how a column does by itself.
struct ProfileRelation {
  std::string kind;  ///< equal: the same value in a record; refers: the left value stands in the right column somewhere
  std::string left;  ///< names of columns
  std::string right;
  std::uint32_t percent = 100;  ///< of the records in which both are filled
};

/// How many records the system held, as a public source says.
struct ProfileCount {
  std::string date;  ///< 2021-05, or 2021
  std::uint64_t records = 0;
  std::uint32_t source = 1;  ///< which of the sources, from 1
};

struct ProfileSource {
  std::string says;
  std::string where;
  std::string mark;  ///< H, M, L, K, INF
};

enum class ProfileKind : std::uint8_t { institution, archetype };

struct OriginProfile {
  std::string id;  ///< id.bpjs-kesehatan; an archetype's begins with `kind.`, so that it never reads as an institution
  ProfileKind kind = ProfileKind::archetype;
  std::map<std::string, std::string> says;  ///< language -> what a reader calls it
  std::vector<ProfileColumn> columns;
  std::vector<std::string> never;  ///< meanings that it does not hold
  std::vector<ProfileRelation> relations;
  std::vector<ProfileCount> counts;
  std::vector<ProfileSource> sources;

  [[nodiscard]] bool is_institution() const { return kind == ProfileKind::institution; }
  [[nodiscard]] const ProfileColumn* column(std::string_view name) const;
};

/// Whether the values of a meaning may stand in a profile as a list of codes: those that identify nobody, alone or
/// together with a name, and say no free text, place, number or time.
[[nodiscard]] bool may_list_codes(std::string_view meaning, const Meaning* known);

/// A code is short and is no number of a person: at most 24 bytes, fewer than six digits in a row, no @.
[[nodiscard]] bool is_harmless_code(std::string_view code);

inline constexpr std::size_t kMostProfileCodes = 64;

/// Reads one profile file and checks it against itself. Errors   pack.malformed with file, line and key.
[[nodiscard]] Result<OriginProfile> read_origin_profile(std::string_view path, std::string_view text);

/// What is wrong with a profile beyond its form: a meaning that no pack declares, codes of a meaning that may have
/// none, an institution without a source, a relation of columns that are not there. Sentences; none: it is sound.
[[nodiscard]] std::vector<std::string> faults_of(const OriginProfile& profile, const std::vector<Meaning>& meanings);

/// The profile as its file.
[[nodiscard]] std::string to_toml(const OriginProfile& profile);

}  // namespace sidik::pack
