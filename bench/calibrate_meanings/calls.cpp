#include "calls.hpp"

#include <algorithm>

namespace sidik::bench {

std::vector<Call> rehearse_calls(const World& world, const pack::Pack& pack, bool held_out_kinds,
                                 std::uint64_t first_seed, std::uint64_t tables) {
  static constexpr int kReferenceYear = 2026;
  const identify::MeaningReader reader(pack, kReferenceYear);
  std::vector<Call> out;
  for (const SchemaKind& kind : schema_kinds()) {
    if (kind.held_out != held_out_kinds) continue;
    for (std::uint64_t seed = first_seed; seed < first_seed + tables; ++seed) {
      const RehearsedTable table = rehearse_table(world, pack, kind, seed);
      std::vector<identify::ColumnSample> samples;
      for (const RehearsedColumn& column : table.columns)
        samples.push_back({column.header, {column.values.begin(), column.values.end()}});
      const auto decided = reader.decide(samples);
      for (std::size_t c = 0; c < decided.size(); ++c) {
        const RehearsedColumn& column = table.columns[c];
        out.push_back({.called = decided[c].meaning,
                       .confidence = decided[c].confidence,
                       .grounds = decided[c].grounds,
                       .right = std::ranges::find(column.right, decided[c].meaning) != column.right.end(),
                       .with_header = table.has_header(),
                       .kind = kind.name,
                       .concept_name = column.concept_name,
                       .truth = column.truth,
                       .header = column.header,
                       .identifier = decided[c].identifier});
      }
    }
  }
  return out;
}

}  // namespace sidik::bench
