#pragma once

#include <deque>
#include <string>
#include <vector>

#include "findings/document.hpp"
#include "origin/column_coder.hpp"
#include "origin/strata.hpp"
#include "table/record_batch.hpp"

/// The way of the strata from a table's scan into the document.
namespace sidik::engine {

/// What one table came to.
struct TableStrata {
  std::vector<findings::Stratum> strata;            ///< without ids
  std::vector<std::uint32_t> stratum_of_signature;  ///< places in `strata`, by the signatures of the first lane
};

/// Coders for the first columns of a table, from its survey or head.
[[nodiscard]] std::vector<origin::ColumnCoder> learn_table_coders(const std::deque<table::RecordBatch>& seen,
                                                                  std::size_t columns);

[[nodiscard]] TableStrata find_table_strata(const origin::RowSigner& rows, const std::vector<std::string>& names);

/// Numbers the strata of all tables, from `1` on, and sets their shares of all records.
void number_strata(std::vector<findings::Stratum>& strata);

}  // namespace sidik::engine
