#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/case_desk.hpp"
#include "engine/case_import.hpp"
#include "engine/case_present.hpp"
#include "engine/case_stamp.hpp"
#include "engine/present.hpp"
#include "sidik/case_flags.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

Error usage(std::string what) { return {ErrorKind::usage, "apps.usage", std::move(what), "see sidik case --help"}; }

int done(const Status& status) { return status ? 0 : complain(status.error()); }

/// Everything that the commands below take; each adds the options that it reads.
struct Flags {
  CaseFlags common;
  std::string law;
  std::string name;
  std::string office;
  std::string out;
  std::string from;
  std::string how;
  std::string definition;
  std::string source;
  std::string against;
  std::string kind;
  std::string at;
  std::string form = "log";
  std::string request;
  std::string response;
  std::string send;
  std::string authority;
  std::string format = "text";
  std::optional<std::uint64_t> corrects;
  bool leaves = false;
  bool is_sure = false;
  bool allows_private = false;
};

/// A command under `parent`: what it is called, what it does, what else it takes.
CLI::App* add(CLI::App& parent, const std::shared_ptr<Flags>& flags, const char* name, const char* says,
              const char* words, Action& action, CancelToken& cancel,
              const std::function<int(Flags&, const std::vector<std::string>&, const Context&)>& run) {
  auto* command = parent.add_subcommand(name, says);
  flags->common.add_to(*command, words);
  command->callback([flags, run, &action, &cancel] {
    action = [flags, run, &cancel] {
      auto words_left = flags->common.take_folder();
      if (!words_left) return complain(words_left.error());
      Context context;
      TerminalProgress progress;
      context.cancel = &cancel;
      context.progress = &progress;
      const int code = run(*flags, *words_left, context);
      progress.clear();
      return code;
    };
  });
  return command;
}

void add_format(CLI::App& command, Flags& flags) {
  command.add_option("--format", flags.format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

int run_open(Flags& flags, const std::vector<std::string>&, const Context& context) {
  const auto opened =
      engine::open_case({flags.common.access, flags.law, flags.name, flags.common.name, flags.office}, context);
  if (!opened) return complain(opened.error());
  return print_or_complain(
      fmt::format("The case is open; {} signs.\n  {}   opens what is sealed and makes tokens\n  {}   signs for {}\n"
                  "Both lie beside the case and not in it. Keep them where only you can read them: without the first, "
                  "sealed exhibits are lost.\n",
                  opened->person, opened->key_file, opened->signer_file, opened->person));
}

int run_person_add(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 1) return complain(usage("person add takes the id of one person"));
  const auto path = engine::add_person(flags.common.access, {words[0], flags.name, flags.office, flags.out}, context);
  if (!path) return complain(path.error());
  return print_or_complain(
      fmt::format("{} signs with {}. Give it to that person and keep no copy.\n", words[0], *path));
}

int run_person_leave(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 1) return complain(usage("person leave takes the id of one person"));
  return done(engine::let_person_go(flags.common.access, words[0], context));
}

int run_add(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.empty()) return complain(usage("add takes the files that become exhibits"));
  for (const auto& path : words) {
    const auto exhibit =
        engine::add_exhibit(flags.common.access, {path, flags.from, flags.how, flags.leaves, {}}, context);
    if (!exhibit) return complain(exhibit.error());
    const int code = print_or_complain(
        fmt::format("{}  {}  {} bytes  sha256 {}  {}\n", exhibit->id, exhibit->name, exhibit->bytes, exhibit->sha256,
                    exhibit->is_sealed ? "sealed; the file itself was not touched" : "left where it lies"));
    if (code != 0) return code;
  }
  return 0;
}

int run_import(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.empty()) return complain(usage("import takes the files that MISP or AIL wrote"));
  for (const auto& path : words) {
    const auto imported = engine::import_exhibits(flags.common.access, path, context);
    if (!imported) return complain(imported.error());
    std::string text;
    for (const auto& exhibit : imported->added)
      text += fmt::format("{}  {}  {} bytes  sha256 {}  {}\n", exhibit.id, exhibit.name, exhibit.bytes, exhibit.sha256,
                          exhibit.got_from);
    if (imported->known > 0) text += fmt::format("{} of the files were in the case already\n", imported->known);
    if (const int code = print_or_complain(text); code != 0) return code;
  }
  return 0;
}

int run_fact(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 2) return complain(usage("fact takes a name and a value"));
  return done(engine::state_fact(flags.common.access, {words[0], words[1], flags.definition, flags.source}, context));
}

int run_approve(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.empty()) return complain(usage("approve takes the names of facts"));
  for (const auto& name : words) {
    if (const Status status = engine::approve_fact(flags.common.access, name, context); !status)
      return complain(status.error());
  }
  return 0;
}

int run_note(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 1) return complain(usage("note takes one text; put it in quotes"));
  return done(engine::add_note(flags.common.access, words[0], flags.corrects, context));
}

int run_export(Flags& flags, const std::vector<std::string>&, const Context&) {
  const auto text = engine::export_case(flags.common.access.folder, flags.form);
  if (!text) return complain(text.error());
  if (flags.out.empty()) return print_or_complain(*text);
  return done(engine::write_out(flags.common.access, flags.out, *text));
}

int run_close(Flags& flags, const std::vector<std::string>&, const Context& context) {
  if (!flags.is_sure && !confirms("Closing deletes the sealed exhibits for good. Type yes to do it: "))
    return complain({ErrorKind::cancelled, "apps.cancelled", "the case stays open", "say --yes to close it unasked"});
  const auto certificate = engine::close_case(flags.common.access, context);
  return certificate ? print_or_complain(*certificate) : complain(certificate.error());
}

int run_show(Flags& flags, const std::vector<std::string>&, const Context& context) {
  const auto text = engine::show_case(flags.common.access.folder, flags.at, flags.format == "json", context);
  return text ? print_or_complain(*text) : complain(text.error());
}

int run_log(Flags& flags, const std::vector<std::string>&, const Context&) {
  const auto events = engine::read_events(flags.common.access.folder);
  if (!events) return complain(events.error());
  return print_or_complain(flags.format == "json" ? engine::log_json(*events, flags.kind)
                                                  : engine::log_text(*events, flags.kind));
}

int run_verify(Flags& flags, const std::vector<std::string>&, const Context&) {
  const auto verification = engine::verify_case(flags.common.access.folder, flags.against);
  if (!verification) return complain(verification.error());
  const int code =
      print_or_complain(flags.format == "json" ? engine::to_json(*verification) : engine::to_text(*verification));
  if (code != 0 || !verification->fault) return code;
  return complain({ErrorKind::refused, "casefile.not_as_written",
                   fmt::format("event {} was {}", verification->fault->number, verification->fault->kind),
                   "work on with a copy of the case that holds, and keep this one as evidence"});
}

int run_stamp(Flags& flags, const std::vector<std::string>&, const Context& context) {
  if (!flags.request.empty()) {
    const auto request = engine::request_stamp(flags.common.access.folder);
    if (!request) return complain(request.error());
    return done(engine::write_out(flags.common.access, flags.request, *request));
  }
  if (flags.authority.empty())
    return complain(usage("stamp takes --request FILE, or --authority FILE and --response FILE"));
  if (!flags.response.empty() || !flags.send.empty()) {
    engine::LookOptions how;
    how.allows_private = flags.allows_private;
    const auto at = flags.send.empty()
                        ? engine::file_stamp(flags.common.access, flags.response, flags.authority, context)
                        : engine::send_for_stamp(flags.common.access, flags.send, flags.authority, how, context);
    return at ? print_or_complain(fmt::format("stamped {}\n", *at)) : complain(at.error());
  }
  const auto stamps = engine::check_stamps(flags.common.access.folder, flags.authority);
  if (!stamps) return complain(stamps.error());
  std::string text;
  bool all_hold = true;
  for (const auto& stamp : *stamps) {
    text += fmt::format("event {}: the first {} events were there on {}: {}\n", stamp.event, stamp.size, stamp.at,
                        stamp.holds ? "holds" : "DOES NOT HOLD, " + stamp.why_not);
    all_hold = all_hold && stamp.holds;
  }
  const int code = print_or_complain(stamps->empty() ? "The case has no time stamp.\n" : text);
  if (code != 0 || all_hold) return code;
  return complain({ErrorKind::refused, "casefile.stamp_refused", "a time stamp does not hold",
                   "see whether the case was changed: sidik case verify"});
}

int run_checkpoint(Flags& flags, const std::vector<std::string>&, const Context&) {
  const auto text = engine::export_checkpoint(flags.common.access.folder);
  if (!text) return complain(text.error());
  if (flags.out.empty()) return print_or_complain(*text);
  return done(engine::write_out(flags.common.access, flags.out, *text));
}

}  // namespace

void add_case(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* group =
      app.add_subcommand("case", "Keep a case over weeks: exhibits, persons, facts, and a log that proves itself");
  group->require_subcommand(1);
  const auto fresh = [] { return std::make_shared<Flags>(); };

  auto flags = fresh();
  auto* command =
      add(*group, flags, "open", "Make a case: a folder, and the keys beside it", "DIR", action, cancel, run_open);
  command->add_option("--law", flags->law, "The country whose law applies, for example id")->required();
  command->add_option("--name", flags->name, "What the case is called (default: as its folder)");
  command->add_option("--person-name", flags->common.name, "The name of the person who opens it");
  command->add_option("--office", flags->office, "The office of that person");

  auto* person = group->add_subcommand("person", "Who works on the case; each signs with a key of their own");
  person->require_subcommand(1);
  flags = fresh();
  command = add(*person, flags, "add", "Add a person and make the key by which that person signs", "DIR ID", action,
                cancel, run_person_add);
  command->add_option("--name", flags->name, "The name of the person");
  command->add_option("--office", flags->office, "The office of the person");
  command->add_option("--signer-out", flags->out, "Where the key goes (default: beside the case)");
  flags = fresh();
  add(*person, flags, "leave", "From now on a person signs no more", "DIR ID", action, cancel, run_person_leave);

  flags = fresh();
  command = add(*group, flags, "add", "Take files as exhibits: hashed, and sealed in the case or left where they lie",
                "DIR FILE...", action, cancel, run_add);
  command->add_option("--from", flags->from, "Where it was got: a host, a person, a place");
  command->add_option("--how", flags->how, "How it was got");
  command->add_flag("--leave", flags->leaves, "Make no sealed copy; the file must stay where it lies");

  flags = fresh();
  add(*group, flags, "import", "Take the files in an event of MISP or in items of AIL as exhibits", "DIR FILE...",
      action, cancel, run_import);

  add_examine(*group, cancel, action)
      ->description("Examine exhibits; the counts become facts of the case")
      ->footer("Examples:\n  sidik case examine kasus\n  sidik case examine kasus E1 --parts scan --html report.html");

  flags = fresh();
  command = add(*group, flags, "fact", "State a fact by name; a later one of the same name supersedes it",
                "DIR NAME VALUE", action, cancel, run_fact);
  command->add_option("--definition", flags->definition, "What the value counts or says")->required();
  command->add_option("--source", flags->source, "Where it comes from: an exhibit, an event, a letter");

  flags = fresh();
  add(*group, flags, "approve", "Approve facts; a statement may use what two persons have approved", "DIR NAME...",
      action, cancel, run_approve);

  add_case_outside(*group, action);

  flags = fresh();
  command = add(*group, flags, "note", "Add a note, or correct an earlier event by one", "DIR TEXT", action, cancel,
                run_note);
  command->add_option("--corrects", flags->corrects, "The number of the event that it corrects");

  flags = fresh();
  command = add(*group, flags, "show", "What the case says, today or as it stood at some moment", "DIR", action, cancel,
                run_show);
  add_format(*command, *flags);
  command->add_option("--at", flags->at, "As the case stood then")->type_name("TIME");

  flags = fresh();
  command = add(*group, flags, "log", "The events as they were written", "DIR", action, cancel, run_log);
  add_format(*command, *flags);
  command->add_option("--kind", flags->kind, "Only events of this kind, for example exhibit or fact.approved");

  flags = fresh();
  command = add(*group, flags, "verify", "Prove offline that nothing was changed, or name the first event that was",
                "DIR", action, cancel, run_verify);
  add_format(*command, *flags);
  command->add_option("--against", flags->against, "A checkpoint that was kept elsewhere");

  flags = fresh();
  command = add(*group, flags, "checkpoint", "Print the newest checkpoint, to be kept elsewhere", "DIR", action, cancel,
                run_checkpoint);
  command->add_option("--out", flags->out, "The file to write");

  flags = fresh();
  command =
      add(*group, flags, "stamp", "Have an authority outside stamp the time (RFC 3161), or check its stamps again",
          "DIR", action, cancel, run_stamp);
  command->add_option("--request", flags->request,
                      "Write a request of the newest checkpoint here, and send it to the authority");
  command->add_option("--response", flags->response, "File what the authority answered");
  command->add_option("--send", flags->send, "Ask an authority at this address, and file what it answers")
      ->type_name("URL");
  command->add_flag("--allow-private", flags->allows_private, "The address may be a private one");
  command->add_option("--authority", flags->authority, "The certificates of the authority, PEM");

  flags = fresh();
  command = add(*group, flags, "export", "Write the log whole or as a table, or what others may know of the case",
                "DIR", action, cancel, run_export);
  command
      ->add_option("--format", flags->form,
                   "log: JSON lines that sidik case verify reads anywhere; csv: the events as a table; misp, stix "
                   "(2.1), case (CASE/UCO): what others may know")
      ->check(CLI::IsMember({"log", "csv", "misp", "stix", "case"}))
      ->capture_default_str();
  command->add_option("--out", flags->out, "The file to write");

  flags = fresh();
  command = add(*group, flags, "close", "End the case: delete what is sealed, with a certificate of what is gone",
                "DIR", action, cancel, run_close);
  command->add_flag("--yes", flags->is_sure, "Do not ask first; nobody is asked where there is no terminal");

  group->footer(
      "Every command takes --case DIR, or DIR as its first word.\n"
      "Examples:\n"
      "  sidik case open kasus --law id --as rina --person-name \"Rina S.\" --office BSSN\n"
      "  sidik case add kasus sample.csv.gz --from https://host.example --how \"downloaded on 20 May\"\n"
      "  sidik case person add kasus budi --name \"Budi H.\" --office Kominfo\n"
      "  sidik case fact kasus confirmed 100002 --definition \"rows that the custodian confirmed\"\n"
      "  sidik case approve kasus confirmed\n"
      "  sidik case approve kasus confirmed --as budi\n"
      "  sidik case import kasus event.misp.json\n"
      "  sidik case export kasus --format stix --out kasus.stix.json\n"
      "  sidik case verify kasus");
}

}  // namespace sidik::apps
