#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "engine/case_examine.hpp"
#include "engine/examine.hpp"
#include "engine/pdf_print.hpp"
#include "engine/present.hpp"
#include "sidik/commands.hpp"
#include "sidik/sizes.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

/// The flags of `sidik examine`, as typed.
struct ExamineFlags {
  engine::ExamineRequest request;
  engine::Presentation how;
  std::string format = "text";
  engine::CaseAccess access;  ///< folder empty: outside any case
  bool takes_folder = false;  ///< the first path is the folder of the case
  std::string json_file;
  std::string html_file;
  std::string pdf_file;
  std::string header;
  std::string unmask;
  std::vector<std::string> known;
  std::vector<std::string> published;
  std::string memory = "1GiB";
  std::string spill = "/tmp";
  std::string max_record = "16MiB";
  std::string max_unpacked = "1TiB";
  std::uint64_t max_ratio = 1000;
  std::uint32_t max_entries = 100000;
  std::uint32_t max_depth = 4;
  std::uint32_t max_columns = 16384;
  unsigned threads = 0;
};

Result<Context> context_of(const ExamineFlags& flags) {
  Context context;
  SIDIK_TRY(context.limits.memory_bytes, parse_size(flags.memory));
  SIDIK_TRY(context.limits.record_bytes, parse_size(flags.max_record));
  SIDIK_TRY(context.limits.archive_bytes, parse_size(flags.max_unpacked));
  constexpr std::uint64_t kLeastMemory = std::uint64_t{64} << 20;
  constexpr std::uint64_t kLeastRecord = 1024;
  if (context.limits.memory_bytes < kLeastMemory || context.limits.record_bytes < kLeastRecord) {
    return fail(ErrorKind::usage, "apps.limit_too_small", "--memory is at least 64MiB and --max-record at least 1KiB",
                "see sidik examine --help");
  }
  context.limits.archive_ratio = flags.max_ratio;
  context.limits.archive_entries = flags.max_entries;
  context.limits.archive_depth = flags.max_depth;
  context.limits.columns = flags.max_columns;
  context.spill_directory = flags.spill;
  context.threads = flags.threads > 0 ? flags.threads : std::thread::hardware_concurrency();
  return context;
}

Status show(const ExamineFlags& flags, const findings::Document& document) {
  if (!flags.json_file.empty()) SIDIK_CHECK(engine::write_file(flags.json_file, engine::to_json(document)));
  if (!flags.html_file.empty() || !flags.pdf_file.empty()) {
    SIDIK_TRY(const std::string page, engine::to_html(document, flags.how));
    if (!flags.html_file.empty()) SIDIK_CHECK(engine::write_file(flags.html_file, page));
    if (!flags.pdf_file.empty()) SIDIK_CHECK(engine::write_pdf(flags.pdf_file, page));
  }
  std::string shown = engine::to_json(document);
  if (flags.format == "text") {
    SIDIK_TRY(shown, engine::to_text(document, flags.how));
  }
  return print(shown);
}

bool is_exhibit_id(const std::string& word) {
  return word.size() > 1 && word.front() == 'E' && word.find_first_not_of("0123456789", 1) == std::string::npos;
}

Result<engine::Examination> examine(ExamineFlags& flags, const Context& context) {
  auto& request = flags.request;
  if (flags.takes_folder && flags.access.folder.empty() && !request.paths.empty()) {
    flags.access.folder = request.paths.front();
    request.paths.erase(request.paths.begin());
  }
  if (flags.access.folder.empty()) {
    if (request.paths.empty())
      return fail(ErrorKind::usage, "apps.usage", "path is required", "name a file; see sidik examine --help");
    return engine::examine(request, context);
  }
  // Other commands on a case call its key so, and its tokens follow from it.
  if (flags.access.key_file.empty()) flags.access.key_file = request.key_file;
  if (std::ranges::all_of(request.paths, is_exhibit_id))
    return engine::examine_exhibits(flags.access, request.paths, request, context);
  return engine::examine_for_case(flags.access, request, context);
}

int run(ExamineFlags& flags, CancelToken& cancel) {
  if (!flags.header.empty()) flags.request.header = flags.header == "yes";
  if (!flags.unmask.empty()) flags.request.unmask_reason = flags.unmask;
  flags.request.other_outputs = {flags.json_file, flags.html_file, flags.pdf_file};
  for (const auto* typed : {&flags.known, &flags.published}) {
    for (const auto& one : *typed) {
      auto file = engine::parse_known(one, typed == &flags.published);
      if (!file) return complain(file.error());
      flags.request.compare_with.push_back(std::move(*file));
    }
  }
  auto context = context_of(flags);
  if (!context) return complain(context.error());
  TerminalProgress progress;
  context->cancel = &cancel;
  context->progress = &progress;
  flags.how.packs = flags.request.packs;
  flags.how.packs_directory = flags.request.packs_directory;
  flags.how.colour = shows_colour();
  flags.how.width = terminal_width();
  auto examination = examine(flags, *context);
  progress.clear();
  if (!examination) return complain(examination.error());
  flags.how.pack = examination->pack;
  if (auto status = show(flags, examination->document); !status) return complain(status.error());
  if (!examination->was_cancelled) return 0;
  std::uint64_t records = 0;
  for (const auto& step : examination->document.ledger) {
    if (step.step == "records") records = step.count;
  }
  return complain({ErrorKind::cancelled, "apps.cancelled",
                   fmt::format("stopped by the user after {} records; the report speaks of these only", records),
                   "run it again to read the whole"});
}

}  // namespace

CLI::App* add_examine(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command =
      app.add_subcommand("examine", "Examine a dump: count it, say what it holds, test the claims, weigh the severity");
  const auto flags = std::make_shared<ExamineFlags>();
  auto& request = flags->request;
  flags->takes_folder = app.get_name() == "case";
  command->add_option("path", request.paths,
                      flags->takes_folder
                          ? "The folder of the case, then ids of exhibits (default: all) or files"
                          : "Files, folders or archives (gz, bz2, xz, zst, zip, 7z, rar, tar); - is standard input; "
                            "ids of exhibits with --case");
  const std::string in_case = "In a case";
  command
      ->add_option("--case", flags->access.folder,
                   "The folder of the case: its key makes the tokens, and what came is filed")
      ->group(in_case);
  command->add_option("--as", flags->access.as, "The id of the person who acts (default: who opened the case)")
      ->group(in_case);
  command->add_option("--signer", flags->access.signer_file, "The file of that person's key (default: beside the case)")
      ->group(in_case);
  command->add_option("--case-key", flags->access.key_file, "The file of the case's key (default: beside the case)")
      ->group(in_case);
  command->add_option("--passphrase-file", flags->access.passphrase_file, "A file whose first line opens these keys")
      ->group(in_case);
  command->add_option("--claim", request.claims,
                      "What the seller claims: sample=N or total=N (repeatable; N as 1000000 or 279M)");
  command->add_option("--sold", request.sold, "What the advert lists, joined by commas: name,address,salary");
  command
      ->add_option("--parts", request.parts,
                   "What to do: scan counts and checks; people finds persons besides; origin says besides how many "
                   "sources it has, whose data each is and whether it looks made up; all")
      ->check(CLI::IsMember({"scan", "people", "origin", "all"}))
      ->capture_default_str();
  command
      ->add_option(
          "--known", flags->known,
          "An earlier leak to compare with: a dump, or a file of its tokens (sidik tokens); repeatable. Named by "
          "a profile's id (sidik profile list), it speaks for that origin where rows are the same")
      ->type_name("NAME=FILE");
  command
      ->add_option("--published", flags->published,
                   "Lawfully published data to compare with, such as a voters' roll; repeatable")
      ->type_name("NAME=FILE");
  command->add_option("--marks", request.marks, "Say whose copy leaked, by the seal that sidik mark wrote");
  command->add_option("--marks-key", request.marks_key, "The key of the seal");
  command->add_option("--copies", request.copies,
                      "Say whose copy leaked, by a folder with the copies as they were given (see sidik trace)");
  command->add_option("--format", flags->format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--json", flags->json_file, "Write the findings document");
  command->add_option("--html", flags->html_file, "Write the report as one page");
  command->add_option("--pdf", flags->pdf_file, "Print the report, by the installed Chromium");
  command->add_option("--rows", request.rows_file,
                      "Write one line a record: place, source, person, failed checks, masked fields");
  command
      ->add_option("--unmask", flags->unmask,
                   "Show fields unmasked in --rows, for this reason, which the document records")
      ->type_name("REASON")
      ->check([](const std::string& reason) { return reason.empty() ? std::string("needs a reason") : std::string(); });
  command->add_option("--save-model", request.save_model_file,
                      "Write the linkage model that persons are found with: weights of fields, no value of the dump");
  command->add_option("--model", request.model_file,
                      "Apply a saved linkage model in place of training one; the same linkage columns are needed");
  command->add_option("--lang", flags->how.language, "Language of the report")
      ->check(CLI::IsMember({"en", "id"}))
      ->capture_default_str();
  command->add_option("--pack", request.packs, "Country packs besides global")->capture_default_str();
  command->add_option("--packs", request.packs_directory, "A folder of packs in place of those in the program");
  command->add_option("--key", request.key_file,
                      "A file of 32 hexadecimal digits: the key of the tokens (default: a fresh one)");
  const std::string reading = "How to read (guessed when not set)";
  command->add_option("--table-format", request.format, "delimited, fixed, json, sql, sqlite or xlsx")
      ->check(CLI::IsMember({"delimited", "fixed", "json", "sql", "sqlite", "xlsx"}))
      ->group(reading);
  command->add_option("--encoding", request.encoding, "UTF-8, UTF-16LE, windows-1252, ...")->group(reading);
  command
      ->add_option("--delimiter", request.delimiter, "One to four characters; tab, comma, semicolon, pipe, space, none")
      ->group(reading);
  command->add_option("--quote", request.quote, "One character, or none")->group(reading);
  command->add_option("--escape", request.escape, "double, backslash or none")->group(reading);
  command->add_option("--header", flags->header, "Whether the first line is a header")
      ->check(CLI::IsMember({"yes", "no"}))
      ->group(reading);
  command->add_option("--widths", request.widths, "Widths of aligned columns in characters, such as 10,16,8")
      ->group(reading);
  command->add_option("--skip", request.skip_lines, "Lines before the table")
      ->check(CLI::NonNegativeNumber)
      ->group(reading);
  command->add_option("--comment", request.comment, "Lines that begin with it are no records")->group(reading);
  command->add_option("--ragged", request.ragged, "Short rows: reject, pad, or pad when over 5 % are short (habit)")
      ->capture_default_str()
      ->group(reading);
  command
      ->add_option("--password-file", request.password_file,
                   "Passwords of encrypted archives (zip), a line each; each is tried")
      ->group(reading);
  command
      ->add_flag("--no-sandbox", request.allows_no_sandbox,
                 "Read archives even where the system cannot shut their reader in (seccomp)")
      ->group(reading);
  const std::string limits = "Limits";
  command->add_option("--threads", flags->threads, "Worker threads (default: all processors)")->group(limits);
  command->add_option("--memory", flags->memory, "Working memory; beyond it key sets spill")
      ->capture_default_str()
      ->group(limits);
  command->add_option("--spill", flags->spill, "Where key sets spill (keyed hashes only, in unlinked files)")
      ->capture_default_str()
      ->group(limits);
  command->add_option("--max-record", flags->max_record, "Longest record")->capture_default_str()->group(limits);
  command->add_option("--max-columns", flags->max_columns, "Widest table")->capture_default_str()->group(limits);
  command->add_option("--max-ratio", flags->max_ratio, "Unpacked bytes a packed byte, past 64 MiB")
      ->capture_default_str()
      ->group(limits);
  command->add_option("--max-unpacked", flags->max_unpacked, "Unpacked bytes of an exhibit, all its archives together")
      ->capture_default_str()
      ->group(limits);
  command->add_option("--max-entries", flags->max_entries, "Members of an exhibit, all its archives together")
      ->capture_default_str()
      ->group(limits);
  command->add_option("--max-depth", flags->max_depth, "Archives within archives")
      ->capture_default_str()
      ->group(limits);
  command->footer(
      "Examples:\n"
      "  sidik examine dump.csv.gz --claim sample=1000000 --claim total=279M\n"
      "  sidik examine dump.txt --delimiter '|' --header no --format json > findings.json\n"
      "  sidik examine dump.zip --html report.html --lang id --sold nik,name,salary,photo\n"
      "  sidik examine dump.csv --known market-2020=old.sql.gz --published roll-2014=roll.csv\n"
      "  sidik examine dump.zip --password-file password.txt\n"
      "  sidik examine part2.csv --parts people --model part1.model.json\n\n"
      "No value of the dump is printed, except masked; --unmask is recorded in the document.");
  command->callback([flags, command, &cancel, &action] {
    flags->request.command = "examine";
    for (const auto* option : command->get_options()) {
      if (option->count() == 0 || option->get_name() == "--unmask") continue;
      for (const auto& value : option->results())
        flags->request.command += fmt::format(" {}{}", option->get_positional() ? "" : option->get_name() + " ", value);
    }
    action = [flags, &cancel] { return run(*flags, cancel); };
  });
  return command;
}

}  // namespace sidik::apps
