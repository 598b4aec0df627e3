#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace sidik {

/// What the caller can do about an error; decides the exit code and the HTTP status (exit_code, http_status below).
enum class ErrorKind { usage, invalid_input, not_found, io, limit, protocol, refused, cancelled, bug };

/// The stable name of an error, for example `ingest.quote_unclosed`: room, dot, what. Only a literal can make one, so
/// that no value of a dump can become a code.
class ErrorCode {
 public:
  consteval ErrorCode(const char* name) : name_(name) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr std::string_view name() const { return name_; }
  friend constexpr bool operator==(ErrorCode left, ErrorCode right) { return left.name() == right.name(); }

 private:
  std::string_view name_;
};

/// An error that a person can act on: what happened and where (`what`), and the next step (`next`).
/// Neither ever holds a value from a dump: positions, limits, counts and paths the user typed only.
struct Error {
  ErrorKind kind;
  ErrorCode code;
  std::string what;
  std::string next;
};

/// The exit code of a kind: usage 64, invalid_input 65, not_found 66, io 74, limit 75, protocol 76, refused 77,
/// cancelled 130, bug 70.
[[nodiscard]] int exit_code(ErrorKind kind);

/// The HTTP status of a kind: 400, 400, 404, 503, 413, 502, 403, 499 for cancelled, 500 for a bug.
[[nodiscard]] int http_status(ErrorKind kind);

/// One line: `ingest.quote_unclosed: what (next)`.
[[nodiscard]] std::string to_line(const Error& error);

}  // namespace sidik
