#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/checkpoint.hpp"
#include "casefile/database.hpp"
#include "casefile/event.hpp"
#include "crypto/signing.hpp"

namespace sidik::casefile {

/// Who writes: a person of the case and the key by which that can be told.
struct Signer {
  std::string id;
  crypto::SigningKey key;
};

/// The events of a case in `case.db`, in the order in which they were written; docs/formats/case.md.
///
/// Append    all of a list of drafts with their checkpoint, or nothing, also when the program is killed; several
///           programs may append at a time.
/// Errors    casefile.exists (refused), casefile.not_a_case (not_found), casefile.other_version (invalid_input); those
///           of Database. What the events say is not judged here (verification.hpp).
/// Cost      an append some milliseconds, whatever the length of the log; reading 100,000 bodies some 0.1 s.
class EventLog {
 public:
  static constexpr const char* kFile = "case.db";

  /// A new one in a folder that exists and has none.
  [[nodiscard]] static Result<EventLog> create(const std::string& folder);
  [[nodiscard]] static Result<EventLog> open(const std::string& folder);
  /// Also from a medium that cannot be written.
  [[nodiscard]] static Result<EventLog> open_to_read(const std::string& folder);

  /// Makes drafts from what the log holds at that moment; nobody else writes meanwhile.
  using Compose = std::function<Result<std::vector<Draft>>(EventLog& log)>;
  /// Output   the events as they stand in the log.
  [[nodiscard]] Result<std::vector<Event>> append(const Compose& compose, const Signer& signer,
                                                  std::chrono::system_clock::time_point now);
  [[nodiscard]] Result<std::vector<Event>> append(std::span<const Draft> drafts, const Signer& signer,
                                                  std::chrono::system_clock::time_point now);

  /// A row of the table as it is found.
  struct Row {
    std::int64_t number = 0;
    std::string_view body;
    std::string_view hash;  ///< hexadecimal, of the body when it was written; only says where a change is
  };
  /// Shows every row in the order of numbers, until `take` says false.
  [[nodiscard]] Status for_each(const std::function<bool(const Row&)>& take);
  /// The checkpoints by size. One that cannot be read has size 0 and no signature.
  [[nodiscard]] Result<std::vector<Checkpoint>> checkpoints();
  [[nodiscard]] Result<std::uint64_t> size();

 private:
  [[nodiscard]] Result<std::vector<Event>> write(std::span<const Draft> drafts, const Signer& signer,
                                                 std::chrono::system_clock::time_point now);

  explicit EventLog(Database database) : database_(std::move(database)) {}
  Database database_;
};

}  // namespace sidik::casefile
