#include "report/sayings.hpp"

#include "report/clean.hpp"
#include "report/sentences.hpp"

namespace sidik::report {
namespace {

bool is_english(const Words& words) { return words.language() == Language::english; }

/// The document's words in English. In another language: the sentence translated, else the phrase of `key`, else the
/// document's words.
std::string phrase_or_says(const Words& words, const std::string& key, const std::string& says) {
  std::string cleaned = clean(says);
  if (is_english(words) && !says.empty()) return cleaned;
  if (auto known = translated(words, cleaned)) return *known;
  if (const auto known = find_phrase(key, words.language())) return std::string(*known);
  return cleaned;
}

}  // namespace

std::string claim_in_words(const Words& words, const findings::Claim& claim) {
  std::string text = phrase_or_says(words, "claim." + claim.subject + "." + claim.verdict, claim.says);
  const bool is_phrase = find_phrase("claim." + claim.subject + "." + claim.verdict, words.language()) == text;
  return is_phrase ? fill(text, {words.number(claim.claimed), words.number(claim.found)}) : text;
}

std::string alarm_in_words(const Words& words, const findings::Alarm& alarm) {
  return phrase_or_says(words, "alarm.says." + alarm.kind, alarm.says);
}

std::string rule_in_words(const Words& words, const findings::Coherence& rule) {
  if (const auto known = find_phrase("rule." + rule.rule, words.language())) return std::string(*known);
  return rule.says.empty() ? words.word("rule", rule.rule) : clean(rule.says);
}

std::string rule_at_length(const Words& words, const findings::Coherence& rule) {
  return is_english(words) && !rule.says.empty() ? clean(rule.says) : rule_in_words(words, rule);
}

std::string definition_in_words(const Words& words, const findings::LedgerStep& step) {
  const auto known = find_phrase("defined." + step.step, words.language());
  if (known && (step.defined_as.empty() || !is_english(words))) return std::string(*known);
  return clean(step.defined_as);
}

std::string reason_in_words(const Words& words, const std::string& because) {
  // In English too: dotted meanings become words.
  std::string cleaned = clean(because);
  auto known = translated(words, cleaned);
  return known ? *known : cleaned;
}

std::string flag_in_words(const Words& words, const std::string& flag) {
  const std::string known = reason_in_words(words, flag);
  return known == clean(flag) ? words.word("flag", flag) : known;
}

std::string incomplete_because(const Words& words, const findings::Exhibit& exhibit) {
  return reason_in_words(words, exhibit.incomplete_because);
}

std::string skip_in_words(const Words& words, const std::string& reason) {
  const std::size_t colon = reason.find(": ");
  const std::string code = reason.substr(0, colon);
  const auto known = find_phrase("skip." + code, words.language());
  if (known && (colon == std::string::npos || !is_english(words))) return std::string(*known);
  return colon == std::string::npos ? words.word("skip", reason) : clean(reason.substr(colon + 2));
}

std::string character_in_words(const Words& words, const std::string& character) {
  if (character.empty()) return std::string(words.say("none"));
  if (character == ",") return std::string(words.say("character.comma"));
  if (character == ";") return std::string(words.say("character.semicolon"));
  if (character == "\t") return std::string(words.say("character.tab"));
  if (character == "|") return std::string(words.say("character.pipe"));
  if (character == ":") return std::string(words.say("character.colon"));
  if (character == " ") return std::string(words.say("character.blank"));
  if (character == "\"") return std::string(words.say("character.double_quote"));
  if (character == "'") return std::string(words.say("character.single_quote"));
  return cut(clean(character), 16);
}

namespace {

/// `decided by the user: quote, header`, for each who decided something else than a guess.
std::string decisions_in_words(const Words& words, const findings::Table& table) {
  std::map<std::string, std::vector<std::string>> by_decider;
  for (const auto& [property, decider] : table.decided_by) {
    by_decider[words.word("decider", decider)].push_back(words.word("property", property));
  }
  std::string text;
  for (const auto& [decider, properties] : by_decider) {
    text += "; " + words.say("exhibits.decided", {decider, words.joined(properties)});
  }
  return text;
}

}  // namespace

std::string reading_in_words(const Words& words, const findings::Table& table) {
  std::string text = words.word("format", table.format) + "; " + clean(table.encoding);
  if (table.format == "delimited" || table.format == "colon_list") {
    text = words.say(
        "exhibits.reading",
        {words.word("format", table.format), clean(table.encoding), character_in_words(words, table.delimiter),
         character_in_words(words, table.quote), clean(table.newline),
         words.say(table.header ? PhraseKey("exhibits.header") : PhraseKey("exhibits.no_header"))});
  }
  text += decisions_in_words(words, table);
  if (table.padded > 0) text += "; " + words.say("exhibits.padded", {words.count(table.padded, "record")});
  if (table.invalid_bytes > 0)
    text += "; " + words.say("exhibits.invalid_bytes", {words.count(table.invalid_bytes, "byte")});
  if (table.nul_bytes > 0) text += "; " + words.say("exhibits.nul_bytes", {words.count(table.nul_bytes, "byte")});
  if (table.mixed_lines > 0)
    text += "; " + words.say("exhibits.mixed_lines", {words.count(table.mixed_lines, "record")});
  return text;
}

}  // namespace sidik::report
