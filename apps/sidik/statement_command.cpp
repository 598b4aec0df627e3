#include <memory>
#include <string>

#include "engine/pdf_print.hpp"
#include "engine/present.hpp"
#include "engine/statement_desk.hpp"
#include "sidik/case_flags.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

struct StatementFlags {
  CaseFlags common;
  std::string file;
  std::string language = "en";
  std::string format = "text";
  std::string out;
  std::string html;
  std::string pdf;
};

int run_draft(const StatementFlags& flags) {
  const auto text = engine::draft_statement(flags.common.access.folder, flags.language);
  if (!text) return complain(text.error());
  if (flags.out.empty()) return print_or_complain(*text);
  const Status status = engine::write_out(flags.common.access, flags.out, *text);
  return status ? 0 : complain(status.error());
}

Status write_pages(const StatementFlags& flags, const engine::CheckedStatement& statement) {
  if (flags.html.empty() && flags.pdf.empty()) return {};
  const std::string page = engine::to_html(statement);
  if (!flags.html.empty()) SIDIK_CHECK(engine::write_file(flags.html, page, flags.file));
  if (!flags.pdf.empty()) SIDIK_CHECK(engine::write_pdf(flags.pdf, page, flags.file));
  return {};
}

int run_check(const StatementFlags& flags) {
  const auto statement = engine::check_statement(flags.common.access.folder, flags.file, flags.language);
  if (!statement) return complain(statement.error());
  const int code =
      print_or_complain(flags.format == "json" ? engine::to_json(*statement) : engine::to_text(*statement));
  if (code != 0) return code;
  if (!statement->faults.empty()) {
    return complain({ErrorKind::refused, "casefile.statement_faulty",
                     std::to_string(statement->faults.size()) + " places do not render",
                     "every number and every \"is down\" names a fact that two persons have approved"});
  }
  const Status status = write_pages(flags, *statement);
  return status ? 0 : complain(status.error());
}

int run_issue(const StatementFlags& flags) {
  const Status status = engine::issue_statement(flags.common.access, flags.file, flags.language, Context());
  return status ? 0 : complain(status.error());
}

CLI::App* add(CLI::App& group, const std::shared_ptr<StatementFlags>& flags, const char* name, const char* says,
              bool takes_file) {
  auto* command = group.add_subcommand(name, says);
  if (takes_file) command->add_option("file", flags->file, "The text of the statement")->required();
  command->add_option("--case", flags->common.access.folder, "The folder of the case")->required();
  command->add_option("--lang", flags->language, "How numbers are written, and what is added")
      ->check(CLI::IsMember({"en", "id"}))
      ->capture_default_str();
  return command;
}

}  // namespace

void add_statement(CLI::App& app, Action& action) {
  auto* group = app.add_subcommand("statement", "Write to the public with no number that is not a fact of the case");
  group->require_subcommand(1);

  auto flags = std::make_shared<StatementFlags>();
  auto* command = add(*group, flags, "draft", "Begin a statement from the facts that two persons have approved", false);
  command->add_option("--out", flags->out, "The file to write");
  command->callback([flags, &action] { action = [flags] { return run_draft(*flags); }; });

  flags = std::make_shared<StatementFlags>();
  command = add(*group, flags, "check", "Render a statement, or say what in it is no fact", true);
  command->add_option("--format", flags->format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--html", flags->html, "Write it as one page");
  command->add_option("--pdf", flags->pdf, "Print it, by the installed Chromium");
  command->callback([flags, &action] { action = [flags] { return run_check(*flags); }; });

  flags = std::make_shared<StatementFlags>();
  command = add(*group, flags, "issue", "File a statement as it was given out; earlier ones stay", true);
  command->add_option("--as", flags->common.access.as, "The id of the person who acts (default: who opened the case)");
  command->add_option("--signer", flags->common.access.signer_file, "The file of that person's key");
  command->add_option("--passphrase-file", flags->common.access.passphrase_file, "A file whose first line opens it");
  command->callback([flags, &action] { action = [flags] { return run_issue(*flags); }; });

  group->footer(
      "In a statement stand {{fact:NAME}}, {{fact:NAME@EVENT}} and {{date:2021-05-21}} in place of numbers.\n"
      "Examples:\n"
      "  sidik statement draft --case kasus --lang id --out pernyataan.txt\n"
      "  sidik statement check pernyataan.txt --case kasus --lang id --pdf pernyataan.pdf\n"
      "  sidik statement issue pernyataan.txt --case kasus --lang id");
}

}  // namespace sidik::apps
