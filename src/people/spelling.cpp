#include "people/spelling.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::people {

namespace {

using Place = pack::SpellingRule::Place;

std::uint32_t letter_bit(char c) { return text::is_lower(c) ? 1U << static_cast<unsigned>(c - 'a') : 0; }

std::uint32_t letters_of(std::string_view text) {
  std::uint32_t out = 0;
  for (const char c : text) out |= letter_bit(c);
  return out;
}

bool has_one_of(std::string_view word, const std::vector<std::string>& parts) {
  return parts.empty() ||
         std::ranges::any_of(parts, [&](const std::string& part) { return word.find(part) != std::string_view::npos; });
}

}  // namespace

Spelling::Spelling(const std::vector<pack::SpellingRule>& rules) {
  for (const pack::SpellingRule& rule : rules) {
    rules_.push_back({.says = rule,
                      .letters = letters_of(rule.from),
                      .after = letters_of(rule.after),
                      .not_after = letters_of(rule.not_after),
                      .before = letters_of(rule.before)});
  }
}

bool Spelling::matches(const Rule& rule, std::string_view word, std::size_t at) {
  const std::string& from = rule.says.from;
  if (word.substr(at, from.size()) != from) return false;
  const std::size_t end = at + from.size();
  if (rule.says.at == Place::start && at != 0) return false;
  if (rule.says.at == Place::end && end != word.size()) return false;
  const std::uint32_t in_front = at > 0 ? letter_bit(word[at - 1]) : 0;
  const std::uint32_t behind = end < word.size() ? letter_bit(word[end]) : 0;
  if (rule.after != 0 && (in_front & rule.after) == 0) return false;
  return (in_front & rule.not_after) == 0 && (rule.before == 0 || (behind & rule.before) != 0);
}

bool Spelling::apply(const Rule& rule, std::string& word) {
  if (word.size() < rule.says.least) return false;
  bool is_changed = false;
  for (std::size_t at = word.find(rule.says.from); at != std::string::npos;) {
    std::size_t next = at + 1;
    if (matches(rule, word, at)) {
      word.replace(at, rule.says.from.size(), rule.says.to);
      next = at + rule.says.to.size();
      is_changed = true;
    }
    at = word.find(rule.says.from, next);
  }
  return is_changed;
}

std::string Spelling::neutral(std::string_view word) const {
  std::string out(word);
  std::uint32_t letters = letters_of(out);
  for (const Rule& rule : rules_) {
    if ((rule.letters & ~letters) != 0) continue;
    if (!rule.says.with.empty() && !has_one_of(word, rule.says.with)) continue;
    if (apply(rule, out)) letters = letters_of(out);
  }
  return out;
}

std::string Spelling::neutral_slowly(std::string_view word) const {
  std::string out(word);
  for (const Rule& rule : rules_) {
    if (!has_one_of(word, rule.says.with) || out.size() < rule.says.least) continue;
    std::string next;
    for (std::size_t at = 0; at < out.size();) {
      // The letter in front is the one that stands there by now.
      const std::string now = next + out.substr(at);
      if (matches(rule, now, next.size())) {
        next += rule.says.to;
        at += rule.says.from.size();
      } else {
        next += out[at++];
      }
    }
    out = next;
  }
  return out;
}

}  // namespace sidik::people
