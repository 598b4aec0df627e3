#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "rehearse/census.hpp"
#include "rehearse/origin.hpp"
#include "rehearse/origins/invented.hpp"
#include "rehearse/retyping.hpp"
#include "rehearse/row_plan.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/truth.hpp"

namespace sidik::rehearse {

/// The world of one rehearsal: plan, persons, origins. Everything in it follows from the seed; nothing is written here.
///
/// Lifetime  `pack` outlives it. Neither copied nor moved, because the parts refer to each other.
class Rehearsal {
 public:
  static Result<std::unique_ptr<Rehearsal>> create(const RehearsalOptions& options, std::uint64_t members,
                                                   const pack::Pack& pack);
  Rehearsal(const Rehearsal&) = delete;
  Rehearsal& operator=(const Rehearsal&) = delete;

  [[nodiscard]] const RowPlan& plan() const { return plan_; }
  [[nodiscard]] const FileShape& shape() const { return shape_; }
  [[nodiscard]] const Mess& mess() const { return mess_; }
  [[nodiscard]] const Census& census() const { return *census_; }
  /// The insurer first, then those of the plan.
  [[nodiscard]] const std::vector<std::unique_ptr<Origin>>& origins() const { return origins_; }
  /// Ids of all strata: the origins and, last, `invented`.
  [[nodiscard]] std::vector<std::string> strata() const;
  [[nodiscard]] std::size_t stratum_of(const RowEntry& entry) const;

  struct Made {
    DefectSet defects = 0;
    bool is_retyped = false;
    std::uint32_t household = kNobody;  ///< the number of its head; kNobody for an invented row
  };
  /// Row `row` of the plan, damaged as the model has it; the same for every entry of the same origin, person and
  /// variant unless it is retyped. Torn rows are not damaged.
  Made make_record(std::uint64_t row, Record& out);

 private:
  Rehearsal(const RehearsalOptions& options, AreaSampler areas, const NameModel::Tokens& everywhere,
            const pack::Pack& pack);
  void add_origins();
  /// Whether the entry is a further row of a person that is drawn to be written anew.
  [[nodiscard]] bool is_retyped(std::uint64_t row, const RowEntry& entry) const;
  void write_by_origin(const RowEntry& entry, bool is_contract, std::uint64_t row_key, Record& out);

  std::uint64_t seed_;
  std::uint32_t retyped_per_million_;
  RetypingWeights retyping_;
  AreaSampler areas_;
  NameModel names_;
  PersonModel persons_;
  FileShape shape_;
  Mess mess_;
  RowPlan plan_;
  std::unique_ptr<Census> census_;
  std::unique_ptr<Invented> invented_;
  std::vector<std::unique_ptr<Origin>> origins_;
  std::vector<DefectRates> rates_;
  Person person_;
  std::vector<std::string> scratch_;
};

}  // namespace sidik::rehearse
