#include "report/faults.hpp"

#include <algorithm>

namespace sidik::report {

std::string faults_in_words(const Words& words, const findings::Column& column) {
  static constexpr std::size_t kMostFaults = 8;
  std::vector<std::pair<std::uint64_t, std::string>> faults;
  faults.reserve(column.faults.size());
  for (const auto& [fault, count] : column.faults) faults.emplace_back(count, words.word("fault", fault));
  std::sort(faults.begin(), faults.end(), [](const auto& left, const auto& right) {
    return left.first != right.first ? left.first > right.first : left.second < right.second;
  });
  if (faults.size() > kMostFaults) faults.resize(kMostFaults);
  std::string text;
  for (const auto& [count, fault] : faults) text += (text.empty() ? "" : "; ") + fault + " " + words.number(count);
  return text;
}

}  // namespace sidik::report
