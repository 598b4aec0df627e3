#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "rehearse/dump_source.hpp"

namespace sidik::rehearse {

/// A dump with one more column behind the others: the number of the person that the row describes, empty for nobody.
/// Everything else is that of the source.
///
/// Lifetime  the source outlives it.
class TruthColumnSource final : public DumpSource {
 public:
  /// Errors   rehearse.truth_column_unfit when the source has a column of that name.
  static Result<std::unique_ptr<TruthColumnSource>> create(DumpSource& source, std::string name);

  [[nodiscard]] std::span<const ColumnFact> columns() const override { return columns_; }
  [[nodiscard]] std::vector<std::size_t> id_columns() const override { return source_.id_columns(); }
  [[nodiscard]] bool has_ids_of_others() const override { return source_.has_ids_of_others(); }
  [[nodiscard]] const FileShape& file_shape() const override { return source_.file_shape(); }
  [[nodiscard]] const Mess& mess() const override { return source_.mess(); }
  [[nodiscard]] std::uint64_t rows() const override { return source_.rows(); }
  [[nodiscard]] std::uint64_t all_persons() const override { return source_.all_persons(); }
  [[nodiscard]] std::span<const std::uint64_t> headers_before() const override { return source_.headers_before(); }
  [[nodiscard]] std::span<const std::uint64_t> blanks_before() const override { return source_.blanks_before(); }
  [[nodiscard]] std::vector<std::string> strata() const override { return source_.strata(); }
  void introduce(TruthTally& tally) const override { source_.introduce(tally); }
  DumpRow make_row(std::uint64_t row, Record& out) override;
  [[nodiscard]] std::vector<ScenarioFact> facts() const override { return source_.facts(); }

 private:
  TruthColumnSource(DumpSource& source, std::string name);

  DumpSource& source_;
  std::string name_;
  std::vector<ColumnFact> columns_;
  Record inner_;
};

}  // namespace sidik::rehearse
