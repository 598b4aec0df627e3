// Any bytes as a findings document: refused, or read so that writing and reading it again changes nothing.
#include <cstddef>
#include <cstdint>

#include "findings/json.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sidik::fuzz::require;
  const auto document = sidik::findings::from_json({reinterpret_cast<const char*>(data), size});
  if (!document) {
    require(!document.error().what.empty(), "an error says what is wrong");
    return 0;
  }
  const std::string written = sidik::findings::to_json(*document);
  const auto again = sidik::findings::from_json(written);
  require(again.has_value(), "what is written can be read");
  require(sidik::findings::to_json(*again) == written, "writing what was read changes nothing");
  return 0;
}
