#include "base/error.hpp"

#include <fmt/format.h>

namespace sidik {

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return 64;
    case ErrorKind::invalid_input:
      return 65;
    case ErrorKind::not_found:
      return 66;
    case ErrorKind::io:
      return 74;
    case ErrorKind::limit:
      return 75;
    case ErrorKind::protocol:
      return 76;
    case ErrorKind::refused:
      return 77;
    case ErrorKind::cancelled:
      return 130;
    case ErrorKind::bug:
      return 70;
  }
  return 70;
}

int http_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::invalid_input:
      return 400;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::io:
      return 503;
    case ErrorKind::limit:
      return 413;
    case ErrorKind::protocol:
      return 502;
    case ErrorKind::refused:
      return 403;
    case ErrorKind::cancelled:
      return 499;
    case ErrorKind::bug:
      return 500;
  }
  return 500;
}

std::string to_line(const Error& error) {
  if (error.next.empty()) return fmt::format("{}: {}", error.code.name(), error.what);
  return fmt::format("{}: {}; {}", error.code.name(), error.what, error.next);
}

}  // namespace sidik
