#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "rehearse/census.hpp"
#include "rehearse/origin.hpp"
#include "rehearse/origins/invented.hpp"
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

  /// The row that an entry stands for, damaged as the model has it; the same for every entry of the same origin, person
  /// and variant. Torn rows are not damaged.
  DefectSet make_record(const RowEntry& entry, Record& out);

 private:
  Rehearsal(std::uint64_t seed, unsigned mess, AreaSampler areas, const NameModel::Tokens& everywhere,
            const pack::Pack& pack);
  void add_origins();

  std::uint64_t seed_;
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
