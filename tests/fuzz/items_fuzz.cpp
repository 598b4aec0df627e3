#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "casefile/sharing/shared_items.hpp"

/// What MISP and AIL hand over, from anybody: no name leads out of a folder, and no more comes out than is allowed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint64_t kMost = 1U << 16U;
  const auto items = sidik::casefile::read_shared_items({reinterpret_cast<const char*>(data), size}, kMost);
  if (!items) return 0;
  std::uint64_t bytes = 0;
  for (const auto& item : *items) {
    bytes += item.bytes.size();
    if (item.name.empty() || item.name.find('/') != std::string::npos || item.name == "..") std::abort();
  }
  if (items->empty() || bytes > kMost) std::abort();
  return 0;
}
