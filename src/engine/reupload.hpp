#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/case_access.hpp"
#include "findings/document.hpp"

namespace sidik::engine {

/// How a file that turned up stands to an exhibit.
enum class Likeness {
  same_file,      ///< to the byte
  same_rows,      ///< nearly all rows of each are in the other: sorted, delimited or packed anew
  part,           ///< nearly all of its rows are in the exhibit
  more,           ///< it has nearly all of the exhibit's rows, and others
  shares_rows,    ///< some rows
  shares_values,  ///< identifiers, no whole row: perhaps another source about the same people
  alike_bytes,    ///< the bytes are alike, the rows could not be compared
  other           ///< nothing in common was found
};
[[nodiscard]] std::string_view word_of(Likeness likeness);

struct Reupload {
  std::string exhibit;  ///< E1, or the name of the file
  Likeness likeness = Likeness::other;
  std::optional<int> fuzzy_distance;
  std::uint64_t columns_shared = 0;  ///< of the table that shares most, by their names
  std::uint64_t columns_here = 0;
  std::vector<findings::Overlap> overlaps;  ///< `here` is the file: rows first, then kinds of value
};

struct ReuploadRequest {
  std::string path;                   ///< the file, or its first megabytes
  std::vector<std::string> exhibits;  ///< files to compare with, when there is no case
  std::string key_file;               ///< for their tokens; empty: a key of this run
  std::vector<std::string> packs = {"id"};
  std::string packs_directory;
  std::string password_file;
  bool allows_no_sandbox = false;
};

/// Compares a file with the exhibits of a case that are not deleted, or with files. Rows are compared as keyed tokens
/// of their values in the order of the columns' names, so that sorting, another delimiter, other quotes or a container
/// do not hide a copy. Tokens lie in memory only and go when it ends; the case is not changed.
///
/// Caveat   columns that are renamed, left out or added leave the rows uncompared: then the kinds of value decide.
/// Errors   engine.exhibit_unknown (not_found): there is nothing to compare with; those of make_tokens.
/// Cost     each file is read three times.
[[nodiscard]] Result<std::vector<Reupload>> compare_reupload(const CaseAccess& access, const ReuploadRequest& request,
                                                             const Context& context);
[[nodiscard]] std::string to_text(const std::vector<Reupload>& found, const std::string& language);
[[nodiscard]] std::string to_json(const std::vector<Reupload>& found);

/// What the shares say; the first overlap of rows counts.
[[nodiscard]] Likeness likeness_of(bool is_same_file, const std::vector<findings::Overlap>& overlaps,
                                   std::optional<int> fuzzy_distance);

}  // namespace sidik::engine
