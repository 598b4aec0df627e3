#include <memory>
#include <string>
#include <thread>

#include "engine/people.hpp"
#include "engine/people_present.hpp"
#include "engine/present.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

struct PeopleFlags {
  engine::PeopleRequest request;
  std::string truth;
  std::string format = "text";
  std::string rows_file;
  unsigned threads = 0;
};

int run(PeopleFlags& flags, CancelToken& cancel) {
  Context context;
  context.threads = flags.threads > 0 ? flags.threads : std::thread::hardware_concurrency();
  TerminalProgress progress;
  context.cancel = &cancel;
  context.progress = &progress;
  if (!flags.truth.empty()) flags.request.truth = flags.truth;
  flags.request.reading.other_outputs = {flags.rows_file};
  const auto findings = engine::find_people(flags.request, context);
  progress.clear();
  if (!findings) return complain(findings.error());
  if (!flags.rows_file.empty()) {
    if (auto status = engine::write_file(flags.rows_file, engine::to_row_list(*findings)); !status)
      return complain(status.error());
  }
  return print_or_complain(flags.format == "json" ? engine::to_json(*findings) : engine::to_text(*findings));
}

}  // namespace

void add_people(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command =
      app.add_subcommand("people", "Put the records of a dump into persons; judge that by a column of truth");
  const auto flags = std::make_shared<PeopleFlags>();
  auto& request = flags->request.reading;
  command->add_option("path", request.paths, "Files, folders or archives; - is standard input")->required();
  command->add_option("--truth", flags->truth,
                      "The column that says who a row is about, by header or number; it takes no part in the linkage");
  command
      ->add_option("--explain", flags->request.explain, "Two rows, from 1: what makes them one person or two, masked")
      ->expected(2)
      ->type_name("ROW ROW");
  command->add_option("--rows", flags->rows_file, "Write row,person for every row");
  command->add_option("--save-model", request.save_model_file,
                      "Write the trained linkage model: weights of fields, no value of the dump");
  command->add_option("--model", request.model_file,
                      "Apply a saved model in place of training one; the file must have the same linkage columns");
  command->add_option("--format", flags->format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--pack", request.packs, "Country packs besides global")->capture_default_str();
  command->add_option("--packs", request.packs_directory, "A folder of packs in place of those in the program");
  command->add_option("--delimiter", request.delimiter, "One to four characters; tab, comma, semicolon, pipe, none");
  command->add_option("--threads", flags->threads, "Worker threads (default: all processors)");
  command->footer(
      "Examples:\n"
      "  sidik people customers.csv --truth customer_key\n"
      "  sidik people customers.csv --save-model customers.model.json\n"
      "  sidik people more_customers.csv --model customers.model.json\n");
  command->callback([flags, &cancel, &action] { action = [flags, &cancel] { return run(*flags, cancel); }; });
}

}  // namespace sidik::apps
