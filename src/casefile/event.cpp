#include "casefile/event.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "crypto/hex.hpp"
#include "text/letters.hpp"

namespace sidik::casefile {
namespace {

constexpr ErrorCode kMalformed("casefile.event_malformed");
constexpr std::size_t kTimeSize = 20;

std::unexpected<Error> malformed(const char* what) { return fail(ErrorKind::invalid_input, kMalformed, what); }

}  // namespace

std::string time_text(std::chrono::system_clock::time_point at) {
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(second - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

bool is_time_text(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  if (text.size() != kTimeSize) return false;
  for (std::size_t i = 0; i < kTimeSize; ++i) {
    if (kForm[i] == '0' ? !text::is_digit(text[i]) : text[i] != kForm[i]) return false;
  }
  return true;
}

Result<std::string> to_body(const Event& event, const crypto::Digest& previous) {
  return to_canonical({{"at", event.at},
                       {"by", event.by},
                       {"data", event.data},
                       {"kind", event.kind},
                       {"number", event.number},
                       {"previous", crypto::to_hex(previous)}});
}

Result<ReadEvent> from_body(std::string_view body) {
  constexpr std::size_t kKeys = 6;
  constexpr std::size_t kDigits = 64;
  SIDIK_TRY(const Json value, from_canonical(body));
  if (!value.is_object() || value.size() != kKeys) return malformed("it does not have the six parts of an event");
  for (const char* key : {"at", "by", "kind", "previous"}) {
    if (!value.contains(key) || !value[key].is_string()) return malformed("a part of it is missing");
  }
  if (!value.contains("number") || !value["number"].is_number_unsigned()) return malformed("it has no number");
  if (!value.contains("data") || !value["data"].is_object()) return malformed("it has no data");
  ReadEvent read;
  read.previous = value["previous"].get<std::string>();
  if (read.previous.size() != kDigits) return malformed("it does not name the event before it");
  read.event = {value["number"].get<std::uint64_t>(), value["at"].get<std::string>(), value["by"].get<std::string>(),
                value["kind"].get<std::string>(), value["data"]};
  if (!is_time_text(read.event.at)) return malformed("its time is none");
  return read;
}

crypto::Digest body_hash(std::string_view body) {
  crypto::Sha256 hash;
  hash.update(body);
  return hash.finish();
}

}  // namespace sidik::casefile
