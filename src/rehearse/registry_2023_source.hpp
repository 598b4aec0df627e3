#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rehearse/dump_source.hpp"
#include "rehearse/number_set.hpp"
#include "rehearse/officers.hpp"
#include "rehearse/registry_2023_columns.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/scene_rows.hpp"
#include "rehearse/world.hpp"

namespace sidik::rehearse {

/// Databases of some regencies one behind the other: each has its own way of writing, the dead stay in it, and who
/// moved stands in two or three, written otherwise. So there are more rows than people. Each row names the officers who
/// entered it.
class Registry2023Source final : public DumpSource {
 public:
  static Result<std::unique_ptr<Registry2023Source>> create(const RehearsalOptions& options, const pack::Pack& pack);

  [[nodiscard]] std::span<const ColumnFact> columns() const override { return kRegistryFieldFacts; }
  [[nodiscard]] std::vector<std::size_t> id_columns() const override { return {r_nik, r_old_nik}; }
  [[nodiscard]] bool has_ids_of_others() const override { return true; }
  [[nodiscard]] const FileShape& file_shape() const override { return shape_; }
  [[nodiscard]] const Mess& mess() const override { return mess_; }
  [[nodiscard]] std::uint64_t rows() const override { return rows_.size(); }
  [[nodiscard]] std::uint64_t all_persons() const override { return persons_; }
  [[nodiscard]] std::span<const std::uint64_t> headers_before() const override { return headers_; }
  [[nodiscard]] std::span<const std::uint64_t> blanks_before() const override { return {}; }
  [[nodiscard]] std::vector<std::string> strata() const override;
  void introduce(TruthTally& tally) const override;
  DumpRow make_row(std::uint64_t row, Record& out) override;
  [[nodiscard]] std::vector<ScenarioFact> facts() const override;

 private:
  /// How one regency's office writes.
  struct Office {
    std::string code;
    Habits habits;
    text::Date last_day;
  };

  Registry2023Source(const RehearsalOptions& options);
  Status settle_offices(const pack::Pack& pack, const RehearsalOptions& options);
  void plan_rows(std::uint64_t rows);
  void order_rows();
  void write_person(const SceneRow& row, const Office& office, RandomStream& stream, Record& out);
  void write_certificates(const Office& office, RandomStream& stream, Record& out) const;
  void write_parents(RandomStream& stream, Record& out) const;
  void write_officers(const SceneRow& row, const Office& office, RandomStream& stream, Record& out);
  void write_otherwise(RandomStream& stream, Record& out) const;

  std::uint64_t seed_;
  FileShape shape_;
  Mess mess_;
  std::vector<Office> offices_;
  std::vector<SceneRow> rows_;
  std::vector<std::uint64_t> headers_;
  std::uint32_t persons_ = 0;
  std::unique_ptr<World> world_;
  std::unique_ptr<Officers> officers_;
  Person person_;
  std::uint32_t clerk_ = 0;
  NumberMap officers_seen_;
  NumberMap dead_;
  std::uint64_t rows_of_dead_ = 0;
};

}  // namespace sidik::rehearse
