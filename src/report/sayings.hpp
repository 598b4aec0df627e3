#pragma once

#include <string>

#include "findings/document.hpp"
#include "report/words.hpp"

/// The document's own sentences in the reader's language. In English they are the document's words; in another language
/// they are rendered from the stable words where a phrase exists, and fall back to the document's words.
namespace sidik::report {

[[nodiscard]] std::string claim_in_words(const Words& words, const findings::Claim& claim);
[[nodiscard]] std::string alarm_in_words(const Words& words, const findings::Alarm& alarm);
/// A rule in few words, as a chart or a line holds them; the document's words when there is no phrase.
[[nodiscard]] std::string rule_in_words(const Words& words, const findings::Coherence& rule);
/// A rule in the document's own, longer words where the language allows.
[[nodiscard]] std::string rule_at_length(const Words& words, const findings::Coherence& rule);
[[nodiscard]] std::string definition_in_words(const Words& words, const findings::LedgerStep& step);
[[nodiscard]] std::string reason_in_words(const Words& words, const std::string& because);
[[nodiscard]] std::string flag_in_words(const Words& words, const std::string& flag);
/// Why a member was passed over: by its error code where a phrase exists, else as the document says.
[[nodiscard]] std::string skip_in_words(const Words& words, const std::string& reason);
[[nodiscard]] std::string incomplete_because(const Words& words, const findings::Exhibit& exhibit);
/// A delimiter or quote as a word: comma, tab, double quote; `none` when empty.
[[nodiscard]] std::string character_in_words(const Words& words, const std::string& character);
/// How a table was read, in one line: format, encoding, dialect, what was decided by whom, and what was odd in it.
[[nodiscard]] std::string reading_in_words(const Words& words, const findings::Table& table);

}  // namespace sidik::report
