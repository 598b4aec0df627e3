#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/origin_part.hpp"
#include "findings/document.hpp"
#include "origin/column_coder.hpp"
#include "origin/strata.hpp"
#include "origin/stratum_facts.hpp"
#include "table/record_batch.hpp"

/// The way of the strata from a table's scan into the document.
namespace sidik::engine {

/// What one table came to.
struct TableStrata {
  std::vector<findings::Stratum> strata;            ///< without ids
  std::vector<origin::StratumFacts> facts;          ///< of each, in the same order
  std::vector<std::uint32_t> stratum_of_signature;  ///< places in `strata`, by the signatures of the first lane
};

/// Coders for the first columns of a table, from its survey or head.
[[nodiscard]] std::vector<origin::ColumnCoder> learn_table_coders(const std::deque<table::RecordBatch>& seen,
                                                                  std::size_t columns);

/// `shown`: the names of the columns as a document may show them.
[[nodiscard]] TableStrata find_table_strata(const origin::RowSigner& rows, const std::vector<std::string>& shown,
                                            const TableColumns& columns, const FactSources& sources);

/// Numbers the strata of all tables, from `1` on, and sets their shares of all records.
void number_strata(std::vector<findings::Stratum>& strata);

}  // namespace sidik::engine
