#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/head_buffer.hpp"
#include "findings/document.hpp"
#include "identify/meaning.hpp"
#include "origin/stratum_facts.hpp"
#include "pack/pack.hpp"

/// How the origin of a table is found while it is examined.
namespace sidik::engine {

/// The facts of a table from the records that decided its meanings.
[[nodiscard]] origin::StratumFacts gather_facts(const std::vector<std::string>& names,
                                                const std::vector<identify::ColumnMeaning>& meanings,
                                                const HeadBuffer& seen, const pack::Pack& pack);

/// Puts the counts of the whole table in the place of those of its sample.
void complete_facts(origin::StratumFacts& facts, const findings::Table& table);

/// The origins of tables that can have one: of a number of records, with columns whose meanings are known. Each is a
/// stratum of its own, with its place among the tables as id. Of a stratum the best, all institutions and `unknown` are
/// kept.
[[nodiscard]] std::vector<findings::Origin> attribute_tables(std::span<origin::StratumFacts> facts,
                                                             const pack::Pack& pack);

}  // namespace sidik::engine
