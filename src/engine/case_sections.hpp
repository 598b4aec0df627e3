#pragma once

#include <string>

#include "casefile/case_view.hpp"
#include "text/instant.hpp"

/// The parts of `sidik case show` that lay one thing beside another; each writes nothing where there is nothing.
namespace sidik::engine {

/// The counts of each exhibit beside each other, with what stands between two of them, down to what was confirmed.
void write_counts(const casefile::CaseView& view, std::string& out);
/// Whose data each source of an exhibit is, and how sure that is.
void write_origins(const casefile::CaseView& view, std::string& out);
/// Each link with its states and when they came, and whether that is a removal, a dead link or a block.
void write_links(const casefile::CaseView& view, std::string& out);
/// Letters by office, what was answered, what is overdue at `now`.
void write_letters(const casefile::CaseView& view, text::Instant now, std::string& out);
/// Actors, and their claims beside the facts that answer them, with a line on how they stood up.
void write_actors(const casefile::CaseView& view, std::string& out);
/// How it may have come to it, with the evidence for and against each cause.
void write_causes(const casefile::CaseView& view, std::string& out);
/// The clocks of the case's law that ran, run or were missed.
void write_clocks(const casefile::CaseView& view, text::Instant now, std::string& out);

/// 279,000,000.
[[nodiscard]] std::string grouped(std::uint64_t number);
/// A value of a fact as people read it.
[[nodiscard]] std::string shown(const casefile::Json& value);

}  // namespace sidik::engine
