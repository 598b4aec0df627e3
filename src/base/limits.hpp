#pragma once

#include <cstdint>

namespace sidik {

/// The bounds that hostile input meets. Each has a flag of `sidik examine`; passing one is an error of kind `limit`
/// or a reject, never a crash and never silence.
struct Limits {
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;   ///< working memory; what is beyond spills
  std::uint64_t record_bytes = std::uint64_t{16} << 20;  ///< a longer record is a reject (`record_too_long`)
  std::uint32_t columns = 16384;                         ///< a wider table is refused (`ingest.too_many_columns`)
  std::uint64_t archive_ratio = 1000;                    ///< unpacked bytes a packed byte, checked past 64 MiB
  std::uint64_t archive_bytes = std::uint64_t{1} << 40;  ///< unpacked bytes of one archive
  std::uint32_t archive_entries = 100000;                ///< members of one archive
  std::uint32_t archive_depth = 4;                       ///< archives within archives
  std::uint32_t json_depth = 256;                        ///< nesting of a JSON value
};

}  // namespace sidik
