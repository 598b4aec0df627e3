#include "engine/case_trace.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "casefile/sealed_file.hpp"

namespace sidik::engine {
namespace {

std::string value_of(const TraceFindings& findings) {
  switch (findings.verdict) {
    case TraceVerdict::named:
      return fmt::format("the copy of {}", fmt::join(findings.named, " and "));
    case TraceVerdict::not_from_these:
      return "none of the copies";
    case TraceVerdict::cannot_tell:
      break;
  }
  return "it cannot be told";
}

std::string definition_of(const TraceFindings& findings) {
  std::string definition =
      fmt::format("Which recipient's copy the {} rows came from; a copy, not a person.", findings.rows);
  if (findings.verdict == TraceVerdict::named)
    definition += fmt::format(" By {}; so much would be found of an innocent one with a chance of at most {:.2g}.",
                              findings.by, findings.bound);
  return definition;
}

}  // namespace

Result<TraceFindings> trace_for_case(const CaseAccess& access, const TraceRequest& request, const Context& context) {
  std::string exhibit;
  {
    SIDIK_TRY(const OpenCase open, open_to_write(access));
    SIDIK_TRY(const auto digest, casefile::digest_file(request.dump, context));
    const auto* found = open.view.exhibit(digest.sha256);
    if (found == nullptr || found->is_deleted)
      return fail(ErrorKind::not_found, "engine.exhibit_unknown", "the case has no exhibit that is this file",
                  "take it in first with: sidik case add DIR FILE");
    exhibit = found->id;
  }
  // It takes a while, and the case is not held meanwhile.
  SIDIK_TRY(auto findings, trace_dump(request, context));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  const std::vector<casefile::Draft> drafts = {{"fact.stated",
                                                {{"name", exhibit + ".trace"},
                                                 {"value", value_of(findings)},
                                                 {"definition", definition_of(findings)},
                                                 {"source", "sidik trace of " + exhibit}}}};
  const auto appended = open.log.append(drafts, open.signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  return findings;
}

}  // namespace sidik::engine
