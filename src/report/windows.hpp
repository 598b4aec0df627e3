#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/overview.hpp"

/// What the text and the page say alike about when the data was taken out.
namespace sidik::report {

/// A stratum with a window, and the days of it that are known as days since 1970-01-01.
struct DatedStratum {
  const findings::Stratum* stratum = nullptr;
  std::optional<std::int32_t> from;
  std::optional<std::int32_t> to;
};
/// The strata whose window is known in part at least; days that are none are left out.
[[nodiscard]] std::vector<DatedStratum> dated_strata(const View& view);
/// When the largest dated stratum was taken.
[[nodiscard]] std::string windows_title(const View& view, const std::vector<DatedStratum>& dated);
/// `between 2020-07-14 and 2020-07-18`, `2020-07-14 or later`.
[[nodiscard]] std::string window_in_words(const View& view, const findings::Stratum& stratum);
/// A copy of which it was put together.
struct DatedCopy {
  std::int32_t from = 0;  ///< days since 1970-01-01
  std::int32_t to = 0;
  std::string records;  ///< `records 1 to 2,000`
  std::string in_words;
};
/// In file order; copies whose days are none are left out.
[[nodiscard]] std::vector<DatedCopy> dated_copies(const View& view, const findings::Stratum& stratum);
/// Why, in a sentence or two.
[[nodiscard]] std::string window_because(const View& view, const findings::Stratum& stratum);

}  // namespace sidik::report
