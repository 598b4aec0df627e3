#pragma once

#include <cstdint>
#include <vector>

#include "rehearse/random_stream.hpp"
#include "rehearse/row_writer.hpp"

namespace sidik::rehearse {

/// One row of a scenario whose rows are (person, part, variant).
struct SceneRow {
  std::uint32_t person = 0;
  std::uint16_t variant = 0;  ///< which of the person's rows it is
  std::uint8_t part = 0;      ///< which stratum
  RowShape shape = RowShape::whole;
  bool repeats = false;  ///< an exact repetition of another row
};
static_assert(sizeof(SceneRow) <= 12);

/// Repeats `repeated` rows drawn by chance at the end of `rows`.
inline void repeat_rows(std::vector<SceneRow>& rows, std::uint64_t repeated, RandomStream& stream) {
  const std::uint64_t sources = rows.size();
  for (std::uint64_t i = 0; i < repeated && sources > 0; ++i) {
    SceneRow row = rows[stream.below(sources)];
    row.repeats = true;
    rows.push_back(row);
  }
}

/// Every order with equal chance (Fisher and Yates).
inline void shuffle_rows(std::vector<SceneRow>& rows, RandomStream& stream) {
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[stream.below(i)]);
}

/// Tears some rows, and the last one when the file ends cut.
inline void tear_rows(std::vector<SceneRow>& rows, std::uint32_t per_million, FileShape::End end,
                      RandomStream& stream) {
  const std::uint64_t torn = rows.size() * per_million / 1000000;
  for (std::uint64_t i = 0; i < torn; ++i)
    rows[stream.below(rows.size())].shape = static_cast<RowShape>(1 + stream.weighted({50, 30, 20}));
  if (end == FileShape::End::cut) rows.back().shape = RowShape::cut_short;
}

}  // namespace sidik::rehearse
