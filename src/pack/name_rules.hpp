#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sidik::pack {

/// Lets tables of texts be asked with a view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// One way in which the same sound is written in two ways: `from` becomes `to` wherever the conditions hold.
struct SpellingRule {
  enum class Place : std::uint8_t { anywhere, start, end };
  std::string from;
  std::string to;
  Place at = Place::anywhere;
  std::string after;              ///< the letter in front is one of these; empty: any, or none
  std::string not_after;          ///< and none of these
  std::string before;             ///< the letter behind is one of these; empty: any, or none
  std::uint32_t least = 0;        ///< the word has at least that many letters
  std::vector<std::string> with;  ///< the word as written has one of these in it; empty: any word
};

/// What the packs know about the parts of a person's name. Every word stands folded, without diacritics and dots.
/// docs/formats/pack.md, name_rules.toml.
struct NameRules {
  TextSet titles_before;         ///< h, hj, dr, mr: in front of a name
  TextSet titles_behind;         ///< sh, spd, phd: behind it
  TextSet marked_titles_behind;  ///< the same, but only with a dot or behind a comma, because names look like them
  TextSet patronyms;             ///< bin, binti, a/l: what follows is the name of the father
  TextSet particles;             ///< al, van, de: one word with what follows
  TextSet birth_order;           ///< wayan, made, nyoman, ketut: says which child
  TextSet articles;              ///< i, ni: in front of a word of `birth_order` or of a rank
  TextSet ranks;                 ///< gusti, dewa: words that an article stands in front of, besides birth_order
  TextSet unspelled;             ///< words to which no spelling rule applies
  TextMap<std::string> same;     ///< another writing of one or two words -> the usual one
  TextMap<std::string> same_in_front;            ///< the same, when it is the first of several words
  TextMap<std::string> compounds;                ///< abdul, abdur: one word with what follows -> how the whole begins
  std::vector<SpellingRule> spelling;            ///< in the order in which they apply
  TextMap<std::vector<std::string>> full_names;  ///< bill -> william
};

}  // namespace sidik::pack
