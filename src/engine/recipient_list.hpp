#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace sidik::engine {

/// Who gets a copy, and which columns; all when none are named.
struct Recipient {
  std::string name;
  std::vector<std::string> columns;
};

/// Reads a list of recipients: a line each, `NAME` or `NAME: column, column`; blank lines and lines that begin with #
/// are passed over. A name becomes a file name.
///
/// Errors   engine.recipients_unreadable (not_found); engine.recipients_empty, engine.recipient_twice (in whatever
/// case)
///          and engine.recipient_unsafe (all invalid_input), the last for a name that is no file name everywhere:
///          longer than 100 bytes, with a slash, a backslash, a control byte or one of <>:"|?*, beginning with a dot or
///          a hyphen, ending in a dot or a blank. They name lines, from 1. More than 10,000 recipients are refused
///          (engine.recipients_many, limit).
[[nodiscard]] Result<std::vector<Recipient>> read_recipients(const std::string& path);

}  // namespace sidik::engine
