#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "findings/document.hpp"

/// The fields of every part of a document, in the order of docs/findings.schema.json: one list for reading and for
/// writing, so that nothing is written that is not read.
///
/// A `Fields` takes them by their keys:
///   required(key, value)   always there
///   optional(key, value)   may be missing in what is read; a value that is a std::optional may be left out
///   constant(key, value, otherwise)   always this number; `otherwise` says what is wrong with another
///   optional_list(key, parts)   may be missing; written when it is not empty
///   list(key, parts), object(key, part)   parts with fields of their own; object may be a std::optional
///   kReads   whether it reads
namespace sidik::findings {

/// The only version of the document so far.
inline constexpr std::uint64_t kFormat = 1;

template <class Given, class Part>
concept PartOf = std::same_as<std::remove_const_t<Given>, Part>;

template <class Fields, PartOf<Run> Part>
void list_fields(Fields& fields, Part& run) {
  fields.required("version", run.version);
  fields.constant("findings", kFormat, "is not 1, the only format that this program reads");
  fields.required("command", run.command);
  fields.required("started", run.started);
  fields.required("seconds", run.seconds);
  fields.required("peak_rss_bytes", run.peak_rss_bytes);
  fields.optional("unmasked_because", run.unmasked_because);
}

template <class Fields, PartOf<Bytes> Part>
void list_fields(Fields& fields, Part& bytes) {
  fields.required("total", bytes.total);
  fields.required("header", bytes.header);
  fields.required("records", bytes.records);
  fields.required("rejected", bytes.rejected);
  fields.required("blank", bytes.blank);
  fields.required("other", bytes.other);
}

template <class Fields, PartOf<RejectCount> Part>
void list_fields(Fields& fields, Part& reject) {
  fields.required("reason", reject.reason);
  fields.required("count", reject.count);
  fields.required("first_offset", reject.first_offset);
}

template <class Fields, PartOf<Column> Part>
void list_fields(Fields& fields, Part& column) {
  fields.required("position", column.position);
  fields.required("name", column.name);
  fields.required("meaning", column.meaning);
  fields.required("confidence", column.confidence);
  fields.optional("identifier", column.identifier);
  fields.optional("decided_by", column.decided_by);
  fields.required("filled", column.filled);
  fields.required("valid", column.valid);
  fields.optional("checked", column.checked);
  fields.required("distinct", column.distinct);
  fields.required("distinct_exact", column.distinct_exact);
  fields.required("shape", column.shape);
  fields.required("faults", column.faults);
  fields.optional("examples_masked", column.examples_masked);
}

template <class Fields, PartOf<Coherence> Part>
void list_fields(Fields& fields, Part& rule) {
  fields.required("rule", rule.rule);
  fields.optional("says", rule.says);
  fields.required("checked", rule.checked);
  fields.required("agree", rule.agree);
}

template <class Fields, PartOf<Table> Part>
void list_fields(Fields& fields, Part& table) {
  fields.required("name", table.name);
  fields.required("format", table.format);
  fields.required("encoding", table.encoding);
  fields.required("delimiter", table.delimiter);
  fields.required("quote", table.quote);
  fields.optional("escape", table.escape);
  fields.optional("newline", table.newline);
  fields.required("header", table.header);
  fields.optional("decided_by", table.decided_by);
  fields.required("records", table.records);
  fields.required("rejected", table.rejected);
  fields.optional("lines", table.lines);
  fields.optional("padded", table.padded);
  fields.optional("invalid_bytes", table.invalid_bytes);
  fields.optional("nul_bytes", table.nul_bytes);
  fields.optional("mixed_lines", table.mixed_lines);
  fields.object("bytes", table.bytes);
  fields.list("rejects", table.rejects);
  fields.list("columns", table.columns);
  fields.list("coherence", table.coherence);
}

template <class Fields, PartOf<Skipped> Part>
void list_fields(Fields& fields, Part& skipped) {
  fields.required("name", skipped.name);
  fields.required("bytes", skipped.bytes);
  fields.required("reason", skipped.reason);
}

template <class Fields, PartOf<Exhibit> Part>
void list_fields(Fields& fields, Part& exhibit) {
  fields.required("path", exhibit.path);
  fields.required("sha256", exhibit.sha256);
  fields.required("bytes", exhibit.bytes);
  fields.required("complete", exhibit.complete);
  if (Fields::kReads || !exhibit.complete) fields.optional("incomplete_because", exhibit.incomplete_because);
  fields.list("skipped", exhibit.skipped);
  fields.list("tables", exhibit.tables);
}

template <class Fields, PartOf<LedgerStep> Part>
void list_fields(Fields& fields, Part& step) {
  fields.required("step", step.step);
  fields.required("count", step.count);
  fields.required("defined_as", step.defined_as);
}

template <class Fields, PartOf<Claim> Part>
void list_fields(Fields& fields, Part& claim) {
  fields.required("subject", claim.subject);
  fields.required("claimed", claim.claimed);
  fields.required("found", claim.found);
  fields.required("verdict", claim.verdict);
  fields.required("says", claim.says);
}

template <class Fields, PartOf<Alarm> Part>
void list_fields(Fields& fields, Part& alarm) {
  fields.required("kind", alarm.kind);
  fields.required("says", alarm.says);
}

template <class Fields, PartOf<StratumWriting> Part>
void list_fields(Fields& fields, Part& writing) {
  fields.required("position", writing.position);
  fields.required("name", writing.name);
  fields.required("written_as", writing.written_as);
  fields.required("share", writing.share);
  fields.optional("example_masked", writing.example_masked);
}

template <class Fields, PartOf<StratumColumn> Part>
void list_fields(Fields& fields, Part& column) {
  fields.required("position", column.position);
  fields.required("name", column.name);
  fields.required("filled", column.filled);
}

template <class Fields, PartOf<StratumBlock> Part>
void list_fields(Fields& fields, Part& block) {
  fields.required("from", block.from);
  fields.required("to", block.to);
  fields.required("share", block.share);
}

template <class Fields, PartOf<ExtractedCopy> Part>
void list_fields(Fields& fields, Part& copy) {
  fields.required("first_record", copy.first_record);
  fields.required("last_record", copy.last_record);
  fields.required("from", copy.from);
  fields.required("to", copy.to);
}

template <class Fields, PartOf<StratumWindow> Part>
void list_fields(Fields& fields, Part& window) {
  fields.optional("from", window.from);
  fields.optional("to", window.to);
  fields.optional("because", window.because);
  fields.optional_list("copies", window.copies);
}

template <class Fields, PartOf<Evidence> Part>
void list_fields(Fields& fields, Part& evidence) {
  fields.required("group", evidence.group);
  fields.required("log10_lr", evidence.log10_lr);
  fields.required("says", evidence.says);
}

template <class Fields, PartOf<Authenticity> Part>
void list_fields(Fields& fields, Part& authenticity) {
  fields.required("log10_lr", authenticity.log10_lr);
  fields.required("support", authenticity.support);
  fields.list("evidence", authenticity.evidence);
}

template <class Fields, PartOf<SeenIn> Part>
void list_fields(Fields& fields, Part& seen) {
  fields.required("with", seen.with);
  fields.required("kind", seen.kind);
  fields.required("records", seen.records);
}

template <class Fields, PartOf<Stratum> Part>
void list_fields(Fields& fields, Part& stratum) {
  fields.required("id", stratum.id);
  fields.optional("table", stratum.table);
  fields.required("records", stratum.records);
  fields.required("share", stratum.share);
  fields.optional("persons", stratum.persons);
  fields.list("signature", stratum.signature);
  fields.list("columns_filled", stratum.columns_filled);
  fields.list("blocks", stratum.blocks);
  fields.optional("origin", stratum.origin);
  fields.optional("log10_lr", stratum.log10_lr);
  fields.object("authenticity", stratum.authenticity);
  fields.object("window", stratum.window);
  fields.optional_list("seen_in", stratum.seen_in);
}

template <class Fields, PartOf<Origin> Part>
void list_fields(Fields& fields, Part& origin) {
  fields.required("candidate", origin.candidate);
  fields.required("stratum", origin.stratum);
  fields.optional("kind", origin.kind);
  fields.required("log10_lr", origin.log10_lr);
  fields.required("support", origin.support);
  fields.optional("columns_not_held", origin.columns_not_held);
  fields.optional("never_held", origin.never_held);
  fields.list("evidence", origin.evidence);
}

template <class Fields, PartOf<Overlap> Part>
void list_fields(Fields& fields, Part& overlap) {
  fields.required("with", overlap.with);
  fields.required("kind", overlap.kind);
  fields.required("field", overlap.field);
  fields.optional("counted", overlap.counted);
  fields.required("shared", overlap.shared);
  fields.required("share_here", overlap.share_here);
  fields.required("share_there", overlap.share_there);
  fields.required("new_here", overlap.new_here);
  fields.optional("columns", overlap.columns);
}

template <class Fields, PartOf<Novelty> Part>
void list_fields(Fields& fields, Part& novelty) {
  fields.required("field", novelty.field);
  fields.required("counted", novelty.counted);
  fields.required("total", novelty.total);
  fields.required("recycled", novelty.recycled);
  fields.required("published", novelty.published);
  fields.required("new", novelty.fresh);
}

template <class Fields, PartOf<CopyRecipient> Part>
void list_fields(Fields& fields, Part& recipient) {
  fields.required("name", recipient.name);
  fields.optional("decoys_planted", recipient.decoys_planted);
  fields.optional("decoys_found", recipient.decoys_found);
  fields.optional("rows_against", recipient.rows_against);
  fields.required("false_accusation_bound", recipient.false_accusation_bound);
  fields.required("is_named", recipient.is_named);
}

template <class Fields, PartOf<Copies> Part>
void list_fields(Fields& fields, Part& copies) {
  fields.required("verdict", copies.verdict);
  fields.required("by", copies.by);
  fields.required("named", copies.named);
  fields.required("false_accusation_bound", copies.false_accusation_bound);
  fields.required("rows", copies.rows);
  fields.optional("rows_explained", copies.rows_explained);
  fields.list("recipients", copies.recipients);
  fields.required("says", copies.says);
}

template <class Fields, PartOf<Severity> Part>
void list_fields(Fields& fields, Part& severity) {
  fields.required("method", severity.method);
  fields.required("dpc", severity.dpc);
  fields.required("ei", severity.ei);
  fields.required("cb", severity.cb);
  fields.required("score", severity.score);
  fields.required("level", severity.level);
  fields.required("flags", severity.flags);
  fields.required("because", severity.because);
}

template <class Fields, PartOf<Estimate> Part>
void list_fields(Fields& fields, Part& estimate) {
  fields.required("value", estimate.value);
  fields.required("low", estimate.low);
  fields.required("high", estimate.high);
  fields.required("level", estimate.level);
}

template <class Fields, PartOf<LinkedBy> Part>
void list_fields(Fields& fields, Part& linked) {
  fields.required("how", linked.how);
  fields.required("pairs", linked.pairs);
}

template <class Fields, PartOf<RecordsPerPerson> Part>
void list_fields(Fields& fields, Part& bin) {
  fields.required("records", bin.records);
  fields.required("persons", bin.persons);
}

template <class Fields, PartOf<HouseholdSize> Part>
void list_fields(Fields& fields, Part& bin) {
  fields.required("persons", bin.persons);
  fields.required("households", bin.households);
}

template <class Fields, PartOf<BlockingPass> Part>
void list_fields(Fields& fields, Part& pass) {
  fields.required("by", pass.by);
  fields.required("pairs", pass.pairs);
  fields.required("recall", pass.recall);
}

template <class Fields, PartOf<MatchWeight> Part>
void list_fields(Fields& fields, Part& weight) {
  fields.required("field", weight.field);
  fields.required("level", weight.level);
  fields.required("m", weight.m);
  fields.required("u", weight.u);
  fields.required("bits", weight.bits);
}

template <class Fields, PartOf<PersonExample> Part>
void list_fields(Fields& fields, Part& example) {
  fields.required("records", example.records);
  fields.required("writings", example.writings);
}

template <class Fields, PartOf<SharedPersons> Part>
void list_fields(Fields& fields, Part& shared) {
  fields.required("of", shared.of);
  fields.required("left", shared.left);
  fields.required("right", shared.right);
  fields.required("persons", shared.persons);
}

template <class Fields, PartOf<People> Part>
void list_fields(Fields& fields, Part& people) {
  fields.object("persons", people.persons);
  if (Fields::kReads || !people.persons) fields.optional("not_linked_because", people.not_linked_because);
  fields.object("households", people.households);
  fields.list("linked_by", people.linked_by);
  fields.object("precision", people.precision);
  fields.object("recall", people.recall);
  fields.list("records_per_person", people.records_per_person);
  fields.list("household_sizes", people.household_sizes);
  fields.list("blocking", people.blocking);
  fields.list("weights", people.weights);
  fields.required("not_compared", people.not_compared);
  fields.list("examples", people.examples);
  fields.optional_list("shared", people.shared);
}

template <class Fields, PartOf<Document> Part>
void list_fields(Fields& fields, Part& document) {
  fields.object("sidik", document.sidik);
  fields.list("exhibits", document.exhibits);
  fields.list("ledger", document.ledger);
  fields.list("claims", document.claims);
  fields.list("alarms", document.alarms);
  fields.optional_list("strata", document.strata);
  fields.optional_list("origins", document.origins);
  fields.optional_list("overlaps", document.overlaps);
  fields.optional_list("novelty", document.novelty);
  fields.object("copies", document.copies);
  fields.object("authenticity", document.authenticity);
  fields.object("severity", document.severity);
  fields.object("people", document.people);
}

}  // namespace sidik::findings
