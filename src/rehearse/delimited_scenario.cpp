#include "rehearse/delimited_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "rehearse/dump_writer.hpp"
#include "rehearse/truth_column.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

bool is_fit_for_a_column(const std::string& name) {
  return std::ranges::all_of(name, [](char c) { return text::is_letter(c) || text::is_digit(c) || c == '_'; });
}

Status check_person_options(const RehearsalOptions& options, TakenOptions taken) {
  if (options.altered_per_million > 0 && !taken.takes_altered) {
    return fail(ErrorKind::usage, "rehearse.altered_unused", "only bpjs-2021 writes rows of a person anew",
                "leave out --altered");
  }
  if (options.altered_per_million > 1000000) {
    return fail(ErrorKind::usage, "rehearse.altered_unfit", "more than all rows cannot be altered",
                "give --altered 0 to 1");
  }
  if (options.truth_column.empty()) return {};
  if (!taken.is_delimited) {
    return fail(ErrorKind::usage, "rehearse.truth_column_unused", "an SQL dump takes no column of the truth",
                "leave out --truth-column; people.csv has the persons");
  }
  if (!is_fit_for_a_column(options.truth_column)) {
    return fail(ErrorKind::usage, "rehearse.truth_column_unfit",
                "the name of the column of the truth has other characters than letters, digits and _",
                "give --truth-column another name");
  }
  return {};
}

}  // namespace

Status check_options(const RehearsalOptions& options, TakenOptions taken) {
  SIDIK_CHECK(check_rows(options.rows));
  if (options.mess > kMostMess) {
    return fail(ErrorKind::usage, "rehearse.mess_unknown", fmt::format("there is no mess level {}", options.mess),
                fmt::format("give --mess 0 to {}", kMostMess));
  }
  if (options.members != 0 && !taken.takes_members) {
    return fail(ErrorKind::usage, "rehearse.members_unused", "only bpjs-2021 has members of a register",
                "leave out --members");
  }
  return check_person_options(options, taken);
}

Status play_delimited(DumpSource& dump_source, const DelimitedScenario& scenario, const RehearsalOptions& options,
                      const pack::Pack& pack, const Context& context) {
  const NationalIdRule rule(pack);
  std::unique_ptr<TruthColumnSource> with_truth;
  if (!options.truth_column.empty()) {
    SIDIK_TRY(with_truth, TruthColumnSource::create(dump_source, options.truth_column));
  }
  DumpSource& source = with_truth ? *with_truth : dump_source;
  if (options.directory == "-") {
    SIDIK_TRY(OutputFile dump, OutputFile::open("-", options.gzip));
    DumpWriter writer(source, options.seed, rule, dump, {});
    SIDIK_CHECK(writer.write(context));
    return dump.close();
  }
  SIDIK_TRY(OutputFolder folder, OutputFolder::prepare(options, scenario.name, "dump.csv"));
  DumpWriter writer(source, options.seed, rule, folder.dump(), folder.lists());
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
