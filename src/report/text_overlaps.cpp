#include <algorithm>
#include <string>
#include <string_view>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/overlaps.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {

namespace {

/// A line of the table. A narrow page leaves out what the file is and its own share.
std::string line_of(const Canvas& canvas, std::string_view with, std::string_view kind, std::string_view what,
                    std::string_view shared, std::string_view of_dump, std::string_view of_other,
                    std::string_view fresh) {
  constexpr std::size_t kWide = 100;
  if (canvas.width() < kWide) {
    return "  " + left(cut(with, 13), 14) + left(cut(what, 13), 14) + right(shared, 11) + right(of_dump, 9) +
           right(fresh, 10);
  }
  return "  " + left(cut(with, 17), 18) + left(kind, 14) + left(cut(what, 21), 22) + right(shared, 12) +
         right(of_dump, 10) + right(of_other, 10) + right(fresh, 12);
}

}  // namespace

void write_overlaps(Canvas& canvas, const View& view) {
  constexpr std::size_t kMostLines = 24;
  const auto& overlaps = view.document.overlaps;
  if (overlaps.empty()) return;
  const Words& words = view.words;
  canvas.heading(words.say("heading.overlaps"), overlaps_title(view));
  canvas.line(
      canvas.styled(line_of(canvas, words.say("overlap.with"), words.say("overlap.kind"), words.say("overlap.what"),
                            words.say("overlap.shared"), words.say("overlap.of_dump"), words.say("overlap.of_other"),
                            words.say("overlap.new")),
                    Style::quiet));
  for (std::size_t i = 0; i < std::min(overlaps.size(), kMostLines); ++i) {
    const findings::Overlap& overlap = overlaps[i];
    canvas.line(line_of(canvas, clean(overlap.with), words.word("overlap.kind", overlap.kind),
                        compared_in_words(view, overlap), words.number(overlap.shared),
                        share_in_words(words, overlap.share_here), share_in_words(words, overlap.share_there),
                        words.number(overlap.new_here)));
  }
  if (overlaps.size() > kMostLines)
    canvas.wrapped(words.say("more", {words.number(overlaps.size() - kMostLines)}), 2, Style::quiet);
  canvas.wrapped(words.say("overlap.note"), 0, Style::quiet);
}

}  // namespace sidik::report
