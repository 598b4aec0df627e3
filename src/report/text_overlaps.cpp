#include <algorithm>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/overlaps.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {

void write_overlaps(Canvas& canvas, const View& view) {
  constexpr std::size_t kMostLines = 24;
  const auto& overlaps = view.document.overlaps;
  if (overlaps.empty()) return;
  const Words& words = view.words;
  canvas.heading(words.say("heading.overlaps"), overlaps_title(view));
  canvas.line(canvas.styled("  " + left(words.say("overlap.with"), 18) + left(words.say("overlap.kind"), 14) +
                                left(words.say("overlap.what"), 22) + right(words.say("overlap.shared"), 12) +
                                right(words.say("overlap.of_dump"), 10) + right(words.say("overlap.of_other"), 10) +
                                right(words.say("overlap.new"), 12),
                            Style::quiet));
  for (std::size_t i = 0; i < std::min(overlaps.size(), kMostLines); ++i) {
    const findings::Overlap& overlap = overlaps[i];
    canvas.line("  " + left(cut(clean(overlap.with), 17), 18) + left(words.word("overlap.kind", overlap.kind), 14) +
                left(cut(compared_in_words(view, overlap), 21), 22) + right(words.number(overlap.shared), 12) +
                right(share_in_words(words, overlap.share_here), 10) +
                right(share_in_words(words, overlap.share_there), 10) + right(words.number(overlap.new_here), 12));
  }
  if (overlaps.size() > kMostLines)
    canvas.wrapped(words.say("more", {words.number(overlaps.size() - kMostLines)}), 2, Style::quiet);
  canvas.wrapped(words.say("overlap.note"), 0, Style::quiet);
}

}  // namespace sidik::report
