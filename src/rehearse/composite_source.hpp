#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rehearse/drawn_system.hpp"
#include "rehearse/dump_source.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/scene_rows.hpp"
#include "rehearse/world.hpp"

namespace sidik::rehearse {

/// One to eight systems under one header, each drawn from the seed: shuffled, one behind the other, or half and half.
/// One of them may have half a percent of the rows; two may differ in nothing but the lists of their codes. Each has
/// its own defects, exact repetitions and altered rows.
class CompositeSource final : public DumpSource {
 public:
  static Result<std::unique_ptr<CompositeSource>> create(const RehearsalOptions& options, const pack::Pack& pack);

  [[nodiscard]] std::span<const ColumnFact> columns() const override { return composite_columns(); }
  [[nodiscard]] std::vector<std::size_t> id_columns() const override { return {nik, noktp}; }
  [[nodiscard]] const FileShape& file_shape() const override { return shape_; }
  [[nodiscard]] const Mess& mess() const override { return mess_; }
  [[nodiscard]] std::uint64_t rows() const override { return rows_.size(); }
  [[nodiscard]] std::uint64_t all_persons() const override { return persons_; }
  [[nodiscard]] std::span<const std::uint64_t> headers_before() const override { return {}; }
  [[nodiscard]] std::span<const std::uint64_t> blanks_before() const override { return {}; }
  [[nodiscard]] std::vector<std::string> strata() const override;
  void introduce(TruthTally& tally) const override;
  DumpRow make_row(std::uint64_t row, Record& out) override;
  [[nodiscard]] std::vector<ScenarioFact> facts() const override;

 private:
  enum class Layout : std::uint8_t { shuffled, concatenated, half_and_half };

  CompositeSource(const RehearsalOptions& options);
  void draw_systems(RandomStream& stream);
  void plan_rows(std::uint64_t rows, RandomStream& stream);
  [[nodiscard]] std::vector<std::uint64_t> draw_counts(std::uint64_t rows, RandomStream& stream) const;
  void order_rows(RandomStream& stream);

  std::uint64_t seed_;
  FileShape shape_;
  Mess mess_;
  std::size_t origins_ = 1;
  bool has_twins_ = false;
  bool has_small_one_ = false;
  Layout layout_ = Layout::shuffled;
  std::vector<DrawnSystem> systems_;
  std::vector<DefectRates> rates_;
  std::vector<SceneRow> rows_;
  std::uint32_t persons_ = 0;
  std::unique_ptr<World> world_;
  Person person_;
};

}  // namespace sidik::rehearse
