#include "concepts.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "data_rows.hpp"

namespace sidik::bench {
namespace {

Writer writer_of(std::string_view name) {
  for (const auto writers :
       {person_writers(), contact_writers(), number_writers(), system_writers(), other_writers()}) {
    const auto found = std::ranges::find(writers, name, &NamedWriter::concept_name);
    if (found != writers.end()) return found->write;
  }
  fmt::print(stderr, "concepts.tsv: nothing writes values of {}\n", name);
  std::exit(1);
}

std::vector<Concept> read_concepts() {
  std::vector<Concept> out;
  for (auto& row : data_rows("concepts.tsv", 4))
    out.push_back({row[0], std::move(row[1]), std::move(row[2]), std::move(row[3]), writer_of(row[0])});
  return out;
}

}  // namespace

std::span<const Concept> all_concepts() {
  static const std::vector<Concept> kConcepts = read_concepts();
  return kConcepts;
}

const Concept* find_concept(std::string_view name) {
  const auto concepts = all_concepts();
  const auto found = std::ranges::find(concepts, name, &Concept::name);
  return found == concepts.end() ? nullptr : &*found;
}

}  // namespace sidik::bench
