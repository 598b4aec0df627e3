#include "report/windows.hpp"

#include <algorithm>
#include <charconv>

#include "report/clean.hpp"
#include "report/sentences.hpp"
#include "text/dates.hpp"
#include "text/letters.hpp"

namespace sidik::report {
namespace {

/// The day of 2020-07-14; nothing when it is none.
std::optional<std::int32_t> day_of(const std::optional<std::string>& written) {
  constexpr std::size_t kLength = 10;
  if (!written || written->size() != kLength) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = -1;
    std::from_chars(written->data() + at, written->data() + at + size, value);
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (!text::is_real_date(year, month, day)) return std::nullopt;
  return text::day_number(
      {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)});
}

std::string between(const View& view, const std::string& from, const std::string& to) {
  return from == to ? view.words.say("window.on", {from}) : view.words.say("window.between", {from, to});
}

}  // namespace

std::vector<DatedStratum> dated_strata(const View& view) {
  std::vector<DatedStratum> out;
  for (const auto& stratum : view.document.strata) {
    const DatedStratum dated{&stratum, day_of(stratum.window.from), day_of(stratum.window.to)};
    if (dated.from || dated.to) out.push_back(dated);
  }
  return out;
}

std::string windows_title(const View& view, const std::vector<DatedStratum>& dated) {
  if (dated.empty()) return {};
  const auto* largest =
      std::ranges::max_element(dated, {}, [](const DatedStratum& each) { return each.stratum->records; })->stratum;
  return view.words.say(view.document.strata.size() > 1 ? PhraseKey("window.title_source") : PhraseKey("window.title"),
                        {clean(largest->id), window_in_words(view, *largest)});
}

std::string window_in_words(const View& view, const findings::Stratum& stratum) {
  const auto& window = stratum.window;
  const std::string from = clean(window.from.value_or(""));
  const std::string to = clean(window.to.value_or(""));
  if (!window.from) return view.words.say("window.until", {to});
  if (!window.to) return view.words.say("window.since", {from});
  return between(view, from, to);
}

std::vector<DatedCopy> dated_copies(const View& view, const findings::Stratum& stratum) {
  std::vector<DatedCopy> out;
  for (const auto& copy : stratum.window.copies) {
    const auto from = day_of(copy.from);
    const auto to = day_of(copy.to);
    if (!from || !to) continue;
    out.push_back(
        {*from, *to,
         view.words.say("window.copy", {view.words.number(copy.first_record), view.words.number(copy.last_record)}),
         between(view, clean(copy.from), clean(copy.to))});
  }
  return out;
}

std::string window_because(const View& view, const findings::Stratum& stratum) {
  std::string out;
  for (const auto& because : stratum.window.because) {
    if (!out.empty()) out += "; ";
    const std::string says = clean(because);
    out += translated(view.words, says).value_or(says);
  }
  return out;
}

}  // namespace sidik::report
