#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "casefile/event.hpp"

/// How views take the parts of an event's data: a part that is missing or of another type is nothing.
namespace sidik::casefile {

[[nodiscard]] std::optional<std::string> text_part(const Event& event, const char* part);
/// The same; empty where there is none.
[[nodiscard]] std::string text_of(const Event& event, const char* part);
[[nodiscard]] std::optional<std::uint64_t> number_part(const Event& event, const char* part);

/// casefile.event_malformed (invalid_input), naming the event and the part.
[[nodiscard]] std::unexpected<Error> malformed(const Event& event, std::string_view part);

}  // namespace sidik::casefile
