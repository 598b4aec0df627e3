#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "people/match_model.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// What it adds that the value in which two records agree is rare or frequent: log2 of the mean chance of agreement
/// over the chance of this value. A frequent value takes away.
class TermFrequency {
 public:
  /// `persons` numbers the records: a value counts once a person, so that many records of one person do not make her
  /// name a frequent one.
  TermFrequency(const RecordStore& store, std::span<const std::uint32_t> persons);
  [[nodiscard]] double bits(std::size_t field, Level level, ValueCode left, ValueCode right) const;

 private:
  std::vector<std::vector<float>> bits_;  ///< by field and code
};

}  // namespace sidik::people
