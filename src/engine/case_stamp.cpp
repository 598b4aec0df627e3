#include "engine/case_stamp.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "casefile/event_parts.hpp"
#include "casefile/time_stamp.hpp"
#include "crypto/hex.hpp"
#include "engine/case_desk.hpp"
#include "engine/stamp_sending.hpp"

namespace sidik::engine {
namespace {

using casefile::Checkpoint;
using casefile::EventLog;

constexpr const char* kKind = "checkpoint.stamped";

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file.good() && !file.eof()) bytes.clear();
  if (!bytes.empty()) return bytes;
  return fail(ErrorKind::not_found, "engine.not_found", fmt::format("{} cannot be read or is empty", path),
              "check the path");
}

std::string hex_of(const std::string& bytes) {
  return crypto::to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::string bytes_of(const std::string& hex) {
  const auto bytes = crypto::from_hex(hex);
  return bytes ? std::string(bytes->begin(), bytes->end()) : std::string();
}

/// Files a response with the newest checkpoint that it is of: the case may have grown since the request.
Result<std::string> file_response(const CaseAccess& access, const std::string& response,
                                  const std::string& certificates, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_TRY(const auto checkpoints, open.log.checkpoints());
  std::optional<Error> first;
  for (auto checkpoint = checkpoints.rbegin(); checkpoint != checkpoints.rend(); ++checkpoint) {
    const auto stamp = casefile::check_stamp(response, *checkpoint, certificates);
    if (!stamp) {
      if (!first) first = stamp.error();
      if (stamp.error().kind != ErrorKind::refused) break;
      continue;
    }
    const auto appended = open.log.append(std::vector<casefile::Draft>{{kKind,
                                                                        {{"size", checkpoint->size},
                                                                         {"time", stamp->at},
                                                                         {"serial", stamp->serial},
                                                                         {"response", hex_of(response)}}}},
                                          open.signer, context.now());
    return appended ? Result<std::string>(stamp->at) : std::unexpected(appended.error());
  }
  return std::unexpected(*first);
}

}  // namespace

Result<std::string> request_stamp(const std::string& folder) {
  SIDIK_TRY(EventLog log, EventLog::open_to_read(folder));
  SIDIK_TRY(const auto checkpoints, log.checkpoints());
  if (checkpoints.empty())
    return fail(ErrorKind::invalid_input, "engine.checkpoint_malformed", "the case has no checkpoint",
                "run sidik case verify");
  return casefile::stamp_request(checkpoints.back());
}

Result<std::string> send_for_stamp(const CaseAccess& access, const std::string& url, const std::string& authority,
                                   const LookOptions& how, const Context& context) {
  SIDIK_TRY(const std::string certificates, read_file(authority));
  SIDIK_TRY(const std::string request, request_stamp(access.folder));
  SIDIK_TRY(const std::string response, send_stamp_request(url, request, how, context));
  return file_response(access, response, certificates, context);
}

Result<std::string> file_stamp(const CaseAccess& access, const std::string& response_file, const std::string& authority,
                               const Context& context) {
  SIDIK_TRY(const std::string response, read_file(response_file));
  SIDIK_TRY(const std::string certificates, read_file(authority));
  return file_response(access, response, certificates, context);
}

Result<std::vector<CheckedStamp>> check_stamps(const std::string& folder, const std::string& authority) {
  SIDIK_TRY(const std::string certificates, read_file(authority));
  SIDIK_TRY(const auto events, read_events(folder));
  SIDIK_TRY(EventLog log, EventLog::open_to_read(folder));
  SIDIK_TRY(const auto checkpoints, log.checkpoints());
  std::vector<CheckedStamp> out;
  for (const auto& event : events) {
    if (event.kind != kKind) continue;
    CheckedStamp checked{
        casefile::number_part(event, "size").value_or(0), casefile::text_of(event, "time"), false, {}, event.number};
    const auto found = std::ranges::find(checkpoints, checked.size, &Checkpoint::size);
    if (found == checkpoints.end()) {
      checked.why_not = "the case has no checkpoint of that size";
    } else {
      const auto stamp = casefile::check_stamp(bytes_of(casefile::text_of(event, "response")), *found, certificates);
      checked.holds = stamp && stamp->at == checked.at;
      if (!checked.holds) checked.why_not = stamp ? "its time is another" : stamp.error().what;
    }
    out.push_back(std::move(checked));
  }
  return out;
}

}  // namespace sidik::engine
