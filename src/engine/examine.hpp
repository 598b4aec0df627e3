#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"
#include "engine/known_tables.hpp"
#include "findings/document.hpp"
#include "pack/pack.hpp"

namespace sidik::engine {

/// What the user asked of an examination, as written on the command line; unset things are guessed.
struct ExamineRequest {
  std::vector<std::string> paths;
  std::optional<std::string> format;  ///< delimited, fixed, json, sql, sqlite, xlsx
  std::optional<std::string> encoding;
  std::optional<std::string> delimiter;  ///< as typed: \t, tab, comma and the like are understood
  std::optional<std::string> quote;      ///< one character, or none
  std::optional<std::string> escape;     ///< double, backslash, none
  std::optional<bool> header;
  std::optional<std::uint64_t> skip_lines;
  std::optional<std::string> comment;
  std::optional<std::string> widths;  ///< of aligned columns, joined by commas
  std::string ragged = "habit";       ///< habit, reject, pad
  std::vector<std::string> claims;    ///< sample=N, total=N
  std::string sold;                   ///< what the advert lists, joined by commas
  std::vector<std::string> packs = {"id"};
  std::string packs_directory;
  std::string marks;                    ///< seal of decoys, sidik mark's; empty: none
  std::string marks_key;                ///< its key
  std::string copies;                   ///< a folder of copies as they were given to recipients; empty: none
  std::vector<KnownFile> compare_with;  ///< earlier leaks and lawfully published data, or tokens of them
  std::string password_file;            ///< passwords of archives, a line each; each is tried
  bool allows_no_sandbox = false;       ///< read archives even where their reader cannot be shut in
  std::string key_file;                 ///< 32 hexadecimal digits; empty: a key of this run
  std::optional<Secret> key_text;       ///< the digits themselves, of a case; then no file is read
  std::string parts = "all";  ///< scan; people: persons besides; origin: how many sources, and whose data, besides; all
  std::string model_file;     ///< a saved linkage model to apply in place of training; empty: none
  std::string save_model_file;  ///< where the linkage model goes; empty: nowhere
  std::string rows_file;
  std::vector<std::string> other_outputs;  ///< files that the caller writes afterwards; none may be an input
  std::optional<std::string> unmask_reason;
  std::string command;  ///< for the document
};

/// What came of it. `was_cancelled`: the document speaks of what was read until then.
struct Examination {
  findings::Document document;
  std::shared_ptr<const pack::Pack> pack;  ///< the packs it was examined with, for showing the document
  bool was_cancelled = false;
};

/// The main job: reads every path, says what the columns mean, checks every field and record, counts exactly, tests the
/// claims, weighs the severity.
///
/// Errors   those of ingest::read_exhibits, pack::load_pack, ledger::parse_claim, runs.spill_failed,
/// engine.key_malformed, those of linkage_model.hpp,
///          engine.password_unreadable (not_found), engine.option (usage) for a delimiter or quote that cannot be.
/// Cost     one pass over the bytes; memory within context.limits.memory_bytes and some chunks.
[[nodiscard]] Result<Examination> examine(const ExamineRequest& request, const Context& context);

}  // namespace sidik::engine
