#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "identify/joint_table.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

/// A column of few values of which each goes with one half of the NIKs tells the sex.
void read_sex(JointTable& table, std::size_t nik) {
  for (std::size_t c = 0; c < table.columns(); ++c) {
    if (!table.aligned(nik, c) || table.profile(c).distinct.size() < 2 || table.profile(c).distinct.size() > 6)
      continue;
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> counts;
    std::size_t all = 0, women = 0;
    for (std::size_t r = 0; r < table.rows(c); ++r) {
      const std::string_view number = table.profile(nik).rows[r];
      if (number.size() != 16 || !text::is_digit(number[6])) continue;
      const bool woman = number[6] >= '4';
      auto& [men_here, women_here] = counts[table.profile(c).rows[r]];
      (woman ? women_here : men_here) += 1;
      women += woman ? 1 : 0;
      ++all;
    }
    std::size_t explained = 0;
    for (const auto& [value, pair] : counts) explained += std::max(pair.first, pair.second);
    const bool mixed = women * 10 > all && women * 10 < all * 9;
    if (all >= 20 && mixed && explained * 10 >= all * 9) table.add(c, "person.sex", 7);
  }
}

}  // namespace

void read_nik(JointTable& table) {
  for (std::size_t c = 0; c < table.columns(); ++c) {
    const Candidate* nik = table.list(c).find("id.national");
    if (nik == nullptr || nik->identifier != "id.nik") continue;
    bool birth_known = false;
    std::vector<std::size_t> others;
    for (std::size_t d = 0; d < table.columns(); ++d) {
      if (table.dates(d).empty() || !table.aligned(c, d)) continue;
      std::size_t both = 0, agree = 0;
      for (std::size_t r = 0; r < table.dates(d).size(); ++r) {
        const std::string_view number = table.profile(c).rows[r];
        if (!table.dates(d)[r] || number.size() != 16 || !std::ranges::all_of(number, text::is_digit)) continue;
        ++both;
        const auto part = [&](std::size_t at) { return (number[at] - '0') * 10 + (number[at + 1] - '0'); };
        const int day = part(6) > 40 ? part(6) - 40 : part(6);
        agree += day == table.dates(d)[r]->date.day && part(8) == table.dates(d)[r]->date.month ? 1 : 0;
      }
      if (both < 5) continue;
      if (agree * 2 >= both) {
        table.add(d, "birth.date", 8);
        table.add(c, "id.national", 4);
        birth_known = true;
      } else if (agree * 5 < both) {
        others.push_back(d);
      }
    }
    for (const std::size_t other : others) {
      if (birth_known) table.add(other, "birth.date", -6);
    }
    read_sex(table, c);
    // The family's number has the same form; a repeated one is the family's.
    if (table.has(c, "id.family") && table.profile(c).repeats < 0.85) {
      for (const std::size_t other : table.columns_of("id.national")) {
        if (other != c && table.profile(other).repeats > 0.97) table.add(c, "id.family", 3);
      }
    }
  }
}

}  // namespace sidik::identify
