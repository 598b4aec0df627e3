#include "report/render.hpp"

namespace sidik::report {

std::string render_html(const findings::Document& document, const pack::Pack& pack, const RenderOptions& options) {
  (void)render_text(document, pack, options);
  return "<!DOCTYPE html><title>sidik</title>";
}

}  // namespace sidik::report
