#include <algorithm>

#include "report/clean.hpp"
#include "report/copies.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {

void write_copies(Canvas& canvas, const View& view) {
  constexpr std::size_t kMostLines = 30;
  if (!view.document.copies) return;
  const findings::Copies& copies = *view.document.copies;
  const Words& words = view.words;
  canvas.heading(words.say("heading.copies"), copies_title(view));
  canvas.line(canvas.styled("  " + left(words.say("copies.recipient"), 16) + right(words.say("copies.decoys"), 11) +
                                right(words.say("copies.against"), 11) + right(words.say("copies.bound"), 20),
                            Style::quiet));
  const auto& recipients = copies.recipients;
  for (std::size_t i = 0; i < std::min(recipients.size(), kMostLines); ++i) {
    const findings::CopyRecipient& one = recipients[i];
    const std::string line = "  " + left(cut(clean(one.name), 15), 16) + right(decoys_in_words(view, one), 11) +
                             right(one.rows_against ? words.number(*one.rows_against) : std::string("–"), 11) +
                             right(bound_in_words(view, one.false_accusation_bound), 20);
    canvas.line(one.is_named ? canvas.styled(line, Style::bad) : line);
  }
  if (recipients.size() > kMostLines)
    canvas.wrapped(words.say("more", {words.number(recipients.size() - kMostLines)}), 2, Style::quiet);
  canvas.wrapped(words.say("copies.note"), 0, Style::quiet);
}

}  // namespace sidik::report
