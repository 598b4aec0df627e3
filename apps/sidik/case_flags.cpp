#include "sidik/case_flags.hpp"

#include "sidik/terminal.hpp"

namespace sidik::apps {

void CaseFlags::add_to(CLI::App& command, const char* shown) {
  command.add_option("words", words, "DIR may be left out where --case names it")->type_name(shown);
  command.add_option("--case", access.folder, "The folder of the case");
  command.add_option("--as", access.as, "The id of the person who acts (default: who opened the case)");
  command.add_option("--signer", access.signer_file, "The file of that person's key (default: beside the case)");
  command.add_option("--key", access.key_file, "The file of the case's key (default: beside the case)");
  command.add_option("--passphrase-file", access.passphrase_file, "A file whose first line locks and opens these keys");
}

Result<std::vector<std::string>> CaseFlags::take_folder() {
  auto rest = words;
  if (access.folder.empty()) {
    if (rest.empty())
      return fail(ErrorKind::usage, "apps.usage", "no case is named", "put its folder first, or name it with --case");
    access.folder = rest.front();
    rest.erase(rest.begin());
  }
  return rest;
}

CLI::App* add_case_command(CLI::App& group, const std::shared_ptr<CaseFlags>& flags, const char* name, const char* says,
                           const char* words, std::size_t count, Action& action,
                           const std::function<int(const std::vector<std::string>& words)>& run) {
  auto* command = group.add_subcommand(name, says);
  flags->add_to(*command, words);
  command->callback([flags, count, words, run, &action] {
    action = [flags, count, words, run] {
      const auto rest = flags->take_folder();
      if (!rest) return complain(rest.error());
      if (rest->size() != count)
        return complain({ErrorKind::usage, "apps.usage", std::string("it takes ") + words, "see sidik case --help"});
      return run(*rest);
    };
  });
  return command;
}

}  // namespace sidik::apps
