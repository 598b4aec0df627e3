#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pack/name_rules.hpp"

namespace sidik::people {

/// Rewrites a word letter by letter so that spellings of one sound become equal, by the rules of the packs in their
/// order.
///
/// Input    a folded word; letters other than a to z stay as they are and meet no condition on letters.
/// Cost     some 100 ns a word with the Indonesian rules: a rule whose letters are not all in the word is passed over.
/// Threads  const calls may run side by side.
class Spelling {
 public:
  explicit Spelling(const std::vector<pack::SpellingRule>& rules);

  [[nodiscard]] std::string neutral(std::string_view word) const;
  /// Without the passing over; the twin that tests compare with.
  [[nodiscard]] std::string neutral_slowly(std::string_view word) const;

 private:
  struct Rule {
    pack::SpellingRule says;
    std::uint32_t letters = 0;  ///< bit c: the letter 'a' + c is in `from`
    std::uint32_t after = 0, not_after = 0, before = 0;
  };
  [[nodiscard]] static bool matches(const Rule& rule, std::string_view word, std::size_t at);
  /// Whether the word changed.
  static bool apply(const Rule& rule, std::string& word);

  std::vector<Rule> rules_;
};

}  // namespace sidik::people
