#include "casefile/case_export.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "crypto/hex.hpp"

namespace sidik::casefile {
namespace {

std::unexpected<Error> malformed(std::size_t line, const char* what) {
  return fail(ErrorKind::invalid_input, "casefile.export_malformed", fmt::format("line {} {}", line, what),
              "make the export anew with: sidik case export DIR --out FILE");
}

template <class Array>
bool read_hex(const Json& value, Array& out) {
  const auto bytes = crypto::from_hex(value.is_string() ? value.get<std::string>() : "");
  if (!bytes || bytes->size() != out.size()) return false;
  std::ranges::copy(*bytes, out.begin());
  return true;
}

std::optional<Checkpoint> checkpoint_of(const Json& value) {
  if (!value.is_object()) return std::nullopt;
  Checkpoint checkpoint;
  const Json size = value.value("size", Json());
  const Json at = value.value("at", Json());
  const Json by = value.value("by", Json());
  if (!size.is_number_unsigned() || !at.is_string() || !by.is_string()) return std::nullopt;
  if (!read_hex(value.value("root", Json()), checkpoint.root)) return std::nullopt;
  if (!read_hex(value.value("signature", Json()), checkpoint.signature)) return std::nullopt;
  checkpoint.size = size.get<std::uint64_t>();
  checkpoint.at = at.get<std::string>();
  checkpoint.by = by.get<std::string>();
  return checkpoint;
}

/// A field that may hold commas and quotes; one that begins as a formula is kept from being one in a spreadsheet.
std::string csv_field(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

Result<std::string> export_log(EventLog& log) {
  std::string out = "{\"sidik_case\":1}\n";
  SIDIK_CHECK(log.for_each([&](const EventLog::Row& row) {
    out += Json{{"body", std::string(row.body)}}.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    return true;
  }));
  SIDIK_TRY(const auto checkpoints, log.checkpoints());
  for (const Checkpoint& each : checkpoints)
    out += Json{{"checkpoint",
                 {{"size", each.size},
                  {"root", crypto::to_hex(each.root)},
                  {"at", each.at},
                  {"by", each.by},
                  {"signature", crypto::to_hex(each.signature)}}}}
               .dump(-1, ' ', false, Json::error_handler_t::replace) +
           "\n";
  return out;
}

Result<ExportedLog> read_export(std::string_view text) {
  constexpr std::size_t kMostLines = 10'000'000;
  ExportedLog log;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Json value = Json::parse(text.substr(0, end), nullptr, false);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line == 1) {
      if (!value.is_object() || value.value("sidik_case", Json()) != Json(1))
        return malformed(line, "is not that of a case");
      continue;
    }
    if (line > kMostLines) return malformed(line, "is one too many");
    if (!value.is_object() || value.size() != 1) return malformed(line, "is neither an event nor a checkpoint");
    if (const auto body = value.find("body"); body != value.end() && body->is_string()) {
      log.bodies.push_back(body->get<std::string>());
      continue;
    }
    auto checkpoint = checkpoint_of(value.value("checkpoint", Json()));
    if (!checkpoint) return malformed(line, "is neither an event nor a checkpoint");
    log.checkpoints.push_back(std::move(*checkpoint));
  }
  if (log.bodies.empty()) return malformed(1, "is followed by no event");
  return log;
}

Result<Verification> verify_export(const ExportedLog& log, const std::optional<Checkpoint>& against) {
  const auto show = [&](const std::function<bool(const EventLog::Row&)>& take) -> Status {
    std::int64_t number = 0;
    for (const std::string& body : log.bodies) {
      const std::string hash = crypto::to_hex(body_hash(body));
      if (!take({number++, body, hash})) break;
    }
    return {};
  };
  return verify_rows(log.checkpoints, show, against);
}

Result<std::string> export_csv(EventLog& log) {
  std::string out = "number,at,by,kind,data\n";
  Status status;
  SIDIK_CHECK(log.for_each([&](const EventLog::Row& row) {
    const auto read = from_body(row.body);
    if (!read) {
      status = fail(ErrorKind::invalid_input, read.error().code,
                    fmt::format("event {} cannot be read: {}", row.number, read.error().what),
                    "run sidik case verify to see what was changed");
      return false;
    }
    const Event& event = read->event;
    out += fmt::format("{},{},{},{},{}\n", event.number, event.at, csv_field(event.by), csv_field(event.kind),
                       csv_field(event.data.dump()));
    return true;
  }));
  SIDIK_CHECK(std::move(status));
  return out;
}

}  // namespace sidik::casefile
