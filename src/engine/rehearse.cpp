#include "engine/rehearse.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pack/pack.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::engine {

std::vector<std::string> scenarios() { return {"bpjs-2021"}; }

Status rehearse(const RehearseRequest& request, const Context& context) {
  if (request.scenario != "bpjs-2021") {
    return fail(ErrorKind::usage, "engine.scenario_unknown", fmt::format("there is no scenario {}", request.scenario),
                fmt::format("choose one of: {}", fmt::join(scenarios(), ", ")));
  }
  const std::vector<std::string> packs = {"id"};
  SIDIK_TRY(const pack::Pack pack, pack::load_pack(packs));
  rehearse::RehearsalOptions options;
  options.directory = request.directory;
  options.rows = request.rows;
  options.seed = request.seed;
  options.members = request.members;
  options.gzip = request.gzip;
  return rehearse::bpjs_2021(options, pack, context);
}

}  // namespace sidik::engine
