#include <algorithm>

#include "report/clean.hpp"
#include "report/copies.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostRecipients = 100;
constexpr double kRow = 24;

/// Of each recipient's decoys the share that was found.
std::string decoy_chart(const View& view, const findings::Copies& copies) {
  const Words& words = view.words;
  Chart chart("c-copies", copies_title(view), words.say("copies.describe"));
  double top = 0;
  for (const auto& one : copies.recipients) {
    if (!one.decoys_planted || !one.decoys_found || top >= kRow * kMostRecipients) continue;
    chart.label_left(0, 0.29, top + 14, cut(clean(one.name), 40));
    chart.bar(0.3, 0.86, top + 3, 14, Ink::track);
    if (*one.decoys_found > 0)
      chart.bar(0.3, 0.3 + 0.56 * share_of(*one.decoys_found, *one.decoys_planted), top + 3, 14,
                one.is_named ? Ink::very_high : Ink::plain);
    chart.label_right(1, top + 14, decoys_in_words(view, one));
    top += kRow;
  }
  return top > 0 ? chart.finish(top) : std::string();
}

}  // namespace

std::string html_copies(const View& view) {
  if (!view.document.copies) return {};
  const findings::Copies& copies = *view.document.copies;
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(copies.recipients.size(), kMostRecipients); ++i) {
    const findings::CopyRecipient& one = copies.recipients[i];
    rows.push_back({cut(clean(one.name), 80), decoys_in_words(view, one),
                    one.rows_against ? words.number(*one.rows_against) : std::string("–"),
                    bound_in_words(view, one.false_accusation_bound),
                    one.is_named ? std::string(words.say("copies.is_named")) : std::string()});
  }
  return html_section("copies", words.say("heading.copies"), copies_title(view),
                      decoy_chart(view, copies) +
                          html_table(words.say("heading.copies"),
                                     {{std::string(words.say("copies.recipient"))},
                                      {std::string(words.say("copies.decoys")), true},
                                      {std::string(words.say("copies.against")), true},
                                      {std::string(words.say("copies.bound")), true},
                                      {std::string(words.say("copies.verdict"))}},
                                     rows) +
                          html_note(words.say("copies.note")));
}

}  // namespace sidik::report
