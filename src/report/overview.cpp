#include "report/overview.hpp"

#include <algorithm>

namespace sidik::report {
namespace {

/// How early a meaning is named: what tells who a person is, then what the law weighs most, then ways to reach a
/// person.
int rank_of(const std::string& name, const pack::Meaning* meaning) {
  static constexpr std::string_view kFirst[] = {"id.national", "person.name", "birth.date"};
  const auto* const first = std::find(std::begin(kFirst), std::end(kFirst), name);
  if (first != std::end(kFirst)) return static_cast<int>(first - std::begin(kFirst)) - 3;
  if (name.starts_with("credential.")) return 0;
  if (meaning == nullptr) return 5;
  if (meaning->category == "sensitive") return 0;
  if (meaning->category == "financial") return 1;
  if (name.starts_with("contact.")) return 2;
  if (meaning->identifies) return 3;
  return meaning->category == "none" ? 6 : 4;
}

bool is_personal(const pack::Meaning* meaning) {
  return meaning == nullptr || meaning->identifies || (meaning->category != "none" && !meaning->category.empty());
}

void add_bytes(findings::Bytes& sum, const findings::Bytes& bytes) {
  sum.total += bytes.total;
  sum.header += bytes.header;
  sum.records += bytes.records;
  sum.rejected += bytes.rejected;
  sum.blank += bytes.blank;
  sum.other += bytes.other;
}

void add_column(Overview& overview, const findings::Column& column, const pack::Pack& pack) {
  ++overview.columns;
  if (column.checked) {
    overview.checked_filled += column.filled;
    overview.checked_valid += column.valid;
  }
  if (column.meaning == "unknown" || column.meaning.empty()) return;
  ++overview.recognised;
  auto& meanings = overview.meanings;
  const bool is_new = std::find(meanings.begin(), meanings.end(), column.meaning) == meanings.end();
  if (!is_new || column.filled == 0 || !is_personal(pack.meaning(column.meaning))) return;
  const auto is_before = [&](const std::string& left, const std::string& right) {
    return rank_of(left, pack.meaning(left)) < rank_of(right, pack.meaning(right));
  };
  meanings.insert(std::upper_bound(meanings.begin(), meanings.end(), column.meaning, is_before), column.meaning);
}

}  // namespace

std::optional<std::uint64_t> step_count(const findings::Document& document, std::string_view step) {
  for (const auto& entry : document.ledger) {
    if (entry.step == step) return entry.count;
  }
  return std::nullopt;
}

Overview overview_of(const findings::Document& document, const pack::Pack& pack) {
  Overview overview;
  for (const auto& exhibit : document.exhibits) {
    if (!exhibit.complete) overview.incomplete.push_back(&exhibit);
    for (const auto& table : exhibit.tables) {
      ++overview.tables;
      overview.records += table.records;
      overview.rejected += table.rejected;
      add_bytes(overview.bytes, table.bytes);
      for (const auto& column : table.columns) add_column(overview, column, pack);
    }
  }
  overview.distinct_records = step_count(document, "distinct_records");
  overview.distinct_national_ids = step_count(document, "distinct_national_id");
  return overview;
}

}  // namespace sidik::report
