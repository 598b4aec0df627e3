#pragma once

#include <cstdint>
#include <deque>
#include <span>
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
  std::vector<std::uint32_t> stratum_of_record;     ///< the same by record; empty where persons are not looked for
};

/// Coders for the first columns of a table, from its survey or head.
[[nodiscard]] std::vector<origin::ColumnCoder> learn_table_coders(const std::deque<table::RecordBatch>& seen,
                                                                  std::size_t columns);

/// `shown`: the names of the columns as a document may show them.
[[nodiscard]] TableStrata find_table_strata(const origin::RowSigner& rows, const std::vector<std::string>& shown,
                                            const TableColumns& columns, const FactSources& sources);

/// Which rows of the store for linkage the records of a table are: in its order, with gaps where tables take turns.
class PersonRows {
 public:
  void add(std::uint64_t first_record, std::uint64_t first_row, std::uint64_t count);
  [[nodiscard]] std::uint64_t records() const { return records_; }
  /// Calls `take(record, row)` for every record.
  template <class Take>
  void for_each(Take take) const {
    for (const Stretch& stretch : stretches_) {
      for (std::uint64_t i = 0; i < stretch.count; ++i) take(stretch.first_record + i, stretch.first_row + i);
    }
  }

 private:
  struct Stretch {
    std::uint64_t first_record = 0;
    std::uint64_t first_row = 0;
    std::uint64_t count = 0;
  };
  std::vector<Stretch> stretches_;
  std::uint64_t records_ = 0;  ///< one behind the last
};

/// Numbers the strata of all tables, from `1` on, and sets their shares of all records.
void number_strata(std::vector<findings::Stratum>& strata);

}  // namespace sidik::engine
