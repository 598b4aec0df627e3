#include "rehearse/delimited_scenario.hpp"

#include <fmt/format.h>

#include "rehearse/dump_writer.hpp"

namespace sidik::rehearse {

Status check_options(const RehearsalOptions& options, bool takes_members) {
  SIDIK_CHECK(check_rows(options.rows));
  if (options.mess > kMostMess) {
    return fail(ErrorKind::usage, "rehearse.mess_unknown", fmt::format("there is no mess level {}", options.mess),
                fmt::format("give --mess 0 to {}", kMostMess));
  }
  if (options.members != 0 && !takes_members) {
    return fail(ErrorKind::usage, "rehearse.members_unused", "only bpjs-2021 has members of a register",
                "leave out --members");
  }
  return {};
}

Status play_delimited(DumpSource& source, const DelimitedScenario& scenario, const RehearsalOptions& options,
                      const pack::Pack& pack, const Context& context) {
  const NationalIdRule rule(pack);
  if (options.directory == "-") {
    SIDIK_TRY(OutputFile dump, OutputFile::open("-", options.gzip));
    DumpWriter writer(source, options.seed, rule, dump, nullptr);
    SIDIK_CHECK(writer.write(context));
    return dump.close();
  }
  SIDIK_TRY(OutputFolder folder, OutputFolder::prepare(options, scenario.name, "dump.csv"));
  DumpWriter writer(source, options.seed, rule, folder.dump(), &folder.rows_list());
  SIDIK_CHECK(writer.write(context));
  SIDIK_CHECK(folder.close());
  if (scenario.write_registers) SIDIK_CHECK(scenario.write_registers(folder));
  const TruthFrame frame{.scenario = scenario.name,
                         .seed = options.seed,
                         .rows = options.rows,
                         .members = scenario.members,
                         .shape = source.file_shape(),
                         .mess = writer.mess(),
                         .tables = {{.name = {}, .columns = source.columns()}},
                         .national_id_columns = scenario.national_id_columns,
                         .has_ids_of_others = source.has_ids_of_others(),
                         .facts = source.facts(),
                         .altered = writer.altered(),
                         .further_contracts = writer.further_contracts()};
  return folder.finish(truth_json(writer.tally(), frame));
}

}  // namespace sidik::rehearse
