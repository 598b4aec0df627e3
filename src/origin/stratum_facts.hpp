#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "table/shape.hpp"

namespace sidik::origin {

/// How a column writes its dates: the order of the parts, and whether a time follows.
enum class DateForm : std::uint8_t { none, ymd, dmy, mdy, compact, words };
inline constexpr std::size_t kDateForms = 6;
[[nodiscard]] std::string_view date_form_name(DateForm form);

/// What one column of a stratum looks like. Shares are of the filled values, 0 to 1.
struct ColumnFacts {
  std::string name;  ///< as in the header; empty without one
  std::string meaning = "unknown";
  double filled = 0;         ///< share of the records
  std::uint64_t values = 0;  ///< filled values that were looked at; everything below is of these
  std::array<double, table::kShapeClasses> shapes{};
  std::uint32_t shortest = 0;  ///< 5th and 95th percent of the lengths in bytes
  std::uint32_t longest = 0;
  DateForm dates = DateForm::none;
  bool has_times = false;
  int first_year = 0;  ///< 5th and 95th percent of the years; 0: no dates
  int last_year = 0;
  double distinct = 1;                                ///< distinct / values
  std::vector<std::pair<std::string, double>> codes;  ///< value and share, when there are few; else empty
  std::map<std::string, double> starts;               ///< first four bytes and their share, when there are few
};

/// Two columns, and in what share of the records where both are filled the link holds.
struct ColumnLink {
  enum class Kind : std::uint8_t { equal, refers };
  Kind kind = Kind::equal;
  std::size_t left = 0;
  std::size_t right = 0;
  double share = 0;
};

/// The evidence that one stratum, or one table, gives about where it comes from.
///
/// It holds codes and the first bytes of values and lives in memory only; findings get counts.
struct StratumFacts {
  std::string id;
  std::uint64_t records = 0;
  bool is_beside_others = false;  ///< one of several strata of a table, which someone put together
  bool names_are_its_own = true;  ///< false: the header belongs to a dump that was put together from several origins
  std::vector<ColumnFacts> columns;
  std::vector<ColumnLink> links;
  /// By a profile's id: the share of the records that stand in a file which is known to be of that system.
  std::map<std::string, double> contained_in;
};

}  // namespace sidik::origin
