#include "report/html_linkage.hpp"

#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/html_markup.hpp"

namespace sidik::report {

namespace {

constexpr std::size_t kMostWeights = 160;
constexpr std::size_t kMostPasses = 60;
constexpr double kRow = 24;
constexpr double kHead = 26;
constexpr double kBarsFrom = 0.3;
constexpr double kBarsTo = 0.85;

/// Small ones as odds that a reader can picture.
std::string probability(const Words& words, double probability) {
  if (probability >= 0.001 || probability <= 0) return words.decimal(probability, 4);
  return words.say("people.one_in", {words.number(whole(1 / probability))});
}

std::string field_in_words(const Words& words, const std::string& field) {
  return cut(clean(words.meaning(field)), 40);
}

/// Bits for one person to the right of the middle, against to the left, both on one scale.
std::string weight_chart(const View& view, const findings::People& people, std::string_view title) {
  const Words& words = view.words;
  double most = 1;
  for (const auto& weight : people.weights) {
    if (std::isfinite(weight.bits)) most = std::max(most, std::abs(weight.bits));
  }
  double least = 0;
  for (const auto& weight : people.weights) {
    if (std::isfinite(weight.bits)) least = std::min(least, weight.bits);
  }
  const double scale = (kBarsTo - kBarsFrom) / (most - least);
  const double middle = kBarsFrom - least * scale;
  Chart chart("c-weights", title, words.say("people.weights_describe"));
  double top = 0;
  for (std::size_t at = 0; at < std::min(kMostWeights, people.weights.size()); ++at) {
    const findings::MatchWeight& weight = people.weights[at];
    if (at == 0 || people.weights[at - 1].field != weight.field) {
      chart.label_left(0, 1, top + 16, field_in_words(words, weight.field));
      top += kHead;
    }
    const double bits = std::isfinite(weight.bits) ? weight.bits : 0;
    chart.label_left(0.02, kBarsFrom - 0.03, top + 14, words.word("agreement", weight.level), true);
    chart.bar(kBarsFrom, kBarsTo, top + 3, 14, Ink::track);
    chart.bar(std::min(middle, middle + bits * scale), std::max(middle, middle + bits * scale), top + 3, 14,
              bits < 0 ? Ink::fault : Ink::good);
    chart.drop(middle, top, top + kRow);
    chart.label_right(1, top + 14, (bits < 0 ? "−" : "+") + words.decimal(std::abs(bits), 1));
    top += kRow;
  }
  return chart.finish(top);
}

/// A key is a field, or a field with the part of it that counts: "person.name sound".
std::string key_in_words(const Words& words, const std::string& key) {
  const std::size_t blank = key.rfind(' ');
  if (blank == std::string::npos) return field_in_words(words, key);
  const auto part = find_phrase("blocking." + key.substr(blank + 1), words.language());
  if (!part) return field_in_words(words, key);
  return field_in_words(words, key.substr(0, blank)) + " (" + std::string(*part) + ")";
}

std::string keys_in_words(const Words& words, const findings::BlockingPass& pass) {
  std::string out;
  for (const std::string& key : pass.by) {
    if (!out.empty()) out += " + ";
    out += key_in_words(words, key);
  }
  return cut(out, 80);
}

}  // namespace

std::string html_weights(const View& view, const findings::People& people) {
  if (people.weights.empty()) return {};
  const Words& words = view.words;
  const auto strongest = std::ranges::max_element(people.weights, {}, &findings::MatchWeight::bits);
  const std::string title =
      words.say("people.weights_title", {field_in_words(words, strongest->field), words.decimal(strongest->bits, 1)});
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = 0; at < std::min(kMostWeights, people.weights.size()); ++at) {
    const findings::MatchWeight& weight = people.weights[at];
    rows.push_back({field_in_words(words, weight.field), words.word("agreement", weight.level),
                    probability(words, weight.m), probability(words, weight.u), words.decimal(weight.bits, 2)});
  }
  std::string hidden;
  if (people.weights.size() > kMostWeights)
    hidden = html_note(words.say("more", {words.number(people.weights.size() - kMostWeights)}));
  return "<h3>" + shown(title) + "</h3>\n" +
         html_legend({{Ink::good, std::string(words.say("people.for"))},
                      {Ink::fault, std::string(words.say("people.against"))}}) +
         weight_chart(view, people, title) +
         html_table(words.say("people.weights"),
                    {{std::string(words.say("people.field"))},
                     {std::string(words.say("people.agreement"))},
                     {"m", true},
                     {"u", true},
                     {std::string(words.say("people.bits")), true}},
                    rows) +
         hidden + html_note(words.say("people.weights_note"));
}

std::string html_blocking(const View& view, const findings::People& people) {
  if (people.blocking.empty()) return {};
  const Words& words = view.words;
  std::uint64_t pairs = 0;
  for (const auto& pass : people.blocking) pairs += pass.pairs;
  const std::string title =
      words.say("people.blocking_title", {words.number(pairs), words.count(people.blocking.size(), "pass")});
  Chart chart("c-blocking", title, words.say("people.blocking_describe"));
  std::vector<std::vector<std::string>> rows;
  double top = 0;
  for (std::size_t at = 0; at < std::min(kMostPasses, people.blocking.size()); ++at, top += 40) {
    const findings::BlockingPass& pass = people.blocking[at];
    const std::string keys = keys_in_words(words, pass);
    chart.label_left(0, 0.8, top + 14, keys);
    chart.label_right(1, top + 14, share_in_words(words, pass.recall));
    chart.bar(0, 1, top + 20, 10, Ink::track);
    chart.bar(0, pass.recall, top + 20, 10, Ink::good);
    rows.push_back({keys, words.number(pass.pairs), share_in_words(words, pass.recall)});
  }
  return "<h3>" + shown(title) + "</h3>\n" + chart.finish(top) +
         html_table(words.say("people.blocking"),
                    {{std::string(words.say("people.keys"))},
                     {std::string(words.say("people.pairs")), true},
                     {std::string(words.say("people.recall_of_pass")), true}},
                    rows) +
         (people.not_compared > 0 ? html_note(words.say("people.not_compared", {words.number(people.not_compared)}))
                                  : std::string());
}

}  // namespace sidik::report
