#include "origin/checked_rows.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "identify/examiner.hpp"
#include "table/record_batch.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kLeastValues = 100;

/// The rows in a batch; column c of row r is of row r + c x shift, so that a shift other than 0 breaks every tie.
table::RecordBatch batch_of(const SampledRows& sample, std::size_t shift) {
  table::RecordBatch batch;
  const std::size_t columns = sample.names.size();
  const std::size_t rows = sample.rows.size();
  batch.reset(columns, RecordIndex(0));
  std::vector<std::string_view> fields(columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) fields[c] = sample.rows[(r + c * shift) % rows]->field(c);
    batch.append(fields, {});
  }
  return batch;
}

struct Checked {
  std::vector<findings::Coherence> rules;
  std::vector<findings::Column> columns;
};

Checked check(const SampledRows& sample, std::size_t shift, const pack::Pack& pack, int year) {
  identify::TableExaminer examiner(sample.names, sample.meanings, pack, year);
  examiner.examine_batch(batch_of(sample, shift));
  return {examiner.coherence(), examiner.columns()};
}

double agreement_of(const findings::Coherence& rule) {
  return static_cast<double>(rule.agree) / static_cast<double>(rule.checked);
}

/// Faults of form are damage; these say that the number was never given out.
bool says_not_issued(const std::string& fault) {
  static constexpr std::array<std::string_view, 6> kFaults = {"unknown_area", "unknown_district", "impossible_date",
                                                              "serial_0000",  "check_digit",      "wrong_prefix"};
  return std::ranges::find(kFaults, fault) != kFaults.end();
}

}  // namespace

CheckedRows check_rows(const SampledRows& sample, const pack::Pack& pack, int reference_year) {
  CheckedRows out;
  const Checked rows = check(sample, 0, pack, reference_year);
  const Checked shuffled = check(sample, sample.rows.size() / 3 + 7, pack, reference_year);
  constexpr double kSaysNothing = 0.85;
  for (const auto& rule : rows.rules) {
    const auto chance = std::ranges::find(shuffled.rules, rule.rule, &findings::Coherence::rule);
    if (chance == shuffled.rules.end() || std::min(rule.checked, chance->checked) < kLeastValues) continue;
    const double by_chance = agreement_of(*chance);
    if (by_chance > kSaysNothing) continue;
    out.agreement = std::min(out.agreement.value_or(1), (agreement_of(rule) - by_chance) / (1 - by_chance));
    ++out.rules;
  }
  double filled = 0;
  double not_issued = 0;
  for (const auto& column : rows.columns) {
    if (!column.checked || column.identifier.empty() || column.filled < kLeastValues) continue;
    filled += static_cast<double>(column.filled);
    for (const auto& [fault, count] : column.faults)
      not_issued += says_not_issued(fault) ? static_cast<double>(count) : 0;
  }
  if (filled > 0) out.not_issued = not_issued / filled;
  return out;
}

}  // namespace sidik::origin
