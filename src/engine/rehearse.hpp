#pragma once

#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"

namespace sidik::engine {

struct RehearseRequest {
  std::string scenario;
  std::string directory;  ///< `-`: the dump alone to standard output
  std::uint64_t rows = 1000000;
  std::uint64_t seed = 1;
  std::uint64_t members = 0;  ///< 0: the scenario's own share
  bool gzip = false;
  double altered = 0;        ///< share of further rows of a person that are written otherwise, 0 to 1
  std::string truth_column;  ///< name of a last column with the person; empty: none
  unsigned mess = 0;         ///< how badly the file is broken, 0 to 3
  std::string case_folder;   ///< bpjs-2021: the case into which its timeline is played; empty: none
  unsigned origins = 0;      ///< composite: how many systems; 0: from the seed
};

struct ScenarioInfo {
  std::string name;
  std::string says;  ///< one line for people
};
/// The scenarios that can be rehearsed.
[[nodiscard]] std::vector<ScenarioInfo> scenarios();

/// Plays a scenario into a folder: the dump, the registers it came from, and the truth.
/// Errors   engine.scenario_unknown (usage), those of the scenario, rehearse.altered_unfit, engine.case_unfit (usage);
/// those of rehearse_case.
Status rehearse(const RehearseRequest& request, const Context& context);

}  // namespace sidik::engine
