#pragma once

#include <memory>
#include <span>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/examine.hpp"
#include "engine/overlap_part.hpp"
#include "engine/table_scan.hpp"
#include "findings/document.hpp"
#include "origin/stratum_facts.hpp"

/// What an examination makes of the files that it was asked to compare with, before and after the comparison itself.
namespace sidik::engine {

/// Surveys the files; null where there are none.
/// Errors   those of OverlapPart::open.
[[nodiscard]] Result<std::unique_ptr<OverlapPart>> open_overlaps(const ExamineRequest& request, ScanShared& shared,
                                                                 const Context& context);

/// Files that bear a profile's id are copies known to be of that system: tells `facts` what share of each stratum
/// stands in them. Only where rows could be compared does it say anything that a stratum has none of them. `facts` are
/// in the order of the document's strata.
void note_containment(const findings::Document& document, std::span<const KnownFile> files,
                      std::span<origin::StratumFacts> facts);

/// The share of the records that had been lawfully published, whether or not they leaked before.
[[nodiscard]] double share_published(const findings::Document& document);

}  // namespace sidik::engine
