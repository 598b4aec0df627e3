#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "identify/calibration.hpp"
#include "pack/pack.hpp"
#include "text/dates.hpp"

namespace sidik::identify {

/// Who decided a meaning.
enum class DecidedBy : unsigned char { nothing, header, values, both };

/// What a column means and how its values are read.
struct ColumnMeaning {
  std::string meaning = "unknown";
  double confidence = 0;  ///< probability that it is right
  DecidedBy decided_by = DecidedBy::nothing;
  std::string identifier;  ///< what checks its values: what they pass or the header promises; or empty
  text::DateOrder date_order = text::DateOrder::year_month_day;  ///< for dates
  /// What the header alone says. Another than `meaning` only when the header lies: it is known in full, and values of
  /// such a kind never stand under it. Empty when the header says nothing, or something else that is no contradiction.
  std::string header_meaning;
  CallGrounds grounds;  ///< what the confidence was read by; bench/calibrate_meanings fits the curves on it
};

/// A column as the classifier sees it: its header and a sample of its non-empty values (at most some thousand, repeated
/// values allowed, in the order of the file). `repeats` is distinct / sampled, 1 when all differ.
struct ColumnSample {
  std::string_view header;  ///< empty: none
  std::vector<std::string_view> values;
};

/// Reads what columns mean, with what the packs know of headers and values made ready once.
///
/// `reference_year`: the year against which ages and two-digit years are read.
/// Cost     building: some 20 ms; deciding: O(columns x values), some milliseconds for 30 columns of 2,000 values.
/// Threads  deciding is const and may run in any number of threads.
/// Lifetime `pack` outlives the reader.
class MeaningReader {
 public:
  MeaningReader(const pack::Pack& pack, int reference_year);
  ~MeaningReader();
  MeaningReader(const MeaningReader&) = delete;
  MeaningReader& operator=(const MeaningReader&) = delete;

  /// Decides the meanings of all columns of a table together (a NIK beside a NIK, a birth date beside its NIK, given
  /// name beside surname), by header words, validators, dictionaries, shapes and code lists.
  [[nodiscard]] std::vector<ColumnMeaning> decide(std::span<const ColumnSample> columns) const;

  /// Whether `header` is a word that a header would use: exactly a known header, or all of its words are header words.
  [[nodiscard]] bool is_header_word(std::string_view header) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace sidik::identify
