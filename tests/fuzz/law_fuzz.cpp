// Laws and holidays from hostile bytes: they are read or refused, and clocks of what was read end.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "casefile/clocks.hpp"
#include "pack/law.hpp"
#include "require.hpp"

using namespace sidik;  // NOLINT(google-build-using-namespace): a program of one file
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto law = pack::read_rules("fuzz", bytes);
  if (!law) {
    pack::Law holidays;
    (void)pack::read_holidays("fuzz", bytes, holidays);
    return 0;
  }
  casefile::ClockFacts facts;
  const auto now = *text::parse_instant("2024-02-29T23:59:59Z");
  for (const auto& rule : law->rules) facts.events.insert_or_assign(rule.starts, now);
  const auto clocks = casefile::clocks_of(*law, facts, now);
  require(clocks.size() == law->rules.size(), "a clock a rule");
  for (const auto& clock : clocks)
    require(!clock.due || *clock.due >= *clock.started, "nothing is due before it starts");
  return 0;
}
