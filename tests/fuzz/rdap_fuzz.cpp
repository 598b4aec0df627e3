#include <cstddef>
#include <cstdint>
#include <string_view>

#include "casefile/abuse_contact.hpp"
#include "require.hpp"

/// Answers of registries and bootstrap files: whatever comes, what is kept keeps to its bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sidik::casefile;
  using sidik::fuzz::require;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto reading = read_rdap(text, ContactScope::network, "fuzz")) {
    require(reading->contacts.size() <= 16, "contacts are bounded");
    for (const auto& contact : reading->contacts) {
      require(contact.address.find('@') != std::string::npos, "an address has an @");
      require(contact.address.find_first_of("\r\n <>,;") == std::string::npos, "an address is plain");
    }
  }
  if (const auto services = read_bootstrap(text)) {
    for (const auto& service : *services)
      require(service.base.starts_with("https://") && service.base.ends_with('/'), "a service is asked over TLS");
    (void)service_for_domain(*services, "files.example");
    (void)service_for_address(*services, "\x09\x09\x09\x09");
  }
  (void)guess_of(text.substr(0, 300));
  return 0;
}
