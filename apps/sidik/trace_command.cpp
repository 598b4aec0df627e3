#include <memory>
#include <string>

#include "engine/case_trace.hpp"
#include "engine/trace.hpp"
#include "engine/trace_present.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

struct TraceFlags {
  engine::TraceRequest request;
  engine::CaseAccess access;  ///< folder empty: outside any case
  std::string format = "text";
};

int run(const TraceFlags& flags, CancelToken& cancel) {
  Context context;
  TerminalProgress progress;
  context.cancel = &cancel;
  context.progress = &progress;
  const auto findings = flags.access.folder.empty() ? engine::trace_dump(flags.request, context)
                                                    : engine::trace_for_case(flags.access, flags.request, context);
  progress.clear();
  if (!findings) return complain(findings.error());
  return print_or_complain(flags.format == "json" ? engine::to_json(*findings) : engine::to_text(*findings));
}

}  // namespace

void add_trace(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command =
      app.add_subcommand("trace", "Say which recipient's copy a dump was made from, or that it cannot be told");
  const auto flags = std::make_shared<TraceFlags>();
  auto& request = flags->request;
  command->add_option("dump", request.dump, "The dump, in any form that examine reads")->required();
  command->add_option("--marks", request.marks, "The seal that sidik mark wrote");
  command->add_option("--key", request.key, "The key of the seal");
  command->add_option("--copies", request.copies,
                      "A folder with the copies as they were given, a file for each recipient, called by its name");
  command
      ->add_option("--elsewhere", request.elsewhere,
                   "p of the guilt formula: the probability that a row was got elsewhere")
      ->capture_default_str();
  command->add_option("--format", flags->format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--pack", request.packs, "Country packs besides global")->capture_default_str();
  command->add_option("--packs", request.packs_directory, "A folder of packs in place of those in the program");
  const std::string in_case = "In a case";
  command
      ->add_option("--case", flags->access.folder, "The folder of the case: the dump is an exhibit, the verdict a fact")
      ->group(in_case);
  command->add_option("--as", flags->access.as, "The id of the person who acts (default: who opened the case)")
      ->group(in_case);
  command->add_option("--signer", flags->access.signer_file, "The file of that person's key (default: beside the case)")
      ->group(in_case);
  command->footer(
      "A copy is named, never a person, and only when so much would be found of an innocent one\n"
      "with a probability of at most 0.01.\n\n"
      "Examples:\n  sidik trace dump.csv --marks copies/marks.json --key copies/marks.key --copies copies\n"
      "  sidik trace dump.csv --copies extracts-as-given\n"
      "  sidik trace dump.csv --marks copies/marks.json --key copies/marks.key --case kasus");
  command->callback([flags, &cancel, &action] { action = [flags, &cancel] { return run(*flags, cancel); }; });
}

}  // namespace sidik::apps
