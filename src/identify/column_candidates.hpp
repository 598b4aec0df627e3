#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::identify {

/// A meaning that a column may have, with what speaks for it, in natural logarithms of odds.
struct Candidate {
  std::string meaning;
  double header = 0;
  double values = 0;
  double joint = 0;  ///< what the other columns of the table add
  std::string identifier;

  [[nodiscard]] double total() const { return header + values + joint; }
};

/// The candidates of one column.
class CandidateList {
 public:
  /// The candidate, made when there is none.
  Candidate& at(std::string_view meaning) {
    for (Candidate& candidate : candidates_) {
      if (candidate.meaning == meaning) return candidate;
    }
    candidates_.push_back({.meaning = std::string(meaning), .identifier = {}});
    return candidates_.back();
  }
  [[nodiscard]] const Candidate* find(std::string_view meaning) const {
    for (const Candidate& candidate : candidates_) {
      if (candidate.meaning == meaning) return &candidate;
    }
    return nullptr;
  }
  /// What speaks for a meaning; a low number when nothing does.
  [[nodiscard]] double total(std::string_view meaning) const {
    const Candidate* found = find(meaning);
    return found == nullptr ? -20 : found->total();
  }
  /// Null when there is none; the earlier one when two are equal.
  [[nodiscard]] const Candidate* best() const {
    const auto found = std::ranges::max_element(candidates_, {}, &Candidate::total);
    return found == candidates_.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool is_best(std::string_view meaning) const {
    const Candidate* found = best();
    return found != nullptr && found->meaning == meaning;
  }
  [[nodiscard]] const std::vector<Candidate>& all() const { return candidates_; }

 private:
  std::vector<Candidate> candidates_;
};

}  // namespace sidik::identify
