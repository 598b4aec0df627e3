#include <algorithm>
#include <map>
#include <utility>

#include "identify/joint_table.hpp"
#include "identify/shapes.hpp"

namespace sidik::identify {

void compare_dates(JointTable& table) {
  for (std::size_t a = 0; a < table.columns(); ++a) {
    for (std::size_t b = 0; b < table.columns(); ++b) {
      if (a == b || table.dates(a).empty() || table.dates(b).empty() || !table.aligned(a, b)) continue;
      std::size_t both = 0, earlier = 0, same = 0, timed = 0;
      for (std::size_t r = 0; r < std::min(table.dates(a).size(), table.dates(b).size()); ++r) {
        if (!table.dates(a)[r] || !table.dates(b)[r]) continue;
        ++both;
        const auto left = std::pair(table.dates(a)[r]->date, table.dates(a)[r]->second_of_day);
        const auto right = std::pair(table.dates(b)[r]->date, table.dates(b)[r]->second_of_day);
        earlier += left < right ? 1 : 0;
        same += left == right ? 1 : 0;
        timed += table.dates(a)[r]->second_of_day >= 0 && table.dates(b)[r]->second_of_day >= 0 ? 1 : 0;
      }
      if (both < 8 || (earlier + same) * 100 < both * 98 || earlier * 20 < both) continue;
      if (timed * 2 > both) {
        table.add(a, "record.created", 0.7);
        table.add(b, "record.updated", 1.3);
      }
    }
  }
}

void read_ages(JointTable& table) {
  for (std::size_t c = 0; c < table.columns(); ++c) {
    if (table.profile(c).numeric < 0.9 || table.profile(c).decimal > 0.05 || table.profile(c).most > 130 ||
        table.profile(c).least < 0)
      continue;
    for (std::size_t d = 0; d < table.columns(); ++d) {
      if (table.dates(d).empty() || !table.aligned(c, d)) continue;
      std::map<int, std::size_t> sums;
      std::size_t both = 0;
      for (std::size_t r = 0; r < table.dates(d).size(); ++r) {
        double age = 0;
        if (!table.dates(d)[r] || !read_number(table.profile(c).rows[r], age)) continue;
        ++both;
        ++sums[table.dates(d)[r]->date.year + static_cast<int>(age)];
      }
      std::size_t most = 0;
      for (const auto& [year, count] : sums) {
        const auto next = sums.find(year + 1);
        most = std::max(most, count + (next == sums.end() ? 0 : next->second));
      }
      if (both < 8 || most * 10 < both * 9 || table.profile(c).distinct.size() < 5) continue;
      table.add(c, "person.age", 7);
      table.add(d, "birth.date", 5);
    }
  }
}

}  // namespace sidik::identify
