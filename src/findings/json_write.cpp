#include <cmath>
#include <nlohmann/json.hpp>

#include "findings/json.hpp"

// One function a part of the document, each naming its keys in the order of docs/findings.schema.json.
namespace sidik::findings {
namespace {

using Json = nlohmann::ordered_json;

/// JSON has no infinity and no NaN; nlohmann would write null, which no reader of ours accepts.
double finite(double number) { return std::isfinite(number) ? number : 0.0; }

template <class Items, class Write>
Json list(const Items& items, Write write) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(write(item));
  return out;
}

template <class Entries>
Json object(const Entries& entries) {
  Json out = Json::object();
  for (const auto& [key, value] : entries) out[key] = value;
  return out;
}

Json write_run(const Run& run) {
  Json out = {{"version", run.version}, {"findings", 1}, {"command", run.command}, {"started", run.started}};
  out["seconds"] = finite(run.seconds);
  out["peak_rss_bytes"] = run.peak_rss_bytes;
  if (run.unmasked_because) out["unmasked_because"] = *run.unmasked_because;
  return out;
}

Json write_bytes(const Bytes& bytes) {
  return {{"total", bytes.total},       {"header", bytes.header}, {"records", bytes.records},
          {"rejected", bytes.rejected}, {"blank", bytes.blank},   {"other", bytes.other}};
}

Json write_reject(const RejectCount& reject) {
  return {{"reason", reject.reason}, {"count", reject.count}, {"first_offset", reject.first_offset}};
}

Json write_column(const Column& column) {
  Json out = {{"position", column.position}, {"name", column.name}, {"meaning", column.meaning}};
  out["confidence"] = finite(column.confidence);
  out["identifier"] = column.identifier;
  out["decided_by"] = column.decided_by;
  out["filled"] = column.filled;
  out["valid"] = column.valid;
  out["checked"] = column.checked;
  out["distinct"] = column.distinct;
  out["distinct_exact"] = column.distinct_exact;
  out["shape"] = column.shape;
  out["faults"] = object(column.faults);
  out["examples_masked"] = column.examples_masked;
  return out;
}

Json write_coherence(const Coherence& rule) {
  return {{"rule", rule.rule}, {"says", rule.says}, {"checked", rule.checked}, {"agree", rule.agree}};
}

Json write_table(const Table& table) {
  Json out = {{"name", table.name}, {"format", table.format}, {"encoding", table.encoding}};
  out["delimiter"] = table.delimiter;
  out["quote"] = table.quote;
  out["escape"] = table.escape;
  out["newline"] = table.newline;
  out["header"] = table.header;
  out["decided_by"] = object(table.decided_by);
  out["records"] = table.records;
  out["rejected"] = table.rejected;
  out["lines"] = table.lines;
  out["padded"] = table.padded;
  out["invalid_bytes"] = table.invalid_bytes;
  out["nul_bytes"] = table.nul_bytes;
  out["bytes"] = write_bytes(table.bytes);
  out["rejects"] = list(table.rejects, write_reject);
  out["columns"] = list(table.columns, write_column);
  out["coherence"] = list(table.coherence, write_coherence);
  return out;
}

Json write_skipped(const Skipped& skipped) {
  return {{"name", skipped.name}, {"bytes", skipped.bytes}, {"reason", skipped.reason}};
}

Json write_exhibit(const Exhibit& exhibit) {
  Json out = {{"path", exhibit.path}, {"sha256", exhibit.sha256}, {"bytes", exhibit.bytes}};
  out["complete"] = exhibit.complete;
  if (!exhibit.complete) out["incomplete_because"] = exhibit.incomplete_because;
  out["skipped"] = list(exhibit.skipped, write_skipped);
  out["tables"] = list(exhibit.tables, write_table);
  return out;
}

Json write_step(const LedgerStep& step) {
  return {{"step", step.step}, {"count", step.count}, {"defined_as", step.defined_as}};
}

Json write_claim(const Claim& claim) {
  return {{"subject", claim.subject},
          {"claimed", claim.claimed},
          {"found", claim.found},
          {"verdict", claim.verdict},
          {"says", claim.says}};
}

Json write_alarm(const Alarm& alarm) { return {{"kind", alarm.kind}, {"says", alarm.says}}; }

Json write_severity(const Severity& severity) {
  Json out = {{"method", severity.method}};
  out["dpc"] = finite(severity.dpc);
  out["ei"] = finite(severity.ei);
  out["cb"] = finite(severity.cb);
  out["score"] = finite(severity.score);
  out["level"] = severity.level;
  out["flags"] = severity.flags;
  out["because"] = severity.because;
  return out;
}

}  // namespace

std::string to_json(const Document& document) {
  Json out = Json::object();
  out["sidik"] = write_run(document.sidik);
  out["exhibits"] = list(document.exhibits, write_exhibit);
  out["ledger"] = list(document.ledger, write_step);
  out["claims"] = list(document.claims, write_claim);
  out["alarms"] = list(document.alarms, write_alarm);
  if (document.severity) out["severity"] = write_severity(*document.severity);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sidik::findings
