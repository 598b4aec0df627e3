#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "engine/abuse_contacts.hpp"
#include "engine/present.hpp"
#include "engine/reupload.hpp"
#include "engine/takedown.hpp"
#include "engine/takedown_notice.hpp"
#include "engine/takedown_present.hpp"
#include "sidik/case_flags.hpp"
#include "sidik/commands.hpp"
#include "sidik/sizes.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

Error usage(std::string what) { return {ErrorKind::usage, "apps.usage", std::move(what), "see sidik takedown --help"}; }

struct Flags {
  CaseFlags common;
  engine::LookOptions look;
  engine::NoticeRequest notice;
  std::vector<std::string> with;
  bool only_files = false;
  std::string bytes = "8MiB";
  std::string note;
  std::string letter;
  std::string other_side;
  std::string basis;
  std::string due;
  std::string on;
  std::string says;
  std::string json;
  std::string out;
  std::string format = "text";
  std::string language = "en";
  bool shows_urls = false;
  engine::ReuploadRequest reupload;
  std::vector<std::string> bootstraps;
  std::string memory = "1GiB";
  std::string spill = "/tmp";
};

using Run = std::function<int(Flags&, const std::vector<std::string>&, const Context&)>;

/// Words are taken as they stand by a command that needs no case.
CLI::App* add(CLI::App& parent, const std::shared_ptr<Flags>& flags, const char* name, const char* says,
              const char* words, bool needs_case, Action& action, CancelToken& cancel, const Run& run) {
  auto* command = parent.add_subcommand(name, says);
  flags->common.add_to(*command, words);
  command->add_option("--format", flags->format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--lang", flags->language, "Language of the text")
      ->check(CLI::IsMember({"en", "id"}))
      ->capture_default_str();
  command->callback([flags, run, needs_case, &action, &cancel] {
    action = [flags, run, needs_case, &cancel] {
      auto words_left =
          needs_case ? flags->common.take_folder() : Result<std::vector<std::string>>(flags->common.words);
      if (!words_left) return complain(words_left.error());
      Context context;
      context.cancel = &cancel;
      return run(*flags, *words_left, context);
    };
  });
  return command;
}

void add_look_options(CLI::App& command, Flags& flags) {
  auto& look = flags.look;
  command.add_option("--vantage", look.vantage, "What the place is called from which is looked")->capture_default_str();
  command.add_option("--country", look.country, "The country of that place, two capitals (default: of the case's law)");
  command.add_option("--resolver", look.resolvers, "Look also through this resolver, by its address; repeatable");
  command.add_option("--resolve", look.names,
                     "NAME=ADDRESS in place of the system's resolver, for rehearsals; repeatable");
  command.add_flag("--allow-private", look.allows_private,
                   "Connect to private addresses too, for rehearsals; it is recorded");
  command.add_option("--ca", look.authorities_file, "A file of certificates to trust in place of the system's");
  command.add_option("--seconds", look.seconds, "How long a look may take")->capture_default_str();
  command.add_option("--bytes", flags.bytes, "How much of what comes is hashed; the rest is not taken")
      ->capture_default_str();
}

Status settle(Flags& flags) {
  SIDIK_TRY(flags.look.bytes, parse_size(flags.bytes));
  return {};
}

engine::LinkPresentation presentation(const Flags& flags, const Context& context) {
  return {flags.language, flags.shows_urls, context.now()};
}

int show(const Result<std::vector<casefile::Link>>& links, const Flags& flags, const Context& context) {
  if (!links) return complain(links.error());
  const auto how = presentation(flags, context);
  return print_or_complain(flags.format == "json" ? engine::to_json(*links, how) : engine::to_text(*links, how));
}

int run_add(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 1) return complain(usage("add takes one link; put it in quotes"));
  const auto link = engine::add_link(flags.common.access, {words[0], flags.note}, context);
  if (!link) return complain(link.error());
  return show(std::vector<casefile::Link>{*link}, flags, context);
}

int run_look(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 1) return complain(usage("look takes one link; put it in quotes"));
  if (const Status status = settle(flags); !status) return complain(status.error());
  const auto looks = engine::look_at_link(words[0], flags.look, context);
  if (!looks) return complain(looks.error());
  const std::string text = engine::looks_to_json(words[0], *looks);
  if (flags.json.empty()) return print_or_complain(text);
  const Status written = engine::write_file(flags.json, text);
  return written ? 0 : complain(written.error());
}

int run_probe(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (const Status status = settle(flags); !status) return complain(status.error());
  return show(engine::probe_links(flags.common.access, {words, flags.look, flags.with, !flags.only_files}, context),
              flags, context);
}

int run_sent(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  return show(
      engine::file_letter(flags.common.access,
                          {words, flags.letter, flags.other_side, flags.on, {}, flags.basis, flags.due}, context),
      flags, context);
}

int run_answer(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  return show(engine::file_letter(flags.common.access,
                                  {words, flags.letter, flags.other_side, flags.on, flags.says, {}, {}}, context),
              flags, context);
}

int run_notice(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 1) return complain(usage("notice takes one link of the case"));
  flags.notice.link = words[0];
  flags.notice.language = flags.language;
  const auto text = engine::draft_notice(flags.common.access, flags.notice, context);
  if (!text) return complain(text.error());
  if (flags.out.empty()) return print_or_complain(*text);
  const Status written = engine::write_out(flags.common.access, flags.out, *text);
  return written ? 0 : complain(written.error());
}

int run_list(Flags& flags, const std::vector<std::string>&, const Context& context) {
  const auto view = engine::view_links(flags.common.access.folder);
  if (!view) return complain(view.error());
  const auto how = presentation(flags, context);
  return print_or_complain(flags.format == "json" ? engine::to_json(*view, how) : engine::to_text(*view, how));
}

int run_contacts(Flags& flags, const std::vector<std::string>& words, const Context& context) {
  if (words.size() != 1) return complain(usage("contacts takes one link of the case"));
  const auto found = engine::find_contacts(
      flags.common.access, {words[0], flags.bootstraps, flags.reupload.packs_directory, flags.look}, context);
  if (!found) return complain(found.error());
  return print_or_complain(flags.format == "json" ? engine::to_json(*found) : engine::to_text(*found, flags.language));
}

int run_compare(Flags& flags, const std::vector<std::string>& words, const Context& given) {
  if (words.size() != 1) return complain(usage("compare takes one file"));
  Context context = given;
  context.threads = std::thread::hardware_concurrency();
  const auto memory = parse_size(flags.memory);
  if (!memory) return complain(memory.error());
  context.limits.memory_bytes = *memory;
  context.spill_directory = flags.spill;
  TerminalProgress progress;
  context.progress = &progress;
  flags.reupload.path = words[0];
  if (flags.common.access.folder.empty()) flags.reupload.key_file = flags.common.access.key_file;
  const auto found = engine::compare_reupload(flags.common.access, flags.reupload, context);
  progress.clear();
  if (!found) return complain(found.error());
  return print_or_complain(flags.format == "json" ? engine::to_json(*found) : engine::to_text(*found, flags.language));
}

void add_letter_options(CLI::App& command, Flags& flags, const char* side, const char* says) {
  command.add_option("--letter", flags.letter, "The letter as it was sent or came; its hash is filed")->required();
  command.add_option(side, flags.other_side, says)->required();
  command.add_option("--on", flags.on, "Its date (default: now)")->type_name("TIME");
}

void add_notice_options(CLI::App& command, Flags& flags) {
  auto& notice = flags.notice;
  command.add_option("--form", notice.form, "email, xarf (X-ARF 4, exposed_data) or dsa (article 16 of the EU's DSA)")
      ->check(CLI::IsMember({"email", "xarf", "dsa"}))
      ->capture_default_str();
  command.add_option("--to", notice.to, "The e-mail address of the recipient");
  command.add_option("--scope", notice.scope, "What the recipient can do; only the operator gets the key of a link")
      ->check(CLI::IsMember({"operator", "network", "registrar"}))
      ->capture_default_str();
  command.add_option("--org", notice.organisation, "The office that complains");
  command.add_option("--contact", notice.contact, "Its e-mail address");
  command.add_option("--domain", notice.domain, "Its domain (default: that of the address)");
  command.add_option("--data-type", notice.data_types, "A word of X-ARF, for example government_id; repeatable");
  command.add_option("--method", notice.exposure_method, "How it was exposed, for example forum_post")
      ->capture_default_str();
  command.add_option("--data-format", notice.data_format, "csv, sql, excel, ...");
  command.add_option("--records-fact", notice.records_fact,
                     "The fact that says how many records, approved by two persons");
  command.add_option("--affected", notice.affected, "The organisation whose data it is");
  command.add_option("--holds", notice.kinds_of_fields, "A kind of field in plain words; repeatable");
  command.add_option("--legal-basis", notice.legal_basis, "Why it is unlawful, with the provision");
  command.add_option("--out", flags.out, "The file to write (default: standard output)");
}

}  // namespace

void add_takedown(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* group =
      app.add_subcommand("takedown", "Follow the links of a case: look, tell the host, see what became of them");
  group->require_subcommand(1);
  const auto fresh = [] { return std::make_shared<Flags>(); };

  auto flags = fresh();
  auto* command = add(*group, flags, "add", "File a link", "DIR URL", true, action, cancel, run_add);
  command->add_option("--note", flags->note, "Where it was found");

  flags = fresh();
  command = add(*group, flags, "probe", "Look at links and file what was seen; nothing of what comes is kept",
                "DIR [L1...]", true, action, cancel, run_probe);
  add_look_options(*command, *flags);
  command->add_option("--with", flags->with, "Looks from elsewhere, made by sidik takedown look; repeatable");
  command->add_flag("--only-files", flags->only_files, "File only those, and do not look from here");

  flags = fresh();
  command = add(*group, flags, "look", "Look at a link from another place, for the case of another desk", "URL", false,
                action, cancel, run_look);
  add_look_options(*command, *flags);
  command->add_option("--json", flags->json, "The file to write (default: standard output)");

  flags = fresh();
  command = add(*group, flags, "contacts", "Whom to write to about a link, as the registries name them (RDAP)",
                "DIR L1", true, action, cancel, run_contacts);
  command->add_option("--bootstrap", flags->bootstraps,
                      "A file of data.iana.org/rdap in place of the pack's; repeatable");
  command->add_option("--packs", flags->reupload.packs_directory, "A folder of packs in place of those in the program");
  command->add_option("--resolve", flags->look.names, "NAME=ADDRESS in place of the system's resolver, for rehearsals");
  command->add_flag("--allow-private", flags->look.allows_private, "Connect to private addresses too, for rehearsals");
  command->add_option("--ca", flags->look.authorities_file, "A file of certificates to trust in place of the system's");
  command->add_option("--seconds", flags->look.seconds, "How long a registry may take")->capture_default_str();

  flags = fresh();
  add_notice_options(*add(*group, flags, "notice", "Draft a notice about a link; nothing is sent", "DIR L1", true,
                          action, cancel, run_notice),
                     *flags);

  flags = fresh();
  command = add(*group, flags, "sent", "File a notice that was sent; it gets a number among the letters of the case",
                "DIR L1...", true, action, cancel, run_sent);
  add_letter_options(*command, *flags, "--to", "To whom");
  command->add_option("--basis", flags->basis, "The rule it rests on");
  command->add_option("--due", flags->due, "When an answer is due")->type_name("TIME");

  flags = fresh();
  command = add(*group, flags, "answer", "File what a host answered", "DIR L1...", true, action, cancel, run_answer);
  add_letter_options(*command, *flags, "--from", "From whom");
  command->add_option("--says", flags->says, "What the answer says")
      ->check(CLI::IsMember({"acknowledged", "removed", "refused", "other"}))
      ->required();

  flags = fresh();
  command = add(*group, flags, "list", "How the links stand, and how fast each host acts", "DIR", true, action, cancel,
                run_list);
  command->add_flag("--urls", flags->shows_urls, "Show whole links; they lead to the dump");

  flags = fresh();
  command = add(*group, flags, "compare", "Whether a file, or its first megabytes, is a copy of an exhibit in any form",
                "FILE", false, action, cancel, run_compare);
  command->add_option("--exhibit", flags->reupload.exhibits, "A file to compare with, without a case; repeatable");
  command->add_option("--pack", flags->reupload.packs, "Country packs besides global")->capture_default_str();
  command->add_option("--packs", flags->reupload.packs_directory, "A folder of packs in place of those in the program");
  command->add_option("--password-file", flags->reupload.password_file, "Passwords of encrypted archives, a line each");
  command->add_flag("--no-sandbox", flags->reupload.allows_no_sandbox,
                    "Read archives even where the system cannot shut their reader in (seccomp)");
  command->add_option("--memory", flags->memory, "Working memory; beyond it sets spill")->capture_default_str();
  command->add_option("--spill", flags->spill, "Where sets spill (keyed tokens only, in unlinked files)")
      ->capture_default_str();

  group->footer(
      "Every command but look and compare takes --case DIR, or DIR as its first word.\n"
      "Examples:\n"
      "  sidik takedown add kasus 'https://host.example/f/abc' --note 'forum post of 20 May'\n"
      "  sidik takedown probe kasus --vantage jakarta --country ID --resolver 9.9.9.9\n"
      "  sidik takedown look 'https://host.example/f/abc' --vantage geneva --country CH --json geneva.json\n"
      "  sidik takedown probe kasus L1 --with geneva.json\n"
      "  sidik takedown contacts kasus L1\n"
      "  sidik takedown notice kasus L1 --form xarf --org 'Desk' --contact desk@office.example --data-type "
      "government_id\n"
      "  sidik takedown sent kasus L1 --letter notice.eml --to abuse@host.example\n"
      "  sidik takedown answer kasus L1 --letter answer.eml --from abuse@host.example --says removed\n"
      "  sidik takedown list kasus --lang id\n"
      "  sidik takedown compare turned-up.zip --case kasus\n"
      "  sidik takedown compare first-megabytes.csv --exhibit dump.csv.gz");
}

}  // namespace sidik::apps
