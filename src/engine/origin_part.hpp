#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/crew.hpp"
#include "findings/document.hpp"
#include "identify/meaning.hpp"
#include "origin/row_sample.hpp"
#include "origin/stamp_sample.hpp"
#include "origin/strata.hpp"
#include "origin/stratum_facts.hpp"
#include "pack/pack.hpp"

/// How the origins of a table's strata are found while it is examined.
namespace sidik::engine {

/// The columns of a table as its header and all its records tell them; no more than a RowSample keeps.
struct TableColumns {
  const std::vector<std::string>& names;
  const std::vector<identify::ColumnMeaning>& meanings;
};

/// What facts are read with.
struct FactSources {
  const identify::MeaningReader& meanings;
  const pack::Pack& pack;
  int reference_year = 0;
  std::int32_t today = 0;  ///< days since 1970-01-01
  Crew& crew;              ///< reads strata side by side
};

/// What the sampled rows of a stratum say.
struct StratumReading {
  origin::StratumFacts facts;
  std::optional<findings::Authenticity> authenticity;
  findings::StratumWindow window;
};

/// The facts of each stratum of a table and whether it is made up, from its rows in the sample. Of a table that several
/// systems wrote, every stratum has meanings of its own, and the header is that of one stratum at most: of the only one
/// that fills nearly all columns.
[[nodiscard]] std::vector<StratumReading> read_strata(const origin::RowSample& rows, const origin::StampSample& stamps,
                                                      const origin::Strata& strata, const TableColumns& columns,
                                                      const FactSources& sources);

/// Adds what only the whole table tells, where it is one stratum.
void complete_facts(std::span<origin::StratumFacts> facts, const findings::Table& table);

/// The origins of strata that can have one: of a number of records, with columns whose meanings are known. `facts` are
/// in the order of `strata`, which get their best candidate. Of a stratum the best, all institutions and `unknown` are
/// kept, one behind the other; the stratum whose best is best comes first.
[[nodiscard]] std::vector<findings::Origin> attribute_strata(std::span<findings::Stratum> strata,
                                                             std::span<origin::StratumFacts> facts,
                                                             const pack::Pack& pack);

}  // namespace sidik::engine
