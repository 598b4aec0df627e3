#include <algorithm>
#include <cstdint>
#include <limits>

#include "report/clean.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/windows.hpp"
#include "text/dates.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostStrata = 60;
constexpr double kRow = 38;
constexpr std::int32_t kYear = 365;

/// A line of time from the first day to the last, with its years, and a bar for each stratum; one that is open to the
/// right fades out in the colour of what is not known, and one of several copies shows each of them.
std::string timeline(const View& view, const std::vector<DatedStratum>& dated) {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
  for (const auto& each : dated) {
    for (const auto& day : {each.from, each.to}) {
      if (!day) continue;
      first = std::min(first, *day);
      last = std::max(last, *day);
    }
  }
  const std::int32_t margin = std::max<std::int32_t>(30, (last - first) / 12);
  first -= margin;
  last += margin;
  const auto across = [&](std::int32_t day) {
    return std::clamp(static_cast<double>(day - first) / static_cast<double>(last - first), 0.0, 1.0);
  };
  Chart chart("c-windows", windows_title(view, dated), view.words.say("window.describe"));
  const double bottom = 26 + kRow * static_cast<double>(std::min(dated.size(), kMostStrata));
  const int step = std::max(1, (last - first) / kYear / 8);
  for (int year = text::from_day_number(first).year + 1; year <= text::from_day_number(last).year; year += step) {
    const double at = across(text::day_number({static_cast<std::int16_t>(year), 1, 1}));
    chart.drop(at, 18, bottom);
    chart.label_middle(at, 12, std::to_string(year));
  }
  double top = 26;
  for (std::size_t i = 0; i < std::min(dated.size(), kMostStrata); ++i, top += kRow) {
    const auto& each = dated[i];
    chart.label_left(0, 0.98, top + 12,
                     std::string(view.words.say("strata.source")) + " " + clean(each.stratum->id) + " · " +
                         window_in_words(view, *each.stratum));
    chart.bar(0, 1, top + 18, 10, Ink::track);
    const auto draw = [&](std::int32_t since, std::int32_t until, Ink ink) {
      const double from = across(since);
      chart.bar(from, std::max(across(until), from + 0.004), top + 18, 10, ink);
    };
    const auto copies = dated_copies(view, *each.stratum);
    const bool is_one = each.from && each.to && copies.empty();
    draw(each.from.value_or(first), each.to ? *each.to + 1 : last, is_one ? Ink::good : Ink::quiet);
    for (const DatedCopy& copy : copies) draw(copy.from, copy.to + 1, Ink::good);
  }
  return chart.finish(top);
}

std::string window_table(const View& view, const std::vector<DatedStratum>& dated) {
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(dated.size(), kMostStrata); ++i) {
    const findings::Stratum& stratum = *dated[i].stratum;
    rows.push_back({stratum.id, clean(stratum.window.from.value_or("–")), clean(stratum.window.to.value_or("–")),
                    window_because(view, stratum)});
    const auto copies = dated_copies(view, stratum);
    for (std::size_t k = 0; k < std::min(copies.size(), kMostStrata); ++k)
      rows.push_back(
          {stratum.id, clean(stratum.window.copies[k].from), clean(stratum.window.copies[k].to), copies[k].records});
  }
  return html_table(words.say("heading.windows"),
                    {{std::string(words.say("strata.source"))},
                     {std::string(words.say("window.earliest"))},
                     {std::string(words.say("window.latest"))},
                     {std::string(words.say("origin.evidence"))}},
                    rows);
}

}  // namespace

std::string html_windows(const View& view) {
  const auto dated = dated_strata(view);
  if (dated.empty()) return {};
  return html_section("windows", view.words.say("heading.windows"), windows_title(view, dated),
                      timeline(view, dated) + window_table(view, dated) + html_note(view.words.say("window.note")));
}

}  // namespace sidik::report
