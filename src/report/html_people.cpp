#include <algorithm>
#include <map>
#include <utility>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/html_linkage.hpp"
#include "report/html_markup.hpp"
#include "report/html_sections.hpp"
#include "report/sayings.hpp"
#include "report/strata.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kMostExamples = 20;
/// Bins of a histogram from here on are drawn as one.
constexpr std::uint64_t kLastBin = 10;
constexpr double kRow = 24;
constexpr double kBarsTo = 0.85;

std::string between(const Words& words, const findings::Estimate& estimate) {
  return words.say("people.between", {words.number(whole(estimate.low)), words.number(whole(estimate.high)),
                                      words.decimal(std::clamp(estimate.level, 0.0, 1.0) * 100, 0)});
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
    return std::vector<std::string>{std::string(name), share_in_words(words, estimate.value),
                                    share_in_words(words, estimate.low) + " – " + share_in_words(words, estimate.high)};
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

/// A matrix: sources across and down; exhibits, which have long names, in sentences.
std::string shared_persons(const View& view, const findings::People& people) {
  constexpr std::size_t kMostSources = 14;
  constexpr std::size_t kMostSentences = 40;
  const Words& words = view.words;
  std::string out;
  std::size_t said = 0;
  std::map<std::pair<std::string, std::string>, std::uint64_t> shared;
  for (const auto& pair : people.shared) {
    if (pair.of == "source") shared[{pair.left, pair.right}] = pair.persons;
    if (pair.of == "exhibit" && said++ < kMostSentences)
      out += html_note(words.say("people.shared_exhibits",
                                 {words.number(pair.persons), cut(clean(pair.left), 80), cut(clean(pair.right), 80)}));
  }
  if (shared.empty()) return out;
  const auto& strata = view.document.strata;
  const std::size_t count = std::min(strata.size(), kMostSources);
  std::vector<Heading> head{{std::string(words.say("strata.source"))}};
  for (std::size_t c = 0; c < count; ++c) head.push_back({strata[c].id, true});
  std::vector<std::vector<std::string>> rows;
  for (std::size_t r = 0; r < count; ++r) {
    auto& row = rows.emplace_back(std::vector<std::string>{strata[r].id});
    for (std::size_t c = 0; c < count; ++c) {
      const auto [left, right] = std::minmax(r, c);
      row.push_back(r == c ? persons_in_words(words, strata[r])
                           : words.number(shared[{strata[left].id, strata[right].id}]));
    }
  }
  return out + html_table(words.say("people.shared_sources"), head, rows);
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
                          shared_persons(view, people) + html_weights(view, people) + html_blocking(view, people) +
                          examples(view, people) + html_note(words.say("people.note")));
}

}  // namespace sidik::report
