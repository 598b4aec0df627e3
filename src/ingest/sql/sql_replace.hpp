#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sidik::ingest {

/// What replace(replace('a\nb\r','\n',char(10)),'\r',char(13)) gives: so the shell of SQLite writes a text with line
/// ends. Nothing when the expression is of any other form. Source: SQLite's shell, .dump (2017 and later).
[[nodiscard]] std::optional<std::string> evaluate_replace(std::string_view expression);

}  // namespace sidik::ingest
