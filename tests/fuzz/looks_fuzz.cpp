#include <cstddef>
#include <cstdint>
#include <vector>

#include "casefile/link_verdict.hpp"
#include "require.hpp"

/// Looks from another desk: what is read is written again as it was, and gives a verdict that keeps to the rules.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sidik::casefile;
  using sidik::fuzz::require;
  const Json value = Json::parse(data, data + size, nullptr, false);
  std::vector<LinkLook> looks;
  bool has_content = false;
  for (const Json& each : value.is_array() ? value : Json::array({value})) {
    const auto look = look_of(each);
    if (!look) continue;
    const auto again = look_of(to_json(*look));
    require(again && to_json(*again) == to_json(*look), "a look comes back as it was");
    has_content = has_content || (look->status() >= 200 && look->status() < 300 && look->bytes > 0);
    looks.push_back(*look);
  }
  const auto verdict = verdict_of(looks);
  if (has_content)
    require(verdict.finding == Finding::up || verdict.finding == Finding::blocked, "content is no removal");
  if (verdict.finding == Finding::blocked) require(!verdict.countries.empty(), "a block is somewhere");
  return 0;
}
