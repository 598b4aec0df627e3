#include "engine/rehearse.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/rehearse_case.hpp"
#include "pack/pack.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::engine {

std::vector<ScenarioInfo> scenarios() {
  std::vector<ScenarioInfo> out;
  for (const rehearse::Scenario& scenario : rehearse::scenarios())
    out.push_back({std::string(scenario.name), std::string(scenario.says)});
  return out;
}

Status rehearse(const RehearseRequest& request, const Context& context) {
  const auto all = rehearse::scenarios();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const rehearse::Scenario& scenario) { return scenario.name == request.scenario; });
  if (found == all.end()) {
    std::vector<std::string_view> names;
    for (const rehearse::Scenario& scenario : all) names.push_back(scenario.name);
    return fail(ErrorKind::usage, "engine.scenario_unknown", fmt::format("there is no scenario {}", request.scenario),
                fmt::format("choose one of: {}", fmt::join(names, ", ")));
  }
  const std::vector<std::string> packs = {"id"};
  SIDIK_TRY(const pack::Pack pack, pack::load_pack(packs));
  rehearse::RehearsalOptions options;
  options.directory = request.directory;
  options.rows = request.rows;
  options.seed = request.seed;
  options.members = request.members;
  options.gzip = request.gzip;
  options.mess = request.mess;
  if (!(request.altered >= 0 && request.altered <= 1)) {
    return fail(ErrorKind::usage, "rehearse.altered_unfit", "the share of altered rows is not between 0 and 1",
                "give --altered 0 to 1");
  }
  options.altered_per_million = static_cast<std::uint32_t>(std::lround(request.altered * 1e6));
  options.truth_column = request.truth_column;
  options.origins = request.origins;
  if (!request.case_folder.empty() && (request.scenario != "bpjs-2021" || request.directory == "-")) {
    return fail(ErrorKind::usage, "engine.case_unfit", "only bpjs-2021, written into a folder, is played into a case",
                "for example: sidik rehearse bpjs-2021 --out rehearsal --case kasus");
  }
  SIDIK_CHECK(found->play(options, pack, context));
  return request.case_folder.empty() ? Status{} : rehearse_case(request.directory, request.case_folder, context);
}

}  // namespace sidik::engine
