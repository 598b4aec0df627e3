#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace sidik::ingest {

/// How a text in a dump writes characters that cannot stand for themselves.
enum class SqlEscapes : std::uint8_t {
  doubled,     ///< only the quote, written twice
  mysql,       ///< that, and backslashes: \0 \b \n \r \t \Z \\ \' \"; before all else the backslash stays, though MySQL
               ///< drops it before most: no writer puts one there who escapes
  postgresql,  ///< E'...': doubled, \b \f \n \r \t, \ooo, \xhh, \uxxxx, \Uxxxxxxxx; else the character itself
  copy,        ///< COPY: no quote; \b \f \n \r \t \v, \ooo, \xhh; else the character itself
};

/// Decodes `written` into the last of `kept` and returns a view of it. `kept` is a batch's store: texts there never
/// move, and one holds many fields, so that a field costs no allocation of its own. The result is never longer than
/// `written`. Source: MySQL 8.0 manual 11.1.1, PostgreSQL 16 manual 4.1.2.2 and COPY.
[[nodiscard]] std::string_view keep_unescaped(std::string_view written, SqlEscapes escapes, char quote,
                                              std::deque<std::string>& kept);

}  // namespace sidik::ingest
