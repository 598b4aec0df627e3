#include "engine/known_part.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/read_request.hpp"

namespace sidik::engine {

Result<std::unique_ptr<OverlapPart>> open_overlaps(const ExamineRequest& request, ScanShared& shared,
                                                   const Context& context) {
  if (request.compare_with.empty()) return nullptr;
  ExamineRequest guessing;
  guessing.password_file = request.password_file;
  guessing.allows_no_sandbox = request.allows_no_sandbox;
  SIDIK_TRY(ingest::ReadOptions options, read_options(guessing));
  options.is_header_word = [&shared](std::string_view word) { return shared.meanings.is_header_word(word); };
  std::vector<runs::MemoryBudget*> budgets;
  for (const auto& lane : shared.keys) budgets.push_back(&lane->budget);
  return OverlapPart::open(request.compare_with,
                           {shared.pack, shared.meanings, shared.hash, shared.crew, std::move(budgets),
                            std::move(options), context, shared.reference_year});
}

void note_containment(const findings::Document& document, std::span<const KnownFile> files,
                      std::span<origin::StratumFacts> facts) {
  for (const auto& file : files) {
    const bool is_compared = std::ranges::any_of(document.overlaps, [&](const findings::Overlap& overlap) {
      return overlap.with == file.name && overlap.field == "row";
    });
    if (!is_compared) continue;
    for (std::size_t k = 0; k < facts.size(); ++k) {
      const auto& stratum = document.strata[k];
      const auto seen = std::ranges::find(stratum.seen_in, file.name, &findings::SeenIn::with);
      const auto records = seen == stratum.seen_in.end() ? std::uint64_t{0} : seen->records;
      facts[k].contained_in[file.name] =
          static_cast<double>(records) / static_cast<double>(std::max<std::uint64_t>(stratum.records, 1));
    }
  }
}

double share_published(const findings::Document& document) {
  double most = 0;
  for (const auto& overlap : document.overlaps) {
    if (overlap.field == "row" && overlap.kind == "published") most = std::max(most, overlap.share_here);
  }
  for (const auto& novelty : document.novelty) {
    if (novelty.field == "row" && novelty.total > 0)
      most = std::max(most, static_cast<double>(novelty.published) / static_cast<double>(novelty.total));
  }
  return most;
}

}  // namespace sidik::engine
