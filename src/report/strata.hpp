#pragma once

#include <string>

#include "report/overview.hpp"

/// What both reports say about the sources of a dump.
namespace sidik::report {

/// How many there are, in a sentence.
[[nodiscard]] std::string strata_title(const View& view);
/// Where a stratum stands in its table.
[[nodiscard]] std::string place_in_words(const Words& words, const findings::Stratum& stratum);
/// The log10 LR of its best candidate, and who that is.
[[nodiscard]] std::string origin_in_words(const View& view, const findings::Stratum& stratum);
/// Whether it was taken from a real register; empty where that could not be asked.
[[nodiscard]] std::string authenticity_in_words(const View& view, const findings::Stratum& stratum);
/// What of it looks made up, in records.
[[nodiscard]] std::uint64_t records_made_up(const findings::Document& document);
/// Its persons, or a dash where they are not known.
[[nodiscard]] std::string persons_in_words(const Words& words, const findings::Stratum& stratum);
/// `written_as` of a document in the reader's language.
[[nodiscard]] std::string writing_in_words(const Words& words, std::string_view written_as);

/// What tells a stratum from the largest one of its table: columns that are written otherwise or that only it fills; of
/// the largest itself its first columns. At most `most`.
[[nodiscard]] std::vector<const findings::StratumWriting*> telling_columns(const View& view,
                                                                           const findings::Stratum& stratum,
                                                                           std::size_t most);

}  // namespace sidik::report
