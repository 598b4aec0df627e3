#pragma once

#include <string>
#include <vector>

#include "rehearse/dump_source.hpp"
#include "rehearse/number_set.hpp"
#include "rehearse/operators.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/scene_rows.hpp"
#include "rehearse/world.hpp"

namespace sidik::rehearse {

/// Registrations of mobile numbers: who (national id), number, provider, day. Most persons have one or two numbers, few
/// have many, one has hundreds; some registrations were made with a made-up national id; most numbers begin as those of
/// their provider do.
class Sim2022Source final : public DumpSource {
 public:
  static Result<std::unique_ptr<Sim2022Source>> create(const RehearsalOptions& options, const pack::Pack& pack);

  [[nodiscard]] std::span<const ColumnFact> columns() const override;
  [[nodiscard]] std::vector<std::size_t> id_columns() const override { return {0}; }
  [[nodiscard]] const FileShape& file_shape() const override { return shape_; }
  [[nodiscard]] const Mess& mess() const override { return mess_; }
  [[nodiscard]] std::uint64_t rows() const override { return rows_.size(); }
  [[nodiscard]] std::uint64_t all_persons() const override { return std::uint64_t{persons_} + made_up_; }
  [[nodiscard]] std::span<const std::uint64_t> headers_before() const override { return {}; }
  [[nodiscard]] std::span<const std::uint64_t> blanks_before() const override { return {}; }
  [[nodiscard]] std::vector<std::string> strata() const override { return {"operators", "made_up"}; }
  void introduce(TruthTally& tally) const override;
  DumpRow make_row(std::uint64_t row, Record& out) override;
  [[nodiscard]] std::vector<ScenarioFact> facts() const override;

 private:
  Sim2022Source(const RehearsalOptions& options, const pack::Pack& pack);
  void plan_rows(std::uint64_t rows);
  void write_identity(const SceneRow& row, RandomStream& stream, std::string& out) const;
  void damage_row(const SceneRow& row, Record& out, DefectSet& done) const;

  std::uint64_t seed_;
  FileShape shape_;
  Mess mess_;
  Habits habits_;
  MobileOperators operators_;
  std::vector<SceneRow> rows_;
  std::uint32_t persons_ = 0;
  std::uint32_t made_up_ = 0;  ///< numbered behind the persons
  std::uint64_t ported_percent_ = 0;
  std::uint32_t slip_rate_ = 0;        ///< per million rows
  std::uint32_t scientific_rate_ = 0;  ///< per million rows
  std::unique_ptr<World> world_;
  NumberMap numbers_;
  std::string national_;
  std::uint64_t of_largest_holder_ = 0;
  std::uint64_t ported_ = 0;
};

}  // namespace sidik::rehearse
