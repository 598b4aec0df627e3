#pragma once

#include <utility>
#include <vector>

#include "engine/head_buffer.hpp"
#include "identify/meaning.hpp"
#include "ingest/reader.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// The first records of a table, kept until its columns' meanings can be said; those from all over the text, when there
/// are any, decide at once.
class TableHead {
 public:
  explicit TableHead(HeadBuffer survey) : survey_(std::move(survey)) {}

  void add(const table::RecordBatch& batch) { head_.add(batch); }
  [[nodiscard]] bool is_enough() const { return !survey_.is_empty() || head_.is_enough(); }
  /// One a column of `info`.
  [[nodiscard]] std::vector<identify::ColumnMeaning> decide(const ingest::TableInfo& info,
                                                            const identify::MeaningReader& meanings) const {
    constexpr std::size_t kSampledValues = 3000;
    const HeadBuffer& seen = survey_.is_empty() ? head_ : survey_;
    auto decided = meanings.decide(seen.samples(info.columns, kSampledValues));
    decided.resize(info.columns.size());
    return decided;
  }

 private:
  HeadBuffer survey_;
  HeadBuffer head_;
};

}  // namespace sidik::engine
