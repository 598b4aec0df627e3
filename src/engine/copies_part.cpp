#include "engine/copies_part.hpp"

#include <utility>

#include "engine/trace.hpp"

namespace sidik::engine {

Result<std::optional<findings::Copies>> trace_copies(const ExamineRequest& request, const Context& context) {
  if (request.marks.empty() && request.copies.empty()) return std::nullopt;
  if (request.paths.size() != 1 || request.paths.front() == "-") {
    return fail(ErrorKind::usage, "engine.trace_one_file", "--marks and --copies trace one file, which is read again",
                "examine a single file");
  }
  TraceRequest trace;
  trace.dump = request.paths.front();
  trace.marks = request.marks;
  trace.key = request.marks_key;
  trace.copies = request.copies;
  trace.packs = request.packs;
  trace.packs_directory = request.packs_directory;
  SIDIK_TRY(auto found, trace_dump(trace, context));
  findings::Copies out;
  out.verdict = word_of(found.verdict);
  out.by = found.by;
  out.named = std::move(found.named);
  out.false_accusation_bound = found.bound;
  out.rows = found.rows;
  out.rows_explained = found.rows_explained;
  out.says = std::move(found.says);
  for (auto& each : found.recipients) {
    out.recipients.push_back({std::move(each.name), each.decoys_planted, each.decoys_found, each.rows_against,
                              each.false_accusation_bound, each.is_named});
  }
  return out;
}

}  // namespace sidik::engine
