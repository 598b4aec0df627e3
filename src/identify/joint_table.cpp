#include "identify/joint_table.hpp"

namespace sidik::identify {

JointTable::JointTable(std::span<const ColumnProfile> profiles, const ValueReader& values,
                       std::vector<CandidateList>& lists)
    : profiles_(profiles), lists_(lists), dates_(profiles.size()) {
  for (std::size_t c = 0; c < profiles_.size(); ++c) {
    const DateHabit habit = values.date_habit(profiles_[c]);
    if (habit.share < 0.5) continue;
    for (std::size_t r = 0; r < rows(c); ++r)
      dates_[c].push_back(
          text::parse_date(profiles_[c].rows[r], habit.order, values.pack().months, values.reference_year()));
  }
}

std::vector<std::size_t> JointTable::columns_of(std::string_view meaning, double at_least) const {
  std::vector<std::size_t> out;
  for (std::size_t c = 0; c < lists_.size(); ++c) {
    if (lists_[c].is_best(meaning) && lists_[c].total(meaning) >= at_least) out.push_back(c);
  }
  return out;
}

}  // namespace sidik::identify
