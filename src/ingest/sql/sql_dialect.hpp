#pragma once

#include <string_view>

namespace sidik::ingest {

/// What differs between the writers of SQL dumps and matters for reading them; all else is read alike for all.
struct SqlDialect {
  bool has_backslashes = false;    ///< MySQL, and PostgreSQL without standard_conforming_strings: 'it\'s'
  bool has_hash_comments = false;  ///< MySQL: # to the end of the line
  bool has_dollar_quotes = true;   ///< PostgreSQL: $tag$ ... $tag$
};

/// Guesses the dialect from marks in the first bytes: version comments, back quotes, settings, what follows a
/// backslash before a quote.
[[nodiscard]] SqlDialect guess_sql_dialect(std::string_view head);

/// Whether a text is SQL: it begins with a statement or a comment of SQL, and a line of its head begins an INSERT, a
/// COPY or a CREATE TABLE. Text whose cells hold SQL does not begin so. Cost: one pass over `head`.
[[nodiscard]] bool looks_like_sql(std::string_view head);

}  // namespace sidik::ingest
