#include "casefile/event_parts.hpp"

#include <fmt/format.h>

namespace sidik::casefile {

std::optional<std::string> text_part(const Event& event, const char* part) {
  const auto found = event.data.find(part);
  if (found == event.data.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::string text_of(const Event& event, const char* part) { return text_part(event, part).value_or(""); }

std::optional<std::uint64_t> number_part(const Event& event, const char* part) {
  const auto found = event.data.find(part);
  if (found == event.data.end() || !found->is_number_integer()) return std::nullopt;
  if (!found->is_number_unsigned() && found->get<std::int64_t>() < 0) return std::nullopt;
  return found->get<std::uint64_t>();
}

std::unexpected<Error> malformed(const Event& event, std::string_view part) {
  return fail(ErrorKind::invalid_input, "casefile.event_malformed",
              fmt::format("event {} ({}) has no proper {}", event.number, event.kind, part),
              "run sidik case verify to see whether the case was changed");
}

}  // namespace sidik::casefile
