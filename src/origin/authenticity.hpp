#pragma once

#include <optional>
#include <string>
#include <vector>

#include "findings/document.hpp"
#include "identify/meaning.hpp"
#include "origin/row_sample.hpp"
#include "pack/pack.hpp"

namespace sidik::origin {

/// Some rows of one stratum with what their columns mean.
struct SampledRows {
  const std::vector<const RowSample::Row*>& rows;
  const std::vector<std::string>& names;                 ///< a column each
  const std::vector<identify::ColumnMeaning>& meanings;  ///< a column each
  double share = 1;                                      ///< of the stratum's records that the rows are
};

/// Whether rows were taken from a real register or made up.
///
/// Output    the log10 likelihood ratio of the two, by trait, within 3 decades; nothing where no trait can be asked:
///           fewer than 100 rows, or no column about people.
/// Traits    agreement between columns against shuffled ones; whether columns depend on each other; what names hang
///           together with; values that no issuer gives out; low serials; births heaped on days that stand for unknown
///           ones; the hours of the day; columns that stand still; families.
/// Cost      two checks of every field of the rows, some 0.1 s at 4,000 rows of 30 columns; no more columns than
///           RowSample keeps.
/// Caveats   authenticity_model.hpp: the probabilities are judgement. Who copies real rows and alters little passes.
[[nodiscard]] std::optional<findings::Authenticity> judge_authenticity(const SampledRows& sample,
                                                                       const pack::Pack& pack, int reference_year);

}  // namespace sidik::origin
