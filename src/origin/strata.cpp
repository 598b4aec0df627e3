#include "origin/strata.hpp"

#include <algorithm>

#include "origin/class_merging.hpp"
#include "origin/class_search.hpp"

namespace sidik::origin {
namespace {

void describe(const SignatureTable& table, Strata& out) {
  const std::size_t columns = table.columns();
  const std::size_t count = out.strata.size();
  std::vector<std::vector<std::pair<Coding, std::uint64_t>>> seen(count * columns);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::size_t k = out.stratum_of_signature[i];
    out.strata[k].records += table.records(i);
    for (std::size_t c = 0; c < columns; ++c) {
      auto& codings = seen[k * columns + c];
      const Coding coding = table.codings(i)[c];
      const auto found = std::ranges::find(codings, coding, &std::pair<Coding, std::uint64_t>::first);
      if (found == codings.end())
        codings.emplace_back(coding, table.records(i));
      else
        found->second += table.records(i);
    }
  }
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t c = 0; c < columns; ++c) {
      ColumnLook look{.column = c};
      std::uint64_t filled = 0;
      std::uint64_t most = 0;
      for (const auto& [coding, records] : seen[k * columns + c]) {
        if (is_nothing(coding)) continue;
        filled += records;
        if (records > most) most = records, look.coding = coding;
      }
      const auto all = static_cast<double>(std::max<std::uint64_t>(out.strata[k].records, 1));
      look.filled = static_cast<double>(filled) / all;
      look.coding_share = filled > 0 ? static_cast<double>(most) / static_cast<double>(filled) : 0;
      out.strata[k].columns.push_back(look);
    }
  }
}

}  // namespace

Strata find_strata(const RowSigner& rows) {
  const SignatureTable& table = rows.table();
  Strata out;
  out.not_placed = table.not_kept();
  if (table.size() == 0) return out;
  const SignatureData data = make_signature_data(table);
  const auto class_of = find_classes(data, {});
  const auto source_of = merge_classes(data, class_of, {});
  out.classes = source_of.size();
  for (const std::uint32_t k : class_of) out.stratum_of_signature.push_back(source_of[k]);
  out.strata.resize(*std::ranges::max_element(out.stratum_of_signature) + 1);
  describe(table, out);
  return out;
}

}  // namespace sidik::origin
