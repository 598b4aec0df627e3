#include "report/clean.hpp"
#include "report/sayings.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

/// A mark before a sentence, so that its tone shows without colour.
const char* mark_of(Tone tone) {
  switch (tone) {
    case Tone::bad:
      return "‼ ";
    case Tone::warning:
      return "! ";
    case Tone::calm:
      break;
  }
  return "• ";
}

}  // namespace

void write_verdict(Canvas& canvas, const View& view) {
  canvas.heading(view.words.say("heading.verdict"), {});
  for (const auto& sentence : verdict_of(view)) {
    const Style style = sentence.tone == Tone::calm ? Style::strong : style_of(sentence.tone);
    canvas.wrapped(sentence.text, 2, style, canvas.styled(mark_of(sentence.tone), style));
  }
}

void write_alarms(Canvas& canvas, const View& view) {
  if (view.document.alarms.empty()) return;
  canvas.heading(view.words.say("heading.alarms"), {});
  for (const auto& alarm : view.document.alarms) {
    const std::string text = view.words.word("alarm", alarm.kind) + ": " + alarm_in_words(view.words, alarm);
    canvas.wrapped(text, 2, Style::warning, canvas.styled("! ", Style::warning));
  }
}

void write_claims(Canvas& canvas, const View& view) {
  if (view.document.claims.empty()) return;
  canvas.heading(view.words.say("heading.claims"), {});
  for (const auto& claim : view.document.claims) {
    const Tone tone = tone_of_claim(claim.verdict);
    const std::string outcome =
        view.words.word("subject", claim.subject) + ": " + view.words.word("outcome", claim.verdict);
    canvas.wrapped(outcome, 2, tone == Tone::calm ? Style::good : style_of(tone), mark_of(tone));
    canvas.wrapped(claim_in_words(view.words, claim), 4);
  }
}

}  // namespace sidik::report
