#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "origin/stratum_facts.hpp"
#include "pack/pack.hpp"

namespace sidik::origin {

/// Makes the facts of a stratum from some of its records.
///
/// Input    records as decoded fields; some thousand from all over the stratum are enough, more than kMostRecords are
///          passed over. Words for nothing (NULL, -, \N, N/A) are not filled.
/// Output   StratumFacts; `records` is the number shown until the caller sets the true one.
/// Cost     O(records x columns^2) for links between columns, at most kMostLinked of them.
/// Lifetime `pack` outlives it. Threads: one.
class FactsGatherer {
 public:
  static constexpr std::size_t kMostRecords = 4000;
  static constexpr std::size_t kMostLinked = 64;

  FactsGatherer(std::vector<std::string> names, std::vector<std::string> meanings, const pack::Pack& pack);
  void add(std::span<const std::string_view> record);
  [[nodiscard]] std::uint64_t records() const { return records_; }
  [[nodiscard]] StratumFacts finish() const;

 private:
  struct Gathered {
    std::uint64_t filled = 0;
    std::array<std::uint64_t, table::kShapeClasses> shapes{};
    std::array<std::uint64_t, 65> lengths{};
    std::array<std::uint64_t, kDateForms> dates{};
    std::uint64_t with_time = 0;
    std::map<int, std::uint64_t> years;
    std::unordered_set<std::size_t> distinct;
    std::unordered_map<std::string, std::uint64_t> codes;
    std::unordered_map<std::string, std::uint64_t> starts;
  };
  void add_field(Gathered& column, std::string_view field, std::size_t hash) const;
  void add_links();
  [[nodiscard]] ColumnFacts facts_of(std::size_t column) const;

  std::vector<std::string> names_;
  std::vector<std::string> meanings_;
  const pack::Pack& pack_;
  std::uint64_t records_ = 0;
  std::vector<Gathered> columns_;
  std::vector<std::size_t> row_;  ///< hashes of the fields of the record at hand; 0: not filled
  std::vector<std::uint64_t> both_;
  std::vector<std::uint64_t> equal_;
};

}  // namespace sidik::origin
