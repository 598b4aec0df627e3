#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash128.hpp"
#include "origin/coding.hpp"
#include "table/record_batch.hpp"

namespace sidik::origin {

/// Tells the coding of every field of a column, as learnt from a sample of the table.
///
/// Values that were not in the sample are coded by their format, so a list that begins behind the sample is still
/// another coding than those in it.
class ColumnCoder {
 public:
  /// What a signature takes: where the column's usual codings come and go by chance alone, they are one.
  [[nodiscard]] Coding code(std::string_view field) const { return merged(code_fully(field)); }
  /// The coding itself.
  [[nodiscard]] Coding code_fully(std::string_view field) const;
  /// Whether code() takes several for one; then a signature does not tell how often the column is filled.
  [[nodiscard]] bool merges() const { return !chance_.empty(); }
  /// A coding of this column in words, see coding_words().
  [[nodiscard]] std::string words(Coding coding) const;

 private:
  friend class CoderSchool;
  [[nodiscard]] Coding merged(Coding coding) const {
    for (const Coding known : chance_) {
      if (known == coding) return usual_;
    }
    return coding;
  }

  std::vector<Coding> chance_;  ///< codings that depend on no other column
  Coding usual_ = kEmpty;       ///< what stands for them
  CodingHints hints_;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, Coding, TextHash, std::equal_to<>>
      lists_;  ///< value -> coding, for a column of few values
  std::unordered_map<Coding, Coding> format_of_list_;
  std::unordered_map<Coding, Coding> list_of_format_;  ///< where a format has one list
};

/// A coder a column, learnt from sampled records; some thousand from all over the table do.
[[nodiscard]] std::vector<ColumnCoder> learn_coders(std::span<const table::RecordBatch* const> sample,
                                                    std::size_t columns);

}  // namespace sidik::origin
