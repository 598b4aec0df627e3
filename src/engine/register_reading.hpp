#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/decoy_maker.hpp"
#include "engine/secret_draw.hpp"
#include "identify/meaning.hpp"
#include "ingest/reader.hpp"

namespace sidik::engine {

/// What one reading of a register tells: its form, where its rows lie, and some of them.
struct RegisterReading {
  ingest::TableInfo info;
  RegisterSample sample;               ///< without meanings
  std::vector<std::uint64_t> offsets;  ///< of the rows, in the file as it lies, when is_plain
  std::uint64_t rows = 0;
  std::string sha256;     ///< of the file
  bool is_plain = false;  ///< a delimited UTF-8 text that is no member of anything: its bytes can be copied
};

/// Reads a register that is one table without rejects.
/// Errors   those of ingest::read_exhibits; engine.register_tables (invalid_input) for more than one table;
///          engine.register_rejects (invalid_input) when rows cannot be read: a copy would miss them;
///          engine.register_cut (invalid_input) when the file ends early.
/// Cost     one pass; memory for 20,000 rows and 8 bytes a row.
[[nodiscard]] Result<RegisterReading> read_register(const std::string& path, const identify::MeaningReader& meanings,
                                                    SecretDraw& draw, const Context& context);

/// Hands every row of the register on, in order. The fields live until the function returns.
using RowTaker = std::function<Status(std::span<const std::string_view>)>;
Status for_each_row(const std::string& path, const identify::MeaningReader& meanings, const Context& context,
                    const RowTaker& take);

}  // namespace sidik::engine
