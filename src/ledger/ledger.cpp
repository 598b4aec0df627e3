#include "ledger/ledger.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "ledger/grouped_number.hpp"

namespace sidik::ledger {
namespace {

std::unexpected<Error> not_reconciled(std::string what) {
  return fail(ErrorKind::bug, "ledger.not_reconciled", std::move(what),
              "report this with the command; do not use the numbers");
}

Status reconcile_bytes(const findings::Bytes& bytes) {
  const std::uint64_t sum = bytes.header + bytes.records + bytes.rejected + bytes.blank + bytes.other;
  if (sum == bytes.total) return {};
  return not_reconciled(
      fmt::format("header {} + records {} + rejected {} + blank {} + other {} are {} bytes, but {} were read",
                  grouped(bytes.header), grouped(bytes.records), grouped(bytes.rejected), grouped(bytes.blank),
                  grouped(bytes.other), grouped(sum), grouped(bytes.total)));
}

Status reconcile_records(const Counts& counts) {
  if (counts.exact_duplicates + counts.distinct_records != counts.records) {
    return not_reconciled(fmt::format("{} exact duplicates and {} distinct records are not {} records",
                                      grouped(counts.exact_duplicates), grouped(counts.distinct_records),
                                      grouped(counts.records)));
  }
  if (counts.distinct_records == 0 && counts.records > 0) {
    return not_reconciled(fmt::format("{} records, none of them distinct", grouped(counts.records)));
  }
  for (const auto& [step, count] : {std::pair{"persons", counts.persons}, std::pair{"confirmed", counts.confirmed}}) {
    if (count && *count > counts.records) {
      return not_reconciled(fmt::format("{} {} in {} records", grouped(*count), step, grouped(counts.records)));
    }
  }
  return {};
}

}  // namespace

Result<std::vector<findings::LedgerStep>> build_ledger(const Counts& counts) {
  SIDIK_CHECK(reconcile_bytes(counts.bytes));
  SIDIK_CHECK(reconcile_records(counts));
  std::vector<findings::LedgerStep> steps = {
      {"bytes", counts.bytes.total,
       "Bytes of the members that were read, unpacked, before any change of encoding; header, records, rejects, blank "
       "lines and other bytes add up to it."},
      {"lines", counts.lines,
       "Line ends, plus one where the last line has none; header, blank and rejected lines among them."},
      {"records_and_rejects", counts.records + counts.rejected,
       "Stretches of bytes that were taken for a record, readable or not, without header and blank lines."},
      {"records", counts.records, "Records that were read with the fields of their table."},
      {"exact_duplicates", counts.exact_duplicates,
       "Records whose decoded, unquoted, untrimmed fields all equal those of an earlier record, of whatever table."},
      {"distinct_records", counts.distinct_records,
       "Records that differ from each other in at least one field; with the exact duplicates they are the records."},
  };
  if (counts.distinct_national_id) {
    steps.push_back({"distinct_national_id", *counts.distinct_national_id,
                     "Different valid national identifiers over all columns that hold one; not yet persons."});
  }
  if (counts.persons) {
    steps.push_back({"persons", *counts.persons,
                     "Entities that the records describe after linkage, an estimate; invented ones among them."});
  }
  if (counts.confirmed) {
    steps.push_back(
        {"confirmed", *counts.confirmed, "Of these, confirmed by the custodian against a committed register."});
  }
  return steps;
}

}  // namespace sidik::ledger
