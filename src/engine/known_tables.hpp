#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "identify/meaning.hpp"
#include "ingest/reader.hpp"

namespace sidik::engine {

/// A file that a dump is compared with.
struct KnownFile {
  std::string name;  ///< as the analyst calls it
  std::string path;
  bool is_published = false;  ///< lawfully; else it is an earlier leak
};

/// A table of such a file.
struct KnownTable {
  std::string name;
  std::vector<std::string> columns;  ///< as written
  std::vector<std::string> shown;    ///< as a document may show them
  std::vector<identify::ColumnMeaning> meanings;
};

/// `NAME=FILE` as typed; a NAME of one to 80 letters, digits, dots, blanks, _ and -.
/// Errors   engine.known_malformed (usage).
[[nodiscard]] Result<KnownFile> parse_known(const std::string& typed, bool is_published);

/// The tables of a file in the order in which reading it tells them, from their heads: a plain delimited file is left
/// as soon as its columns are understood, any other is read to the end.
/// Errors   those of ingest::read_exhibits; engine.known_stream (usage): standard input cannot be read twice.
[[nodiscard]] Result<std::vector<KnownTable>> survey_known(const std::string& path, const ingest::ReadOptions& options,
                                                           const Context& context,
                                                           const identify::MeaningReader& meanings);

}  // namespace sidik::engine
