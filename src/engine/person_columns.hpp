#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "identify/examiner.hpp"
#include "identify/meaning.hpp"
#include "pack/pack.hpp"
#include "people/record_store.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// What the tables of an examination give to linkage.
struct PersonGathering {
  PersonGathering(const pack::Pack& pack, std::uint64_t most) : names(pack.name_rules), most_bytes(most) {
    store.read_names_with(names);
  }
  PersonGathering(const PersonGathering&) = delete;
  PersonGathering& operator=(const PersonGathering&) = delete;

  people::NameReader names;
  people::RecordStore store;
  std::uint64_t most_bytes;                   ///< of the store; linking takes about as much again
  bool is_full = false;                       ///< there was more than that: what is in the store is not the whole
  std::vector<std::uint32_t> exhibit_of_row;  ///< by row of the store
  std::vector<std::uint32_t> stratum_of_row;  ///< the same, where strata are looked for; counted over all tables
};

/// The columns of one table that serve for linkage, and the way of its records into the store.
///
/// A column becomes a field of the store; columns of several tables with one meaning share a field.
/// Threads  one. Lifetime: the store and the pack outlive it.
class PersonColumns {
 public:
  /// `samples`: headers and values as they were decided on, a column each; `left_out`: a column that takes no part.
  PersonColumns(std::span<const identify::ColumnSample> samples, std::span<const std::string> names,
                const std::vector<identify::ColumnMeaning>& meanings, const pack::Pack& pack, int reference_year,
                std::size_t left_out, people::RecordStore& store);
  /// Adds the records of a batch to the store.
  void add(const table::RecordBatch& batch);
  /// How many columns serve.
  [[nodiscard]] std::size_t count() const { return columns_.size(); }

  static constexpr std::size_t kNone = ~std::size_t{0};

 private:
  struct Column {
    std::size_t place = 0;
    std::size_t field = 0;
  };
  /// What fields with the same first text became, so that a value that comes again is not read again.
  struct Seen {
    std::uint64_t hash = 0;
    people::ValueCode code = 0;
  };
  [[nodiscard]] people::ValueCode code_of(std::size_t column, std::string_view field);

  const pack::Pack& pack_;
  people::RecordStore& store_;
  identify::TableExaminer examiner_;
  std::vector<Column> columns_;
  std::vector<std::vector<Seen>> seen_;  ///< by column
};

}  // namespace sidik::engine
