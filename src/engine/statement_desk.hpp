#pragma once

#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/statement.hpp"
#include "engine/case_access.hpp"

namespace sidik::engine {

/// Reads a statement and holds it against the case.
struct CheckedStatement {
  std::vector<casefile::StatementFault> faults;  ///< empty: `rendered` holds it
  casefile::RenderedStatement rendered;
  std::vector<std::string> not_known;
  std::string language;
};
/// Errors   engine.not_found; those of a case.
[[nodiscard]] Result<CheckedStatement> check_statement(const std::string& folder, const std::string& file,
                                                       const std::string& language);
[[nodiscard]] Result<std::string> draft_statement(const std::string& folder, const std::string& language);
/// Files a statement as it was given out, with the facts that it used; earlier ones stay.
/// Errors   casefile.statement_faulty (refused).
[[nodiscard]] Status issue_statement(const CaseAccess& access, const std::string& file, const std::string& language,
                                     const Context& context);

/// The text, or the faults a line each: `line:column: what (next)`.
[[nodiscard]] std::string to_text(const CheckedStatement& statement);
[[nodiscard]] std::string to_json(const CheckedStatement& statement);
/// A page of its own, that loads nothing.
[[nodiscard]] std::string to_html(const CheckedStatement& statement);

}  // namespace sidik::engine
