#include "casefile/causes.hpp"

#include <algorithm>

#include "casefile/event_parts.hpp"

namespace sidik::casefile {

bool is_cause_family(std::string_view family) { return family == "weak_system" || family == "broken_procedure"; }
bool is_cause_status(std::string_view status) {
  return status == "open" || status == "supported" || status == "excluded";
}

bool Causes::is_kind(std::string_view kind) {
  return kind == "cause.stated" || kind == "cause.weighed" || kind == "cause.judged";
}

Status Causes::apply(const Event& event) {
  const std::string id = text_of(event, "id");
  const auto found = std::ranges::find(causes, id, &Cause::id);
  if (event.kind == "cause.stated") {
    Cause cause{id,
                text_of(event, "family"),
                text_of(event, "says"),
                text_of(event, "control"),
                text_of(event, "tells_apart"),
                "open",
                {},
                event.number};
    if (id.empty() || found != causes.end()) return malformed(event, "id");
    if (!is_cause_family(cause.family)) return malformed(event, "family");
    if (cause.says.empty()) return malformed(event, "sentence");
    causes.push_back(std::move(cause));
    return {};
  }
  if (found == causes.end()) return malformed(event, "id");
  if (event.kind == "cause.judged") {
    const std::string status = text_of(event, "status");
    if (!is_cause_status(status)) return malformed(event, "status");
    found->status = status;
    return {};
  }
  const std::string what = text_of(event, "evidence");
  const Json speaks_for = event.data.value("speaks_for", Json());
  if (what.empty() || !speaks_for.is_boolean()) return malformed(event, "evidence");
  found->evidence.push_back({what, speaks_for.get<bool>(), event.number});
  return {};
}

const Cause* Causes::cause(std::string_view id) const {
  const auto found = std::ranges::find(causes, id, &Cause::id);
  return found != causes.end() ? &*found : nullptr;
}

}  // namespace sidik::casefile
