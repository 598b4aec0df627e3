#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>

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

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Sidik examines a leaked dump: how many records there really are, what they hold, whether they are real, how "
      "severe it is."};
  app.set_version_flag("--version", std::string("sidik " SIDIK_VERSION));
  app.require_subcommand(1);
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
  sidik::CancelToken cancel;
  sidik::apps::Action action;
  sidik::apps::add_examine(app, cancel, action);
  sidik::apps::add_rehearse(app, cancel, action);
  sidik::apps::add_report(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::fprintf(stderr, "sidik: apps.usage: %s; see sidik --help\n", error.what());
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
