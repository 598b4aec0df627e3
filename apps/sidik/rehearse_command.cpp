#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/rehearse.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {

void add_rehearse(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command =
      app.add_subcommand("rehearse", "Make an invented leak with its truth beside it, for practice and tests");
  const auto request = std::make_shared<engine::RehearseRequest>();
  std::vector<std::string> names;
  std::string list;
  for (const auto& [name, says] : engine::scenarios()) {
    names.push_back(name);
    list += fmt::format("  {:<14} {}\n", name, says);
  }
  command->add_option("scenario", request->scenario, "Which leak; see below")->required()->check(CLI::IsMember(names));
  command
      ->add_option("--out", request->directory,
                   "Folder for the dump, rows.csv, people.csv, registers/ and truth.json; - writes the dump alone to "
                   "standard output")
      ->required();
  command->add_option("--rows", request->rows, "Rows of the dump")->capture_default_str()->check(CLI::PositiveNumber);
  command->add_option("--seed", request->seed, "Same seed, same bytes")->capture_default_str();
  command->add_option("--members", request->members,
                      "bpjs-2021 only: distinct members of the insurer's register (default: rows x 0.100002)");
  command
      ->add_option("--altered", request->altered,
                   "bpjs-2021 only: share of a person's further rows that are written otherwise, as people and systems "
                   "do: slips, old spelling, titles, identifiers missing, another phone")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--truth-column", request->truth_column,
                      "Add a last column of this name with the number of the person (not to shop-2020)");
  command
      ->add_option("--origins", request->origins, "composite only: how many systems (default: 2 to 8, from the seed)")
      ->check(CLI::Range(1, 8));
  command->add_option("--case", request->case_folder,
                      "bpjs-2021 only: play the public timeline of 2021 into a new case in this folder, with hosts on "
                      "loopback");
  command->add_flag("--gz", request->gzip, "Pack the dump with gzip");
  command
      ->add_option("--mess", request->mess,
                   "Break the file in 1, 3 or 6 ways at once (levels 1 to 3): dialect, header, rows, cells, encoding")
      ->capture_default_str()
      ->check(CLI::Range(0, 3));
  command->footer("Scenarios:\n" + list +
                  "\nEverybody in them is invented.\n\nExamples:\n"
                  "  sidik rehearse bpjs-2021 --out rehearsal\n"
                  "  sidik rehearse bpjs-2021 --out - --rows 1000 --seed 7 | sidik examine -\n"
                  "  sidik rehearse bpjs-2021 --out rehearsal --rows 100000 --case kasus && sidik case show kasus --at "
                  "\"2021-05-21 23:59 WIB\"\n"
                  "  sidik rehearse sim-2022 --out drill --rows 100000 --mess 2\n"
                  "  sidik rehearse bpjs-2021 --out linkage --rows 100000 --altered 0.08 --truth-column PERSON");
  command->callback([request, &cancel, &action] {
    action = [request, &cancel] {
      TerminalProgress progress;
      Context context;
      context.cancel = &cancel;
      context.progress = &progress;
      const auto status = engine::rehearse(*request, context);
      progress.clear();
      return status ? 0 : complain(status.error());
    };
  });
}

}  // namespace sidik::apps
