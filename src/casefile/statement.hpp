#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/case_view.hpp"

namespace sidik::casefile {

/// Why a statement does not render, at its place.
struct StatementFault {
  std::size_t line = 1;
  std::size_t column = 1;  ///< bytes, from 1
  std::string
      code;  ///< bare_number, number_word, unknown_fact, superseded, not_approved, unproven_down, bad_placeholder
  std::string says;
  std::string next;
};

/// A fact that a statement uses.
struct UsedFact {
  std::string name;
  std::string shown;
  std::string definition;
  std::string source;
  std::uint64_t event = 0;
};

struct RenderedStatement {
  std::string text;             ///< with a number behind each fact, [1], and the definitions at the end
  std::vector<UsedFact> facts;  ///< in the order of their first use
};

/// What is wrong with a statement. Empty when it renders.
///
/// Form      plain text with `{{fact:NAME}}`, `{{fact:NAME@EVENT}}` and `{{date:2021-05-21}}`. With an event it is that
///           very fact; without, the one that stands today.
/// Numbers   no digit and no word for a number, in English or Indonesian, stands outside a placeholder; `one` and
///           `satu` are allowed, for they are articles as well.
/// Down      a sentence that says that something is down, removed or blocked uses a fact of a link (`link.`).
/// Facts     are approved by two persons and not superseded.
[[nodiscard]] std::vector<StatementFault> check_statement(std::string_view text, const CaseView& view);

/// What a fact means, in the language of the statement; by default as it was stated.
using DefineFact = std::function<std::string(const Fact& fact)>;

/// `language`: en or id; how numbers are written. Errors   casefile.statement_faulty (refused): the first fault.
[[nodiscard]] Result<RenderedStatement> render_statement(
    std::string_view text, const CaseView& view, std::string_view language,
    const DefineFact& define = [](const Fact& fact) { return fact.definition; });

/// A statement of what the case stands for today, to be edited, and the list of what is not known.
[[nodiscard]] std::string draft_statement(const CaseView& view, std::string_view language);

/// What is not known: facts that two persons have not approved, exhibits that nobody has examined, conditions that
/// nobody has decided, and whether the custodian confirms.
[[nodiscard]] std::vector<std::string> not_known(const CaseView& view, std::string_view language);

}  // namespace sidik::casefile
