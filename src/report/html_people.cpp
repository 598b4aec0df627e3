#include <algorithm>
#include <cmath>

#include "report/clean.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/sayings.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostWeights = 160;
constexpr std::size_t kMostPasses = 60;
constexpr std::size_t kMostExamples = 20;
/// Bins of a histogram from here on are drawn as one.
constexpr std::uint64_t kLastBin = 10;
constexpr double kRow = 24;
constexpr double kHead = 26;
constexpr double kBarsFrom = 0.3;
constexpr double kBarsTo = 0.85;

std::uint64_t whole(double number) {
  return number > 0 && number < 1e18 ? static_cast<std::uint64_t>(std::llround(number)) : 0;
}

std::string share(const Words& words, double part) { return words.decimal(std::clamp(part, 0.0, 1.0) * 100, 1) + " %"; }

std::string between(const Words& words, const findings::Estimate& estimate) {
  return words.say("people.between", {words.number(whole(estimate.low)), words.number(whole(estimate.high)),
                                      words.decimal(std::clamp(estimate.level, 0.0, 1.0) * 100, 0)});
}

/// Small ones as odds that a reader can picture.
std::string probability(const Words& words, double probability) {
  if (probability >= 0.001 || probability <= 0) return words.decimal(probability, 4);
  return words.say("people.one_in", {words.number(whole(1 / probability))});
}

std::string field_in_words(const Words& words, const std::string& field) {
  return cut(clean(words.meaning(field)), 40);
}

/// A number of things of each size, bins of ten and more in one.
struct Histogram {
  std::vector<std::uint64_t> counts = std::vector<std::uint64_t>(kLastBin, 0);
  std::uint64_t largest = 0;  ///< size

  void add(std::uint64_t size, std::uint64_t count) {
    if (size == 0 || count == 0) return;
    counts[std::min(size, kLastBin) - 1] += count;
    largest = std::max(largest, size);
  }
  [[nodiscard]] bool is_empty() const { return largest == 0; }
};

std::string histogram_chart(const Words& words, const Histogram& histogram, std::string_view id, std::string_view title,
                            std::string_view describe) {
  const std::uint64_t most = *std::ranges::max_element(histogram.counts);
  Chart chart(id, title, describe);
  double top = 0;
  for (std::uint64_t size = 1; size <= std::min(kLastBin, histogram.largest); ++size, top += kRow) {
    const std::uint64_t count = histogram.counts[size - 1];
    const bool is_open = size == kLastBin && histogram.largest > kLastBin;
    chart.label_left(0, 0.14, top + 14,
                     is_open ? words.say("people.or_more", {words.number(size)}) : words.number(size));
    chart.bar(0.15, kBarsTo, top + 3, 14, Ink::track);
    chart.bar(0.15, 0.15 + share_of(count, most) * (kBarsTo - 0.15), top + 3, 14, Ink::good);
    chart.label_right(1, top + 14, words.number(count));
  }
  return chart.finish(top);
}

std::string records_per_person(const View& view, const findings::People& people) {
  Histogram histogram;
  for (const auto& bin : people.records_per_person) histogram.add(bin.records, bin.persons);
  if (histogram.is_empty()) return {};
  const Words& words = view.words;
  const std::string title = words.say("people.records_title", {words.number(histogram.largest)});
  return "<h3>" + shown(title) + "</h3>\n" +
         histogram_chart(words, histogram, "c-records-per-person", title, words.say("people.records_describe"));
}

std::string household_sizes(const View& view, const findings::People& people) {
  Histogram histogram;
  for (const auto& bin : people.household_sizes) histogram.add(bin.persons, bin.households);
  if (histogram.is_empty()) return {};
  const Words& words = view.words;
  const std::string title =
      people.households ? words.say("people.households_title",
                                    {words.number(whole(people.households->value)), between(words, *people.households)})
                        : std::string(words.say("people.households_plain"));
  return "<h3>" + shown(title) + "</h3>\n" +
         histogram_chart(words, histogram, "c-household-sizes", title, words.say("people.households_describe"));
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
    chart.label_right(1, top + 14, (bits > 0 ? "+" : "") + words.decimal(bits, 1));
    top += kRow;
  }
  return chart.finish(top);
}

std::string weights(const View& view, const findings::People& people) {
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

std::string keys_in_words(const Words& words, const findings::BlockingPass& pass) {
  std::string out;
  for (const std::string& key : pass.by) {
    if (!out.empty()) out += " + ";
    // A key may say behind the field which part of it counts.
    const std::size_t blank = key.rfind(' ');
    const std::string part = blank == std::string::npos ? std::string() : key.substr(blank + 1);
    const std::string named = blank == std::string::npos ? std::string() : words.word("blocking", part);
    out += named.empty() || named == part ? field_in_words(words, key)
                                          : field_in_words(words, key.substr(0, blank)) + " (" + named + ")";
  }
  return cut(out, 80);
}

std::string blocking(const View& view, const findings::People& people) {
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
    chart.label_right(1, top + 14, share(words, pass.recall));
    chart.bar(0, 1, top + 20, 10, Ink::track);
    chart.bar(0, pass.recall, top + 20, 10, Ink::good);
    rows.push_back({keys, words.number(pass.pairs), share(words, pass.recall)});
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

std::string how_found(const View& view, const findings::People& people) {
  const Words& words = view.words;
  std::vector<std::vector<std::string>> rows;
  for (const auto& linked : people.linked_by)
    rows.push_back({words.word("linked", linked.how), words.number(linked.pairs)});
  std::string out;
  if (!rows.empty()) {
    out += html_table(words.say("people.linked_by"),
                      {{std::string(words.say("people.how"))}, {std::string(words.say("people.pairs")), true}}, rows);
  }
  const auto rate = [&](std::string_view name, const findings::Estimate& estimate) {
    return std::vector<std::string>{std::string(name), share(words, estimate.value),
                                    share(words, estimate.low) + " – " + share(words, estimate.high)};
  };
  rows.clear();
  if (people.precision) rows.push_back(rate(words.say("people.precision"), *people.precision));
  if (people.recall) rows.push_back(rate(words.say("people.recall"), *people.recall));
  if (!rows.empty()) {
    out += html_table(words.say("people.quality"),
                      {{std::string(words.say("people.measure"))},
                       {std::string(words.say("people.value")), true},
                       {std::string(words.say("people.interval")), true}},
                      rows);
  }
  return out;
}

std::string examples(const View& view, const findings::People& people) {
  const Words& words = view.words;
  const bool is_unmasked = view.document.sidik.unmasked_because.has_value();
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = 0; at < std::min(kMostExamples, people.examples.size()); ++at) {
    const findings::PersonExample& example = people.examples[at];
    std::string writings;
    for (const std::string& writing : example.writings) {
      if (!writings.empty()) writings += "  |  ";
      writings += safe_example(writing, is_unmasked);
    }
    rows.push_back({words.number(example.records), cut(writings, 160)});
  }
  if (rows.empty()) return {};
  return html_table(words.say("people.examples"),
                    {{std::string(words.say("people.records")), true}, {std::string(words.say("people.writings"))}},
                    rows);
}

}  // namespace

std::string html_people(const View& view) {
  if (!view.document.people) return {};
  const findings::People& people = *view.document.people;
  const Words& words = view.words;
  if (!people.persons) {
    return html_section("people", words.say("heading.people"), words.say("people.title.none"),
                        people.not_linked_because.empty()
                            ? std::string()
                            : html_note(reason_in_words(words, people.not_linked_because)));
  }
  const std::string title =
      words.say("people.title", {words.number(whole(people.persons->value)), between(words, *people.persons)});
  return html_section("people", words.say("heading.people"), title,
                      how_found(view, people) + records_per_person(view, people) + household_sizes(view, people) +
                          weights(view, people) + blocking(view, people) + examples(view, people) +
                          html_note(words.say("people.note")));
}

}  // namespace sidik::report
