#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace sidik::casefile {

/// A file that another desk shared.
struct SharedItem {
  std::string name;
  std::string bytes;
  std::string got_from;  ///< which event or item of whom
};

/// Takes the files out of what MISP and AIL hand over.
///
/// Input    JSON: an event of MISP (`{"Event": ...}`, or the `{"response": [...]}` of its interface), of which
///          attributes of type `attachment` and `malware-sample` with `data` are taken, those of objects such as
///          `ail-leak` too; an item of AIL's feeders (`data` is base64 of gzip, `data-sha256` of what is in it), or an
///          array of them. A malware sample stays the zip that MISP makes of it.
/// Output   at least one file; names are without folders.
/// Errors   casefile.items_malformed (invalid_input): no such JSON, or data that is not as it says, naming the item;
///          casefile.items_none (invalid_input): nothing in it bears data;
///          casefile.items_large (limit): more than `most_bytes` together, unpacked.
/// Source   draft-dulaunoy-misp-core-format-20; the feeder interface of AIL, as PyAIL writes it.
[[nodiscard]] Result<std::vector<SharedItem>> read_shared_items(std::string_view json, std::uint64_t most_bytes);

}  // namespace sidik::casefile
