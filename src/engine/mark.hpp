#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/mark_seal.hpp"

namespace sidik::engine {

struct MarkRequest {
  std::string register_path;
  std::string recipients;  ///< see recipient_list.hpp
  std::string directory;   ///< gets the copies, marks.json and marks.key; must be new or empty
  std::uint64_t decoys = 20;
  std::string key_file;               ///< empty: marks.key in the directory; an existing one is read, never written
  std::optional<std::uint64_t> seed;  ///< for rehearsals: whoever knows it knows every decoy
  std::vector<std::string> packs = {"id"};
  std::string packs_directory;
};

struct Marked {
  MarkSeal seal;
  std::string seal_path;
  std::string key_path;
  bool is_new_key = false;
};

/// Makes a copy of a register for each recipient: its rows as they are, byte by byte where the register is a plain
/// delimited text and all columns are given, and decoy persons of his own between them; and a seal to know them by.
/// Controls, decoys that no copy holds, are composed beside them and sealed too; tracing needs them to say what chance
/// finds.
///
/// Errors   those of read_recipients and read_register; engine.mark_folder (refused) when the directory holds anything;
///          engine.mark_decoys (usage) for none or more than 10,000; engine.column_unknown (usage);
///          engine.mark_no_decoy (invalid_input) when the register has no columns or rows to compose persons from;
///          engine.key_malformed; engine.unwritable (io).
/// Cost     two readings of the register and one more for a register of over 20,000 rows; the copies are written one
///          after the other.
[[nodiscard]] Result<Marked> mark_register(const MarkRequest& request, const Context& context);

/// What was done, for a person to read; names of recipients and counts only.
[[nodiscard]] std::string to_text(const Marked& marked);

}  // namespace sidik::engine
