#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "findings/document.hpp"
#include "pack/pack.hpp"
#include "report/words.hpp"

namespace sidik::report {

/// What several sections need of a document, added up once. Keeps pointers into the document, which outlives it.
struct Overview {
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::optional<std::uint64_t> distinct_records;
  std::optional<std::uint64_t> distinct_national_ids;
  std::size_t tables = 0;
  std::size_t columns = 0;
  std::size_t recognised = 0;        ///< columns whose meaning is known
  std::uint64_t checked_filled = 0;  ///< filled values of the columns that have checks
  std::uint64_t checked_valid = 0;
  std::vector<std::string> meanings;  ///< of personal data: those that identify first, then by weight, then by position
  std::vector<const findings::Exhibit*> incomplete;
  findings::Bytes bytes;
};

[[nodiscard]] Overview overview_of(const findings::Document& document, const pack::Pack& pack);

[[nodiscard]] std::optional<std::uint64_t> step_count(const findings::Document& document, std::string_view step);

/// What every section is given. The document and the pack outlive it.
struct View {
  View(const findings::Document& the_document, const pack::Pack& pack, Language language)
      : document(the_document), words(language, pack), overview(overview_of(the_document, pack)) {}

  const findings::Document& document;
  Words words;
  Overview overview;
};

}  // namespace sidik::report
