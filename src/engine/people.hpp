#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/examine.hpp"
#include "people/evaluation.hpp"
#include "people/linker.hpp"

namespace sidik::engine {

/// What the user asked of `sidik people`.
struct PeopleRequest {
  ExamineRequest reading;              ///< paths and how to read them
  std::optional<std::string> truth;    ///< the header of a column that says who a row is about, or its number from 1
  std::vector<std::uint64_t> explain;  ///< two rows from 1, over all tables in the order of reading; or none
};

/// What a field says at a level.
struct FieldWeight {
  std::string field;
  std::string level;
  double m = 0;
  double u = 0;
  double bits = 0;
};

/// A step of the way to the weight of a pair.
struct ExplainedStep {
  std::string what;    ///< a field, or: before, bounded, total
  std::string level;   ///< of a field
  std::string masked;  ///< both values
  double bits = 0;
};

/// What came of it.
struct PeopleFindings {
  std::uint64_t rows = 0;
  std::uint64_t records = 0;  ///< distinct in the linkage columns
  std::uint64_t persons = 0;
  double pairs = 0;
  double not_compared = 0;
  double seconds_reading = 0;
  double seconds_linking = 0;
  std::vector<FieldWeight> weights;
  std::vector<people::PassOutcome> passes;
  std::vector<ExplainedStep> explained;
  std::vector<std::uint32_t> person_of_row;  ///< numbered from 0, rows in the order of reading
  std::optional<people::Evaluation> evaluation;
};

/// Puts the rows of all tables into persons and, with a truth column, says how right that is. The truth column is taken
/// out before anything else sees it; rows where it is empty are linked and not evaluated.
///
/// Errors   those of ingest::read_exhibits, pack::load_pack and linkage_model.hpp; engine.truth_unknown (usage): no
/// table has that column;
///          engine.no_linkage_column (invalid_input): no column tells persons apart; engine.row_unknown (usage): fewer
///          rows than those to explain.
/// Cost     one pass over the bytes, then that of people::link.
[[nodiscard]] Result<PeopleFindings> find_people(const PeopleRequest& request, const Context& context);

}  // namespace sidik::engine
