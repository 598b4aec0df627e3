#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/case_view.hpp"
#include "engine/case_access.hpp"

namespace sidik::engine {

struct ImportedExhibits {
  std::vector<casefile::Exhibit> added;
  std::uint64_t known = 0;  ///< files that the case had already
};

/// Seals the files in an event of MISP or in items of AIL as exhibits, one event each; they never lie open on a disk.
/// What was added before an error stays, and a second try passes over it.
/// Errors   engine.import_unreadable (not_found); engine.import_large (limit): the file, or what is in it, is more than
///          the memory of the context; those of casefile::read_shared_items and add_exhibit.
[[nodiscard]] Result<ImportedExhibits> import_exhibits(const CaseAccess& access, const std::string& path,
                                                       const Context& context);

}  // namespace sidik::engine
