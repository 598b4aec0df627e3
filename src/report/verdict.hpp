#pragma once

#include <string>
#include <vector>

#include "report/overview.hpp"

namespace sidik::report {

/// How a sentence is to be taken; said by its words too, never by colour alone.
enum class Tone : unsigned char { calm, warning, bad };

struct Sentence {
  Tone tone = Tone::calm;
  std::string text;  ///< clean
};

/// The verdict in plain words, in the order in which a desk head needs it: what is missing, how many, against the
/// claim, what kind of data and how much of it is valid, whose it is, how severe, and how many alarms stand.
[[nodiscard]] std::vector<Sentence> verdict_of(const View& view);

/// The finding of a section in one line, which is its title.
[[nodiscard]] std::string ledger_title(const View& view);
[[nodiscard]] std::string columns_title(const View& view);
[[nodiscard]] std::string coherence_title(const View& view);
[[nodiscard]] std::string rejects_title(const View& view);
[[nodiscard]] std::string bytes_title(const View& view);
[[nodiscard]] std::string severity_title(const View& view);
[[nodiscard]] std::string exhibits_title(const View& view);
[[nodiscard]] std::string claims_title(const View& view);

[[nodiscard]] Tone tone_of_level(std::string_view level);
[[nodiscard]] Tone tone_of_claim(std::string_view verdict);

}  // namespace sidik::report
