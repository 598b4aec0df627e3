#include <fmt/format.h>

#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/html_style.hpp"
#include "report/render.hpp"

namespace sidik::report {
namespace {

/// Shared by every chart: the hatching of faults, so that they show without colour.
constexpr std::string_view kDefinitions =
    "<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"6\" "
    "height=\"6\" "
    "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"6\" "
    "height=\"6\"/>"
    "<line class=\"hatch-line\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs></svg>\n";

/// No script, no frame, no form, no outside resource; only the style that stands in the page.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

}  // namespace

std::string render_html(const findings::Document& document, const pack::Pack& pack, const RenderOptions& options) {
  const View view(document, pack, options.language);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n<title>Sidik: "
      "{}</title>\n<style>{}</style>\n</head>\n<body>\n{}<main>\n",
      view.words.say("language"), kPolicy, shown(ledger_title(view)), kStyle, kDefinitions);
  for (const auto section : {html_verdict, html_alarms, html_ledger, html_people, html_claims, html_strata,
                             html_origins, html_windows, html_overlaps, html_copies, html_columns, html_coherence,
                             html_severity, html_bytes, html_rejects, html_exhibits, html_run}) {
    out += section(view);
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace sidik::report
