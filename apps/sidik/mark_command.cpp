#include <memory>
#include <string>

#include "engine/mark.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

int run(const engine::MarkRequest& request, CancelToken& cancel) {
  Context context;
  TerminalProgress progress;
  context.cancel = &cancel;
  context.progress = &progress;
  const auto marked = engine::mark_register(request, context);
  progress.clear();
  if (!marked) return complain(marked.error());
  return print_or_complain(engine::to_text(*marked));
}

}  // namespace

void add_mark(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command =
      app.add_subcommand("mark", "Make a copy of a register for each recipient, with decoy persons of its own");
  const auto request = std::make_shared<engine::MarkRequest>();
  command->add_option("register", request->register_path, "The register: one table in any form that examine reads")
      ->required();
  command
      ->add_option("--recipients", request->recipients,
                   "A file with a line for each: NAME, or NAME: COLUMN, COLUMN for who gets some columns only")
      ->required();
  command->add_option("--out", request->directory, "A new folder for the copies, marks.json and marks.key")->required();
  command->add_option("--decoys", request->decoys, "Decoy persons for each recipient")->capture_default_str();
  command->add_option("--key", request->key_file,
                      "The key of the tokens: read where it exists, else made (default: marks.key in the folder)");
  command->add_option("--seed", request->seed, "For rehearsals only: who knows it knows every decoy");
  command->add_option("--pack", request->packs, "Country packs besides global")->capture_default_str();
  command->add_option("--packs", request->packs_directory, "A folder of packs in place of those in the program");
  command->footer(
      "Rows of the register are never altered. The seal holds keyed tokens of the decoys, not the decoys.\n\n"
      "Example:\n  sidik mark members.csv --recipients partners.txt --out copies-2026-05\n"
      "  sidik trace dump.csv --marks copies-2026-05/marks.json --key copies-2026-05/marks.key --copies "
      "copies-2026-05");
  command->callback([request, &cancel, &action] { action = [request, &cancel] { return run(*request, cancel); }; });
}

}  // namespace sidik::apps
