#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "pack/pack.hpp"

namespace sidik::identify {

/// The words that headers are made of, as the packs know them; tells a header from a first record.
///
/// Cost     building: about a millisecond; a question: some microseconds.
/// Lifetime keeps nothing of the pack.
class HeaderWords {
 public:
  explicit HeaderWords(const pack::Pack& pack);

  /// Whether `header` is a word that a header would use: exactly a known header, or all of its words are header words.
  /// Parts of headers make a header only when they are whole words: values such as A, Y or TEST2 are not.
  [[nodiscard]] bool has(std::string_view header) const;

 private:
  std::unordered_set<std::string> whole_;  ///< known headers without blanks
  std::unordered_set<std::string> words_;  ///< the words of all of them
};

}  // namespace sidik::identify
