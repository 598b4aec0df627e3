#include <memory>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "engine/tokens.hpp"
#include "engine/tokens_compare.hpp"
#include "sidik/commands.hpp"
#include "sidik/sizes.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

struct TokensFlags {
  engine::TokensRequest request;
  std::string compare_with;
  std::string format = "text";
  std::string memory = "1GiB";
  std::string spill = "/tmp";
  unsigned threads = 0;
};

std::string what_it_leaks(const engine::TokenHead& head, const std::string& path) {
  std::string text = fmt::format("{} holds keyed tokens, sorted, of:\n", path);
  for (const auto& table : head.tables)
    text += fmt::format("  {:>12} distinct rows of {} records, {} columns ({})\n", table.rows, table.records,
                        table.columns.size(), table.name);
  for (const auto& set : head.sets) text += fmt::format("  {:>12} distinct {}\n", set.values, set.meaning);
  text +=
      "\nIn the open it says these counts, the names and meanings of the columns, and how many records fill each.\n"
      "Without the key it says nothing of a value. Whoever has the key can try values: all national identifiers can "
      "be\n"
      "tried within a day, so give it to nobody who may not know who is in the dump.\n";
  return text;
}

int compare(const TokensFlags& flags) {
  const auto compared = engine::compare_tokens(flags.request.path, flags.compare_with);
  if (!compared) return complain(compared.error());
  if (flags.format == "json") return print_or_complain(engine::to_json(*compared));
  std::string text =
      fmt::format("{:<24}{:>14}{:>12}{:>12}{:>14}\n", "", "in both", "of first", "of second", "not there");
  for (const auto& overlap : compared->overlaps) {
    text += fmt::format(
        "{:<24}{:>14}{:>10.1f} %{:>10.1f} %{:>14}\n",
        overlap.field == "row" ? fmt::format("rows, {} columns", overlap.columns.value_or(0)) : overlap.field,
        overlap.shared, overlap.share_here * 100, overlap.share_there * 100, overlap.new_here);
  }
  if (compared->overlaps.empty()) text = "The files have no kind of value in common.\n";
  if (!compared->rows_compared)
    text += "Rows were not compared: no table of the one has the columns of a table of the other.\n";
  return print_or_complain(text);
}

int run(TokensFlags& flags, CancelToken& cancel) {
  if (!flags.compare_with.empty()) return compare(flags);
  if (flags.request.out.empty() || flags.request.key_file.empty())
    return complain(
        {ErrorKind::usage, "apps.usage", "--out and --key are required to make tokens", "see sidik tokens --help"});
  Context context;
  context.threads = flags.threads > 0 ? flags.threads : std::thread::hardware_concurrency();
  auto memory = parse_size(flags.memory);
  if (!memory) return complain(memory.error());
  context.limits.memory_bytes = *memory;
  context.spill_directory = flags.spill;
  TerminalProgress progress;
  context.cancel = &cancel;
  context.progress = &progress;
  const auto head = engine::make_tokens(flags.request, context);
  progress.clear();
  if (!head) return complain(head.error());
  return print_or_complain(what_it_leaks(*head, flags.request.out));
}

}  // namespace

void add_tokens(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command = app.add_subcommand(
      "tokens", "Make a file of keyed tokens of a dump, to compare others with it without having it");
  const auto flags = std::make_shared<TokensFlags>();
  auto& request = flags->request;
  command->add_option("path", request.path, "A dump, as sidik examine reads it")->required();
  command->add_option("--out", request.out, "The file of tokens");
  command->add_option("--key", request.key_file,
                      "A file of 32 hexadecimal digits: the key of the case; comparing needs the same");
  command
      ->add_option("--compare", flags->compare_with,
                   "Take the path for a file of tokens and say what it shares with this one; neither dump nor key is "
                   "needed")
      ->type_name("FILE");
  command->add_option("--format", flags->format, "What standard output gets with --compare")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--pack", request.packs, "Country packs besides global")->capture_default_str();
  command->add_option("--packs", request.packs_directory, "A folder of packs in place of those in the program");
  command->add_option("--password-file", request.password_file,
                      "Passwords of encrypted archives (zip), a line each; each is tried");
  command->add_flag("--no-sandbox", request.allows_no_sandbox,
                    "Read archives even where the system cannot shut their reader in (seccomp)");
  command->add_option("--threads", flags->threads, "Worker threads (default: all processors)");
  command->add_option("--memory", flags->memory, "Working memory; beyond it sets spill")->capture_default_str();
  command->add_option("--spill", flags->spill, "Where sets spill (keyed tokens only, in unlinked files)")
      ->capture_default_str();
  command->footer(
      "Examples:\n"
      "  openssl rand -hex 16 > case.key\n"
      "  sidik tokens old-leak.sql.gz --key case.key --out old-leak.tokens\n"
      "  sidik examine dump.csv --key case.key --known old-leak=old-leak.tokens\n"
      "  sidik tokens new-leak.tokens --compare old-leak.tokens");
  command->callback([flags, &cancel, &action] { action = [flags, &cancel] { return run(*flags, cancel); }; });
}

}  // namespace sidik::apps
