#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pack/pack.hpp"

namespace sidik::identify {

/// What a header says about a meaning: evidence in natural logarithms of odds.
struct HeaderVote {
  std::size_t meaning = 0;  ///< index into Pack::meanings
  double evidence = 0;      ///< positive: for it; at most kExactHeader
};

inline constexpr double kExactHeader = 8;

/// Reads column headers: whole headers of the packs first, then their words by naive Bayes. Words run together or
/// abbreviated (TGLLHR, nmlgkp) are cut into words that the packs know; dropped vowels are filled in.
///
/// Cost     building: some milliseconds; reading a header: some 10 microseconds.
/// Lifetime keeps a reference to the pack.
class HeaderReader {
 public:
  explicit HeaderReader(const pack::Pack& pack);

  /// Votes, best first; empty when the header says nothing (c1, column_3, x).
  [[nodiscard]] std::vector<HeaderVote> read(std::string_view header) const;
  /// Whether every word of the header is a known word, or the whole a known header.
  /// Whether nobody could learn anything from it: no header, c1, field 3, kolom.
  [[nodiscard]] static bool is_silent(std::string_view header);
  [[nodiscard]] bool is_known(std::string_view header) const;

 private:
  struct Word {
    std::unordered_map<std::size_t, double> counts;  ///< meaning -> how often in its headers
    double total = 0;
  };
  void add_header(std::size_t meaning, std::string_view header, double weight);
  void add_word(std::size_t meaning, const std::string& word, double weight);
  [[nodiscard]] std::vector<std::string> known_words(std::string_view header) const;
  [[nodiscard]] std::vector<std::string> split(const std::string& word) const;
  [[nodiscard]] std::string unabbreviate(const std::string& word) const;
  [[nodiscard]] std::vector<HeaderVote> read_words(const std::vector<std::string>& words) const;

  const pack::Pack& pack_;
  std::unordered_map<std::string, std::vector<std::size_t>> whole_;  ///< header without blanks and digits -> meanings
  std::unordered_map<std::string, Word> words_;
  std::vector<double> sizes_;  ///< words a meaning
};

}  // namespace sidik::identify
