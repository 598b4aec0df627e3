#include "engine/strata_part.hpp"

#include <algorithm>
#include <utility>

namespace sidik::engine {
namespace {

/// More columns tell no more about who wrote a row.
constexpr std::size_t kMostColumns = 256;
/// A column that fewer of a stratum's records fill is damage, not a column that it holds.
constexpr double kIsHeld = 0.02;

findings::Stratum to_findings(origin::Stratum&& from, const std::vector<std::string>& names) {
  findings::Stratum out;
  out.records = from.records;
  for (auto& look : from.columns) {
    if (look.filled < kIsHeld) continue;
    const auto position = static_cast<std::uint32_t>(look.column + 1);
    const std::string name = look.column < names.size() ? names[look.column] : std::string();
    out.columns_filled.push_back({position, name, look.filled});
    out.signature.push_back({position, name, std::move(look.words), look.coding_share, std::move(look.masked)});
  }
  for (const auto& block : from.blocks) out.blocks.push_back({block.first + 1, block.last + 1, block.share});
  return out;
}

}  // namespace

std::vector<origin::ColumnCoder> learn_table_coders(const std::deque<table::RecordBatch>& seen, std::size_t columns) {
  std::vector<const table::RecordBatch*> sample;
  for (const auto& batch : seen) sample.push_back(&batch);
  return origin::learn_coders(sample, std::min(columns, kMostColumns));
}

TableStrata find_table_strata(const origin::RowSigner& rows, const std::vector<std::string>& shown,
                              const TableColumns& columns, const FactSources& sources) {
  auto found = origin::find_strata(rows);
  TableStrata out;
  auto read = read_strata(rows.sample(), rows.stamps(), found, columns, sources);
  for (std::size_t k = 0; k < found.strata.size(); ++k) {
    out.strata.push_back(to_findings(std::move(found.strata[k]), shown));
    out.strata.back().authenticity = std::move(read[k].authenticity);
    out.strata.back().window = std::move(read[k].window);
    out.facts.push_back(std::move(read[k].facts));
  }
  out.stratum_of_signature = std::move(found.stratum_of_signature);
  // Signatures beyond what is kept are of rows that look like few others; they count with the largest stratum.
  if (!out.strata.empty()) out.strata.front().records += found.not_placed;
  return out;
}

void PersonRows::add(std::uint64_t first_record, std::uint64_t first_row, std::uint64_t count) {
  records_ = std::max(records_, first_record + count);
  if (!stretches_.empty()) {
    Stretch& last = stretches_.back();
    if (last.first_record + last.count == first_record && last.first_row + last.count == first_row) {
      last.count += count;
      return;
    }
  }
  stretches_.push_back({first_record, first_row, count});
}

void number_strata(std::vector<findings::Stratum>& strata) {
  double all = 0;
  for (const auto& stratum : strata) all += static_cast<double>(stratum.records);
  std::size_t number = 0;
  for (auto& stratum : strata) {
    stratum.id = std::to_string(++number);
    stratum.share = all > 0 ? static_cast<double>(stratum.records) / all : 0;
  }
}

}  // namespace sidik::engine
