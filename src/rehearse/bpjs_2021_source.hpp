#pragma once

#include "rehearse/dump_source.hpp"
#include "rehearse/rehearsal.hpp"

namespace sidik::rehearse {

/// The rows of the 2021 leak in the order of their plan.
///
/// Lifetime  `rehearsal` outlives it.
class Bpjs2021Source final : public DumpSource {
 public:
  explicit Bpjs2021Source(Rehearsal& rehearsal) : rehearsal_(rehearsal) {}

  [[nodiscard]] std::span<const ColumnFact> columns() const override { return kColumnFacts; }
  [[nodiscard]] std::vector<std::size_t> id_columns() const override { return {nik, noktp}; }
  [[nodiscard]] const FileShape& file_shape() const override { return rehearsal_.shape(); }
  [[nodiscard]] const Mess& mess() const override { return rehearsal_.mess(); }
  [[nodiscard]] std::uint64_t rows() const override { return plan().rows.size(); }
  [[nodiscard]] std::uint64_t all_persons() const override { return std::uint64_t{plan().persons} + plan().invented; }
  [[nodiscard]] std::span<const std::uint64_t> headers_before() const override { return plan().headers_before; }
  [[nodiscard]] std::span<const std::uint64_t> blanks_before() const override { return plan().blanks_before; }
  [[nodiscard]] std::vector<std::string> strata() const override { return rehearsal_.strata(); }
  void introduce(TruthTally& tally) const override;
  DumpRow make_row(std::uint64_t row, Record& out) override;

 private:
  [[nodiscard]] const RowPlan& plan() const { return rehearsal_.plan(); }

  Rehearsal& rehearsal_;
};

}  // namespace sidik::rehearse
