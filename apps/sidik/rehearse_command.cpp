#include <memory>

#include <fmt/format.h>

#include "engine/rehearse.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {

void add_rehearse(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command =
      app.add_subcommand("rehearse", "Make an invented leak with its truth beside it, for practice and tests");
  const auto request = std::make_shared<engine::RehearseRequest>();
  command->add_option("scenario", request->scenario, "bpjs-2021: the insurer's leak of May 2021")
      ->required()
      ->check(CLI::IsMember(engine::scenarios()));
  command
      ->add_option("--out", request->directory,
                   "Folder for dump.csv, registers/ and truth.json; - writes the dump alone to standard output")
      ->required();
  command->add_option("--rows", request->rows, "Rows of the dump")->capture_default_str()->check(CLI::PositiveNumber);
  command->add_option("--seed", request->seed, "Same seed, same bytes")->capture_default_str();
  command->add_option("--members", request->members,
                      "Distinct members of the insurer's register (default: rows x 0.100002)");
  command->add_flag("--gz", request->gzip, "Write dump.csv.gz");
  command->footer(
      "Everybody in it is invented.\n\nExamples:\n"
      "  sidik rehearse bpjs-2021 --out rehearsal\n"
      "  sidik rehearse bpjs-2021 --out - --rows 1000 --seed 7 | sidik examine -");
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
