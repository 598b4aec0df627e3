#include "report/render.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {

std::string render_text(const findings::Document& document, const pack::Pack& pack, const RenderOptions& options) {
  const View view(document, pack, options.language);
  Canvas canvas(options.width, options.colour);
  for (const auto write : {write_verdict, write_alarms, write_ledger, write_people, write_claims, write_strata,
                           write_origins, write_windows, write_overlaps, write_copies, write_columns, write_coherence,
                           write_rejects, write_severity, write_exhibits, write_run}) {
    write(canvas, view);
  }
  return std::move(canvas).take();
}

}  // namespace sidik::report
