#include <cstddef>
#include <cstdint>
#include <string_view>

#include "casefile/sharing/shared_items.hpp"
#include "require.hpp"

/// What MISP and AIL hand over, from anybody: no name leads out of a folder, and no more comes out than is allowed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sidik::fuzz::require;
  constexpr std::uint64_t kMost = 1U << 16U;
  const auto items = sidik::casefile::read_shared_items({reinterpret_cast<const char*>(data), size}, kMost);
  if (!items) return 0;
  std::uint64_t bytes = 0;
  for (const auto& item : *items) {
    bytes += item.bytes.size();
    require(!item.name.empty() && item.name.find_first_of("/\\") == std::string::npos, "a name has no folder");
    require(item.name != "." && item.name != "..", "a name is none of a folder");
  }
  require(!items->empty() && bytes <= kMost, "what comes out is bounded");
  return 0;
}
