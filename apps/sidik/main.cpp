#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <string>

#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace {

// A signal handler can reach nothing else.
std::atomic<sidik::CancelToken*> signal_target{nullptr};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// The first signal asks the work to end; the second ends the program at once.
void on_signal(int) {
  auto* target = signal_target.load();
  if (target == nullptr || target->is_cancelled()) _exit(130);
  target->cancel();
}

std::string names_of_commands(const CLI::App& app) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names += (names.empty() ? "" : ", ") + command->get_name();
  return names;
}

/// What is wrong with the line, and what to do about it. The parser only says that a sub-command is required when the
/// first word is none.
std::string explain(const CLI::App& app, const CLI::ParseError& error) {
  if (!app.get_subcommands().empty()) return std::string(error.what()) + "; see sidik --help";
  const auto words = app.remaining();
  const std::string choice = "; choose one of: " + names_of_commands(app) + " (see sidik --help)";
  if (words.empty()) return "a sub-command is missing" + choice;
  const char* kind = words.front().starts_with('-') ? "flag " : "sub-command ";
  return std::string("there is no ") + kind + words.front() + choice;
}

int run(int argc, char** argv) {
  CLI::App app{
      "Sidik examines a leaked dump: how many records there really are, what they hold, whether they are real, how "
      "severe it is."};
  app.set_version_flag("--version", std::string("sidik " SIDIK_VERSION));
  app.require_subcommand(1);
  sidik::CancelToken cancel;
  sidik::apps::Action action;
  sidik::apps::add_examine(app, cancel, action);
  sidik::apps::add_people(app, cancel, action);
  sidik::apps::add_rehearse(app, cancel, action);
  sidik::apps::add_tokens(app, cancel, action);
  sidik::apps::add_profile(app, cancel, action);
  sidik::apps::add_mark(app, cancel, action);
  sidik::apps::add_trace(app, cancel, action);
  sidik::apps::add_case(app, cancel, action);
  sidik::apps::add_clock(app, action);
  sidik::apps::add_statement(app, action);
  sidik::apps::add_takedown(app, cancel, action);
  sidik::apps::add_report(app, action);
  // Behind them, for a command takes over the examples of the one that it is added to.
  app.footer(
      "Examples:\n"
      "  sidik examine dump.csv.gz --claim sample=1000000\n"
      "  sidik examine folder/ --html report.html --json findings.json\n"
      "  zcat dump.gz | sidik examine - --lang id\n"
      "  sidik rehearse bpjs-2021 --out rehearsal --rows 100000 --seed 7\n"
      "  sidik report findings.json --html report.html\n\n"
      "Exit codes: 0 done; 64 usage; 65 invalid input; 66 not found; 74 reading or writing failed; 75 a limit was "
      "met;\n"
      "76 protocol; 77 refused; 130 stopped by the user; 70 a fault of the program.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::fprintf(stderr, "sidik: apps.usage: %s\n", explain(app, error).c_str());
    return sidik::exit_code(sidik::ErrorKind::usage);
  }
  signal_target.store(&cancel);
  struct sigaction stop{};
  stop.sa_handler = on_signal;  // without SA_RESTART: a read that waits for input returns
  sigaction(SIGINT, &stop, nullptr);
  sigaction(SIGTERM, &stop, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (...) {
    // What an exception says may hold a value of the dump, so it is not shown.
    std::fputs("sidik: apps.bug: an exception ended the program; report the version and the flags\n", stderr);
    return sidik::exit_code(sidik::ErrorKind::bug);
  }
}
