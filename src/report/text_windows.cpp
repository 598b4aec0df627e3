#include <algorithm>

#include "report/clean.hpp"
#include "report/text_sections.hpp"
#include "report/windows.hpp"

namespace sidik::report {

void write_windows(Canvas& canvas, const View& view) {
  constexpr std::size_t kMostLines = 20;
  const auto dated = dated_strata(view);
  if (dated.empty()) return;
  const Words& words = view.words;
  canvas.heading(words.say("heading.windows"), windows_title(view, dated));
  for (std::size_t i = 0; i < std::min(dated.size(), kMostLines); ++i) {
    const findings::Stratum& stratum = *dated[i].stratum;
    const std::string because = window_because(view, stratum);
    canvas.wrapped(std::string(words.say("strata.source")) + " " + clean(stratum.id) + ": " +
                       window_in_words(view, stratum) + (because.empty() ? std::string() : " – " + because),
                   4, Style::plain, "  • ");
    const auto copies = dated_copies(view, stratum);
    for (std::size_t k = 0; k < std::min(copies.size(), kMostLines); ++k)
      canvas.wrapped(copies[k].records + ": " + copies[k].in_words, 6, Style::plain, "    – ");
    if (copies.size() > kMostLines)
      canvas.wrapped(words.say("more", {words.number(copies.size() - kMostLines)}), 6, Style::quiet);
  }
  if (dated.size() > kMostLines)
    canvas.wrapped(words.say("more", {words.number(dated.size() - kMostLines)}), 2, Style::quiet);
  canvas.wrapped(words.say("window.note"), 0, Style::quiet);
}

}  // namespace sidik::report
