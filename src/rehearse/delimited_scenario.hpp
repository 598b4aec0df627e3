#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/context.hpp"
#include "base/result.hpp"
#include "pack/pack.hpp"
#include "rehearse/dump_source.hpp"
#include "rehearse/output_folder.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::rehearse {

/// What a scenario of one delimited file has besides its rows.
struct DelimitedScenario {
  std::string name;
  std::optional<std::uint64_t> members;
  std::string national_id_columns;  ///< as the truth names them
  /// Writes the registers; empty: there are none.
  std::function<Status(const OutputFolder& folder)> write_registers = {};
};

/// What not every scenario takes.
struct TakenOptions {
  bool takes_members = false;
  bool takes_altered = false;
  bool is_delimited = true;  ///< takes a truth column
};
/// Refuses options that no scenario takes, and those that this one does not take.
Status check_options(const RehearsalOptions& options, TakenOptions taken);

/// Writes dump, rows.csv, registers and truth.json, or the dump alone to standard output.
/// Errors   those of scenario.hpp.
Status play_delimited(DumpSource& source, const DelimitedScenario& scenario, const RehearsalOptions& options,
                      const pack::Pack& pack, const Context& context);

}  // namespace sidik::rehearse
