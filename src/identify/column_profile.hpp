#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "identify/meaning.hpp"

namespace sidik::identify {

/// What a column looks like, before anybody asks what it means.
///
/// Values are trimmed; placeholders for nothing (NULL, N/A, -, nil, \N) are left out of `values` and kept in `rows`, so
/// that rows of two columns of equal size belong together.
struct ColumnProfile {
  std::vector<std::string_view> rows;      ///< as sampled, trimmed
  std::vector<std::string_view> values;    ///< at most some hundred, evenly taken
  std::vector<std::string_view> distinct;  ///< of `values`, in order of appearance
  double repeats = 1;                      ///< distinct / values
  double digits_only = 0;                  ///< shares of the values
  double letters_only = 0;                 ///< letters of any script, blanks, points, apostrophes and hyphens
  double with_blank = 0;
  double with_digit = 0;
  double with_letter = 0;
  double capital_first = 0;  ///< the first letter is upper case or of a script without case
  double single_word = 0;    ///< letters only, one word
  double numeric = 0;        ///< a whole or decimal number
  double decimal = 0;        ///< with a fraction
  double mean_length = 0;
  double mean_words = 0;
  std::size_t shortest = 0;
  std::size_t longest = 0;
  double least = 0;  ///< of the numbers
  double most = 0;
  double mean = 0;

  [[nodiscard]] bool is_empty() const { return values.empty(); }
  /// The share of the values, or of the distinct ones, that pass.
  template <class Passes>
  [[nodiscard]] double share(Passes passes) const {
    return share_of(values, passes);
  }
  template <class Passes>
  [[nodiscard]] double distinct_share(Passes passes) const {
    return share_of(distinct, passes);
  }

 private:
  template <class Passes>
  static double share_of(const std::vector<std::string_view>& of, Passes passes) {
    std::size_t count = 0;
    for (const std::string_view value : of) count += passes(value) ? 1 : 0;
    return of.empty() ? 0 : static_cast<double>(count) / static_cast<double>(of.size());
  }
};

/// `values` of the sample outlive the profile.
[[nodiscard]] ColumnProfile profile_of(const ColumnSample& sample);

/// Reads a whole or decimal number with a point or comma; false when it is none.
[[nodiscard]] bool read_number(std::string_view field, double& out);

}  // namespace sidik::identify
