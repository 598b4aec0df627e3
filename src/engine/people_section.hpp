#pragma once

#include "findings/document.hpp"
#include "people/linker.hpp"
#include "people/record_store.hpp"

namespace sidik::engine {

/// The part `people` of the document, of a store and its linkage. Examples are masked.
[[nodiscard]] findings::People people_section(const people::RecordStore& store, const people::Linkage& linkage);

/// The same where nothing could be linked.
[[nodiscard]] findings::People people_not_linked(std::string because);

}  // namespace sidik::engine
