#pragma once

#include <expected>
#include <utility>

#include "base/error.hpp"

namespace sidik {

/// A value or the error that prevented it. A bad row of a dump is no error; it is a reject (table/reject.hpp).
template <class T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

/// Makes the error side of a Result.
inline std::unexpected<Error> fail(ErrorKind kind, ErrorCode code, std::string what, std::string next = {}) {
  return std::unexpected<Error>(Error{kind, code, std::move(what), std::move(next)});
}

}  // namespace sidik

#define SIDIK_CONCAT_INNER(left, right) left##right
#define SIDIK_CONCAT(left, right) SIDIK_CONCAT_INNER(left, right)

/// SIDIK_TRY(auto name, expression): declares `name` from the value, or passes the error on to the caller.
#define SIDIK_TRY(declaration, ...) SIDIK_TRY_INNER(SIDIK_CONCAT(sidik_try_, __LINE__), declaration, __VA_ARGS__)
#define SIDIK_TRY_INNER(holder, declaration, ...)                                 \
  auto holder = (__VA_ARGS__);                                                    \
  if (!holder) return std::unexpected<::sidik::Error>(std::move(holder).error()); \
  declaration = std::move(holder).value()

/// SIDIK_CHECK(expression): for a Status; passes the error on.
#define SIDIK_CHECK(...)                                                       \
  do {                                                                         \
    if (auto sidik_status = (__VA_ARGS__); !sidik_status)                      \
      return std::unexpected<::sidik::Error>(std::move(sidik_status).error()); \
  } while (false)
