// Events of a case, its export, and a statement about it, from hostile bytes. Lines of the input are bodies of events;
// they are read, folded and verified as an export. What is read is written again to the same bytes; what verifies has
// nothing left out.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "casefile/case_export.hpp"
#include "casefile/case_view.hpp"
#include "casefile/statement.hpp"
#include "crypto/hex.hpp"
#include "require.hpp"

using namespace sidik;  // NOLINT(google-build-using-namespace): a program of one file
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  casefile::CaseView view;
  casefile::ExportedLog log;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view body = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    log.bodies.emplace_back(body);
    const auto read = casefile::from_body(body);
    if (!read) continue;
    crypto::Digest previous{};
    const auto digest = crypto::from_hex(read->previous);
    if (digest && digest->size() == previous.size()) {
      std::copy(digest->begin(), digest->end(), previous.begin());
      const auto again = casefile::to_body(read->event, previous);
      require(again.has_value(), "what was read can be written");
      require(casefile::from_body(*again).has_value(), "what was written can be read");
    }
    (void)view.apply(read->event);
  }
  const auto verified = casefile::verify_export(log);
  require(verified.has_value(), "bytes are no error of verifying");
  require(verified->fault.has_value() || verified->events == log.bodies.size(), "all events or a fault");
  if (const auto exported = casefile::read_export(bytes)) (void)casefile::verify_export(*exported);
  const auto faults = casefile::check_statement(bytes, view);
  const auto rendered = casefile::render_statement(bytes, view, "id");
  require(rendered.has_value() == faults.empty(), "what has no fault renders, and nothing else");
  return 0;
}
