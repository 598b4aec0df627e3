#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/crew.hpp"
#include "base/result.hpp"
#include "crypto/keyed_hash.hpp"
#include "engine/known_tables.hpp"
#include "ingest/reader.hpp"
#include "origin/copy_tokens.hpp"
#include "pack/pack.hpp"
#include "runs/key_partitions.hpp"

namespace sidik::engine {

/// What reading a file for comparison needs.
struct CopySources {
  const pack::Pack& pack;
  const identify::MeaningReader& meanings;
  const crypto::KeyedHash& hash;
  Crew& crew;
  std::vector<runs::MemoryBudget*> budgets;  ///< one a lane of the crew
  ingest::ReadOptions options;
  const Context& context;
  int reference_year = 0;
};

/// Sets of keys by lane, then by number.
using LaneSets = std::vector<std::vector<runs::KeyPartitions>>;

/// The same set of every lane.
[[nodiscard]] std::vector<const runs::KeyPartitions*> all_lanes(const LaneSets& sets, std::size_t number);

/// A table of a file that is compared, what is wanted of it, and what came.
struct CopyTable {
  KnownTable known;
  std::vector<origin::ComparedRow> rows;
  std::vector<origin::ComparedField> fields;
  LaneSets row_sets;                                  ///< by lane, then as `rows`
  std::uint64_t records = 0;                          ///< of the table
  std::vector<std::vector<std::uint64_t>> filled_in;  ///< records, by row and its columns
};

/// The columns of a table whose values are compared by themselves, into the sets of these meanings.
[[nodiscard]] std::vector<origin::ComparedField> fields_of(std::span<const identify::ColumnMeaning> meanings,
                                                           std::span<const std::string> set_names);

/// Reads a file's records and adds the tokens of its rows and fields to the sets; `tables` as survey_known() told
/// them. `sets` has a set for each number in `fields`.
/// Errors   those of ingest::read_exhibits; engine.known_changed (invalid_input): other tables than before.
[[nodiscard]] Status read_copy(const std::string& path, std::span<CopyTable> tables, LaneSets& sets,
                               const CopySources& sources);

}  // namespace sidik::engine
