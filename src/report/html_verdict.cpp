#include <fmt/format.h>

#include "report/clean.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/sayings.hpp"

namespace sidik::report {
namespace {

std::string tile(std::string_view name, std::string_view figure, Tone tone = Tone::calm) {
  return fmt::format("<div><dt>{}</dt><dd class=\"{}\">{}</dd></div>\n", shown(name), class_of(tone), shown(figure));
}

std::string tiles(const View& view) {
  const Words& words = view.words;
  const Overview& overview = view.overview;
  if (overview.tables == 0) return {};
  std::string out = "<dl class=\"tiles\">\n" + tile(words.say("step.records"), words.number(overview.records));
  if (overview.distinct_records)
    out += tile(words.say("step.distinct_records"), words.number(*overview.distinct_records));
  if (overview.distinct_national_ids && *overview.distinct_national_ids > 0) {
    out += tile(words.say("step.distinct_national_id"), words.number(*overview.distinct_national_ids));
  }
  if (overview.checked_filled > 0) {
    out += tile(words.say("tile.valid"), words.percent(overview.checked_valid, overview.checked_filled));
  }
  if (const auto& severity = view.document.severity) {
    out += tile(words.say("heading.severity"), words.word("level", severity->level), tone_of_level(severity->level));
  }
  return out + "</dl>\n";
}

}  // namespace

std::string html_verdict(const View& view) {
  std::string banners;
  std::string title;
  std::string rest;
  for (const auto& sentence : verdict_of(view)) {
    const bool is_finding = !title.empty() || sentence.tone == Tone::calm || view.overview.tables == 0;
    if (!is_finding) {
      banners += fmt::format("<p class=\"banner\" role=\"alert\">{}</p>\n", shown(sentence.text));
    } else if (title.empty()) {
      title = sentence.text;
    } else {
      rest += fmt::format("<li class=\"{}\">{}</li>\n", class_of(sentence.tone), shown(sentence.text, 1000));
    }
  }
  std::string out = fmt::format("<header>\n{}<p class=\"kicker\">Sidik · {}</p>\n<h1>{}</h1>\n", banners,
                                shown(view.words.say("title")), shown(title));
  if (!rest.empty()) out += "<ul class=\"says\">\n" + rest + "</ul>\n";
  return out + tiles(view) + "</header>\n";
}

std::string html_alarms(const View& view) {
  const auto& alarms = view.document.alarms;
  if (alarms.empty()) return {};
  std::string list = "<ul class=\"says\">\n";
  for (const auto& alarm : alarms) {
    list += fmt::format("<li class=\"warning\"><b>{}.</b> {}</li>\n", shown(view.words.word("alarm", alarm.kind)),
                        shown(alarm_in_words(view.words, alarm)));
  }
  return html_section("alarms", view.words.say("heading.alarms"),
                      view.words.say("alarms.title", {view.words.count(alarms.size(), "alarm")}), list + "</ul>\n");
}

std::string html_claims(const View& view) {
  const auto& claims = view.document.claims;
  if (claims.empty()) return {};
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  rows.reserve(claims.size());
  for (const auto& claim : claims) {
    rows.push_back({words.word("subject", claim.subject), words.number(claim.claimed), words.number(claim.found),
                    words.word("outcome", claim.verdict), claim_in_words(words, claim)});
  }
  const auto head = [&](PhraseKey key, bool is_number) { return Heading{std::string(words.say(key)), is_number}; };
  return html_section(
      "claims", words.say("heading.claims"), claims_title(view),
      html_table(words.say("heading.claims"),
                 {head("claims.subject", false), head("claims.claimed", true), head("claims.found", true),
                  head("claims.verdict", false), head("claims.says", false)},
                 rows));
}

std::string html_run(const View& view) {
  const findings::Run& run = view.document.sidik;
  const std::string line =
      view.words.say("run.line", {clean(run.version), clean(run.command), clean(run.started),
                                  view.words.seconds(run.seconds), view.words.size(run.peak_rss_bytes)});
  return fmt::format("<footer><p>{}</p>\n<p>{}</p></footer>\n", shown(line), shown(view.words.say("run.poison")));
}

}  // namespace sidik::report
