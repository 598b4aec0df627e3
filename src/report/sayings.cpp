#include "report/sayings.hpp"

#include "report/clean.hpp"

namespace sidik::report {
namespace {

bool is_english(const Words& words) { return words.language() == Language::english; }

/// The phrase of `key` in another language than English, else the document's words.
std::string phrase_or_says(const Words& words, const std::string& key, const std::string& says) {
  const auto known = find_phrase(key, words.language());
  if (known && (says.empty() || !is_english(words))) return std::string(*known);
  return clean(says);
}

}  // namespace

std::string claim_in_words(const Words& words, const findings::Claim& claim) {
  const std::string pattern = phrase_or_says(words, "claim." + claim.subject + "." + claim.verdict, claim.says);
  if (is_english(words) && !claim.says.empty()) return pattern;
  return fill(pattern, {words.number(claim.claimed), words.number(claim.found)});
}

std::string alarm_in_words(const Words& words, const findings::Alarm& alarm) {
  return phrase_or_says(words, "alarm.says." + alarm.kind, alarm.says);
}

std::string rule_in_words(const Words& words, const findings::Coherence& rule) {
  return phrase_or_says(words, "rule." + rule.rule, rule.says.empty() ? words.word("rule", rule.rule) : rule.says);
}

std::string definition_in_words(const Words& words, const findings::LedgerStep& step) {
  return phrase_or_says(words, "defined." + step.step, step.defined_as);
}

std::string reason_in_words(const Words& /*words*/, const std::string& because) { return clean(because); }

std::string incomplete_because(const Words& /*words*/, const findings::Exhibit& exhibit) {
  return clean(exhibit.incomplete_because);
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
  if (table.format == "delimited") {
    text = words.say("exhibits.reading",
                     {words.word("format", table.format), clean(table.encoding),
                      character_in_words(words, table.delimiter), character_in_words(words, table.quote),
                      clean(table.newline), words.say(table.header ? PhraseKey("exhibits.header") : PhraseKey("exhibits.no_header"))});
  }
  text += decisions_in_words(words, table);
  if (table.padded > 0) text += "; " + words.say("exhibits.padded", {words.count(table.padded, "record")});
  if (table.invalid_bytes > 0) text += "; " + words.say("exhibits.invalid_bytes", {words.count(table.invalid_bytes, "byte")});
  if (table.nul_bytes > 0) text += "; " + words.say("exhibits.nul_bytes", {words.count(table.nul_bytes, "byte")});
  return text;
}

}  // namespace sidik::report
