#include <memory>
#include <string>
#include <vector>

#include "engine/clock_desk.hpp"
#include "sidik/case_flags.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

struct ClockFlags {
  CaseFlags common;
  engine::ClockRequest request;
  std::string law;
  std::string at;
  std::string evidence;
  std::string language = "en";
  std::string format = "text";
};

int done(const Status& status) { return status ? 0 : complain(status.error()); }

Error usage(std::string what) { return {ErrorKind::usage, "apps.usage", std::move(what), "see sidik clock --help"}; }

int run_list(ClockFlags& flags) {
  if (flags.request.folder.empty() && !flags.common.words.empty()) flags.request.folder = flags.common.words.front();
  const auto laws = engine::list_clocks(flags.request, Context());
  if (!laws) return complain(laws.error());
  return print_or_complain(flags.format == "json" ? engine::to_json(*laws) : engine::to_text(*laws, flags.language));
}

int run_rules(ClockFlags& flags) {
  if (flags.law.empty()) {
    std::string text = "Laws: ";
    for (const auto& country : engine::countries_with_law()) text += country + " ";
    return print_or_complain(text + "\nSee one with --law\n");
  }
  const auto text = engine::rules_of(flags.law, flags.request.packs_directory, flags.language);
  return text ? print_or_complain(*text) : complain(text.error());
}

/// A command that files something: so many words behind the case.
template <class Run>
int file(ClockFlags& flags, std::size_t count, const char* takes, Run run) {
  const auto words = flags.common.take_folder();
  if (!words) return complain(words.error());
  if (words->size() != count) return complain(usage(takes));
  return done(run(*words));
}

void add_language(CLI::App& command, ClockFlags& flags) {
  command.add_option("--lang", flags.language, "Language of the text")
      ->check(CLI::IsMember({"en", "id"}))
      ->capture_default_str();
  command.add_option("--packs", flags.request.packs_directory, "A folder of packs in place of those in the program");
}

}  // namespace

void add_clock(CLI::App& app, Action& action) {
  auto* group = app.add_subcommand("clock", "Whom the law obliges to tell, and by when: what runs, what is late");
  group->require_subcommand(1);

  auto flags = std::make_shared<ClockFlags>();
  auto* command = group->add_subcommand("list", "The clocks at a moment, of a case or of what is said here");
  command->add_option("case", flags->common.words, "The folder of a case")->type_name("DIR");
  command->add_option("--case", flags->request.folder, "The same");
  command->add_option("--law", flags->request.laws, "Countries (default: that of the case); repeatable");
  command
      ->add_option("--event", flags->request.events,
                   "What happened when: aware, assessed, discovered, ordered; repeatable")
      ->type_name("NAME=TIME");
  command->add_option("--persons", flags->request.persons, "How many persons it concerns");
  command->add_option("--is", flags->request.is, "A condition that holds, such as risk or high_risk; repeatable");
  command->add_option("--is-not", flags->request.is_not, "A condition that does not; repeatable");
  command->add_option("--met", flags->request.met, "A duty that was done; repeatable")->type_name("RULE=TIME");
  command->add_option("--at", flags->request.at, "The moment that is asked of (default: now)")->type_name("TIME");
  command->add_option("--format", flags->format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_language(*command, *flags);
  command->callback([flags, &action] { action = [flags] { return run_list(*flags); }; });

  flags = std::make_shared<ClockFlags>();
  command = group->add_subcommand("rules", "The rules of a law, with their sources and how sure they are");
  command->add_option("--law", flags->law, "A country (default: say which there are)");
  add_language(*command, *flags);
  command->callback([flags, &action] { action = [flags] { return run_rules(*flags); }; });

  flags = std::make_shared<ClockFlags>();
  command = group->add_subcommand("start", "File that something happened from which clocks run");
  flags->common.add_to(*command, "DIR NAME");
  command->add_option("--at", flags->at, "When it happened")->type_name("TIME")->required();
  command->callback([flags, &action] {
    action = [flags] {
      return file(*flags, 1, "start takes the name of an event, such as aware", [&](const auto& words) {
        return engine::file_milestone(flags->common.access, words[0], flags->at, Context());
      });
    };
  });

  flags = std::make_shared<ClockFlags>();
  command = group->add_subcommand("decide", "File whether a condition holds, or how many persons it concerns");
  flags->common.add_to(*command, "DIR NAME yes|no|NUMBER");
  command->callback([flags, &action] {
    action = [flags] {
      return file(*flags, 2, "decide takes a condition and yes or no, or persons and a number", [&](const auto& words) {
        return engine::file_condition(flags->common.access, words[0], words[1], Context());
      });
    };
  });

  flags = std::make_shared<ClockFlags>();
  command = group->add_subcommand("met", "File that a duty was done");
  flags->common.add_to(*command, "DIR RULE");
  command->add_option("--at", flags->at, "When it was done")->type_name("TIME")->required();
  command->add_option("--evidence", flags->evidence, "The letter or exhibit that shows it")->required();
  command->callback([flags, &action] {
    action = [flags] {
      return file(*flags, 1, "met takes the id of a rule; see sidik clock rules", [&](const auto& words) {
        return engine::file_duty_met(flags->common.access, words[0], flags->at, flags->evidence, Context());
      });
    };
  });

  group->footer(
      "Examples:\n"
      "  sidik clock list --law id --event aware=2021-05-20T09:00+07:00 --at 2021-06-04T09:00+07:00\n"
      "  sidik clock list --law eu --law sg --event aware=\"2026-11-20 09:00 WIB\" --persons 100002 --is risk\n"
      "  sidik clock rules --law id\n"
      "  sidik clock start kasus aware --at \"2021-05-20 09:00 WIB\"\n"
      "  sidik clock met kasus id.pm20-28 --at 2021-06-01T10:00+07:00 --evidence \"letter 12\"\n"
      "  sidik clock list kasus");
}

}  // namespace sidik::apps
