#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "origin/authenticity.hpp"

namespace sidik::origin {

/// Invented rows with columns of given meanings.
class SampledRowsForTest {
 public:
  SampledRowsForTest(const std::vector<const char*>& meanings, std::size_t count,
                     const std::function<std::vector<std::string>(std::size_t)>& row, double share = 1)
      : share_(share) {
    for (const char* meaning : meanings) {
      names_.emplace_back(meaning);
      meanings_.emplace_back();
      meanings_.back().meaning = meaning;
      meanings_.back().confidence = 1;
      if (std::string_view(meaning) == "id.national") meanings_.back().identifier = "id.nik";
    }
    rows_.resize(count);
    for (std::size_t r = 0; r < count; ++r) {
      for (const std::string& field : row(r)) {
        rows_[r].text += field;
        rows_[r].ends.push_back(static_cast<std::uint32_t>(rows_[r].text.size()));
      }
      views_.push_back(&rows_[r]);
    }
  }
  [[nodiscard]] SampledRows sample() const { return {views_, names_, meanings_, share_}; }

 private:
  std::vector<std::string> names_;
  std::vector<identify::ColumnMeaning> meanings_;
  std::vector<RowSample::Row> rows_;
  std::vector<const RowSample::Row*> views_;
  double share_;
};

}  // namespace sidik::origin
