#include <algorithm>
#include <functional>

#include "report/clean.hpp"
#include "report/figures.hpp"
#include "report/sayings.hpp"
#include "report/text_sections.hpp"

namespace sidik::report {
namespace {

constexpr std::uint64_t kLastBin = 10;
constexpr std::size_t kBar = 24;
constexpr std::size_t kName = 40;

std::string between(const Words& words, const findings::Estimate& estimate) {
  return words.say("people.between", {words.number(whole(estimate.low)), words.number(whole(estimate.high)),
                                      words.decimal(std::clamp(estimate.level, 0.0, 1.0) * 100, 0)});
}

void write_causes(Canvas& canvas, const View& view, const findings::People& people) {
  const Words& words = view.words;
  for (const auto& linked : people.linked_by)
    canvas.line("  " + left(words.word("linked", linked.how), kName) + right(words.number(linked.pairs), 16));
  const auto rate = [&](std::string_view name, const std::optional<findings::Estimate>& estimate) {
    if (!estimate) return;
    canvas.line("  " + left(name, kName) + right(share_in_words(words, estimate->value), 16) + "   " +
                share_in_words(words, estimate->low) + " – " + share_in_words(words, estimate->high));
  };
  rate(words.say("people.precision"), people.precision);
  rate(words.say("people.recall"), people.recall);
}

/// How many persons have one record, two, and so on; from ten on together.
void write_records(Canvas& canvas, const View& view, const findings::People& people) {
  const Words& words = view.words;
  std::vector<std::uint64_t> persons(kLastBin, 0);
  for (const auto& bin : people.records_per_person) {
    if (bin.records > 0) persons[std::min(bin.records, kLastBin) - 1] += bin.persons;
  }
  const std::uint64_t most = *std::ranges::max_element(persons);
  if (most == 0) return;
  canvas.line("  " + std::string(words.say("people.records_describe")));
  for (std::uint64_t size = 1; size <= kLastBin; ++size) {
    const std::uint64_t count = persons[size - 1];
    if (count == 0) continue;
    const std::string label = size == kLastBin ? words.say("people.or_more", {words.number(size)}) : words.number(size);
    canvas.line("  " + right(label, 6) + "  " + bar(count, most, kBar) + right(words.number(count), 14));
  }
}

/// Whom exhibits share, each pair; of sources the pairs that share most.
void write_shared(Canvas& canvas, const View& view, const findings::People& people) {
  constexpr std::size_t kMostPairs = 8;
  const Words& words = view.words;
  std::vector<const findings::SharedPersons*> sources;
  std::size_t exhibits = 0;
  for (const auto& shared : people.shared) {
    if (shared.of == "source") sources.push_back(&shared);
    if (shared.of != "exhibit" || exhibits++ >= kMostPairs) continue;
    canvas.wrapped(words.say("people.shared_exhibits", {words.number(shared.persons), cut(clean(shared.left), kName),
                                                        cut(clean(shared.right), kName)}),
                   2);
  }
  if (sources.empty()) return;
  std::ranges::stable_sort(sources, std::ranges::greater{}, &findings::SharedPersons::persons);
  sources.resize(std::min(sources.size(), kMostPairs));
  std::string text = std::string(words.say("people.shared_sources")) + ": ";
  for (const auto* shared : sources) {
    if (shared != sources.front()) text += "; ";
    text += words.say("people.shared_short",
                      {cut(clean(shared->left), 12), cut(clean(shared->right), 12), words.number(shared->persons)});
  }
  canvas.wrapped(text, 2);
}

}  // namespace

void write_people(Canvas& canvas, const View& view) {
  if (!view.document.people) return;
  const findings::People& people = *view.document.people;
  const Words& words = view.words;
  if (!people.persons) {
    canvas.heading(words.say("heading.people"), words.say("people.title.none"));
    canvas.wrapped(reason_in_words(words, people.not_linked_because), 2, Style::quiet);
    return;
  }
  canvas.heading(words.say("heading.people"), words.say("people.title", {words.number(whole(people.persons->value)),
                                                                         between(words, *people.persons)}));
  write_causes(canvas, view, people);
  write_records(canvas, view, people);
  if (people.households) {
    canvas.line("  " + words.say("people.households_title",
                                 {words.number(whole(people.households->value)), between(words, *people.households)}));
  }
  write_shared(canvas, view, people);
  if (people.not_compared > 0)
    canvas.wrapped(words.say("people.not_compared", {words.number(people.not_compared)}), 2, Style::quiet);
  canvas.wrapped(words.say("people.note"), 2, Style::quiet);
}

}  // namespace sidik::report
