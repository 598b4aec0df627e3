#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"
#include "text/dates.hpp"

namespace sidik::engine {

/// How the dates of a column are written, so that two writings of one day meet.
class TracedColumn {
 public:
  /// From some of its filled values.
  TracedColumn(std::span<const std::string_view> values, const pack::Pack& pack, int reference_year);

  /// The form of a field in which tables are compared, whatever the delimiter, the case or the writing: a day is its
  /// ISO date without the time; other fields are letters and digits only, lower case, without diacritics; digits alone
  /// lose leading zeros, and a telephone's country code. Empty for nothing and for words that stand for nothing.
  [[nodiscard]] std::string form(std::string_view field) const;
  [[nodiscard]] bool holds_dates() const { return holds_dates_; }

 private:
  [[nodiscard]] std::string bare_number(std::string digits) const;

  const pack::Pack* pack_;
  std::vector<const pack::PhonePlan*> plans_;  ///< of the packs' countries, whose prefixes are known
  int pivot_;
  bool holds_dates_ = false;
  text::DateOrder order_ = text::DateOrder::day_month_year;
};

}  // namespace sidik::engine
