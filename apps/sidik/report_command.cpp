#include <cstdio>
#include <memory>

#include "engine/pdf_print.hpp"
#include "engine/present.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

struct ReportFlags {
  std::string document;
  std::string html_file;
  std::string pdf_file;
  std::string format = "text";
  engine::Presentation how;
};

Status run(ReportFlags& flags) {
  SIDIK_TRY(const auto document, engine::read_document(flags.document));
  flags.how.colour = shows_colour();
  flags.how.width = terminal_width();
  if (!flags.html_file.empty() || !flags.pdf_file.empty()) {
    SIDIK_TRY(const std::string page, engine::to_html(document, flags.how));
    if (!flags.html_file.empty()) SIDIK_CHECK(engine::write_file(flags.html_file, page, flags.document));
    return flags.pdf_file.empty() ? Status{} : engine::write_pdf(flags.pdf_file, page, flags.document);
  }
  std::string shown = engine::to_json(document);
  if (flags.format == "html") {
    SIDIK_TRY(shown, engine::to_html(document, flags.how));
  } else if (flags.format == "text") {
    SIDIK_TRY(shown, engine::to_text(document, flags.how));
  }
  return print(shown);
}

}  // namespace

void add_report(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("report", "Show a findings document again");
  const auto flags = std::make_shared<ReportFlags>();
  command->add_option("document", flags->document, "The JSON that examine wrote; - is standard input")->required();
  command->add_option("--html", flags->html_file, "Write one page here instead");
  command->add_option("--pdf", flags->pdf_file, "Print it here instead, by the installed Chromium");
  command->add_option("--format", flags->format, "What standard output gets")
      ->check(CLI::IsMember({"text", "json", "html"}))
      ->capture_default_str();
  command->add_option("--lang", flags->how.language, "Language")
      ->check(CLI::IsMember({"en", "id"}))
      ->capture_default_str();
  command->add_option("--pack", flags->how.packs, "Country packs, for the words of the meanings")
      ->capture_default_str();
  command->add_option("--packs", flags->how.packs_directory, "A folder of packs in place of those in the program");
  command->footer("Example:\n  sidik report findings.json --lang id --html laporan.html");
  command->callback([flags, &action] {
    action = [flags] {
      const auto status = run(*flags);
      return status ? 0 : complain(status.error());
    };
  });
}

}  // namespace sidik::apps
