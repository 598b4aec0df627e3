#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "identify/area_table.hpp"
#include "identify/column_profile.hpp"
#include "identify/identifier_check.hpp"
#include "pack/pack.hpp"
#include "text/dates.hpp"

namespace sidik::identify {

/// What the values of a column say about one meaning: evidence in natural logarithms of odds, from -kMostEvidence to
/// kMostEvidence.
struct ValueVote {
  std::string_view meaning;
  double evidence = 0;
  std::string_view
      identifier;  ///< what validates the values: an identifier or vocabulary of the pack, `e164`, `areas`, or empty
};

inline constexpr double kMostEvidence = 12;

/// What dates of a column look like.
struct DateHabit {
  double share = 0;  ///< of the distinct values
  double with_time = 0;
  text::DateOrder order = text::DateOrder::year_month_day;
  int early_year = 0;  ///< 10 % lie before
  int middle_year = 0;
  int late_year = 0;  ///< 10 % lie after
  int last_year = 0;
};

/// Asks all recognisers about a column: validators of the packs, forms, vocabularies, dictionaries of names and places,
/// ranges.
///
/// How much a pass counts follows from how often a value of that form would pass by chance: each identifier is tried on
/// random values of its alphabet when the reader is built, so that nine bare digits are no foreign identifier. Cost
/// building: some 10 ms; a column: about 1 ms.
class ValueReader {
 public:
  /// `pack` outlives the reader.
  ValueReader(const pack::Pack& pack, int reference_year);

  [[nodiscard]] std::vector<ValueVote> read(const ColumnProfile& profile) const;
  [[nodiscard]] DateHabit date_habit(const ColumnProfile& profile) const;
  /// The share of values that are forms of address or titles before names: Mrs., Dr., H.
  [[nodiscard]] double title_share(const ColumnProfile& profile) const;
  /// The identifier, vocabulary or plan that validates values of a meaning that was decided otherwise; empty when none
  /// does.
  [[nodiscard]] std::string_view validator_of(std::string_view meaning, const ColumnProfile& profile) const;
  [[nodiscard]] const pack::Pack& pack() const { return pack_; }
  [[nodiscard]] int reference_year() const { return year_; }

 private:
  struct Validator {
    IdentifierChecker checker;
    double chance = 1;  ///< that a random value of its lengths passes
    bool foreign = false;
  };
  struct WordList {
    const pack::Vocabulary* vocabulary;
    std::unordered_set<std::uint64_t> words;
    std::unordered_set<std::uint64_t> codes;
  };
  using Votes = std::vector<ValueVote>;
  void read_identifiers(const ColumnProfile& profile, Votes& votes) const;
  void read_forms(const ColumnProfile& profile, Votes& votes) const;
  void read_phones(const ColumnProfile& profile, Votes& votes) const;
  void read_dates(const ColumnProfile& profile, Votes& votes) const;
  void read_vocabularies(const ColumnProfile& profile, Votes& votes) const;
  void read_names(const ColumnProfile& profile, Votes& votes) const;
  void read_places(const ColumnProfile& profile, Votes& votes) const;
  void read_addresses(const ColumnProfile& profile, Votes& votes) const;
  void read_numbers(const ColumnProfile& profile, Votes& votes) const;
  void read_accounts(const ColumnProfile& profile, Votes& votes) const;
  void read_words(const ColumnProfile& profile, Votes& votes) const;
  [[nodiscard]] double separators_fit(const Validator& validator, const ColumnProfile& profile) const;
  /// Whether the packs' vocabulary of a meaning has the value as a word of more than two letters.
  [[nodiscard]] bool is_word_of(std::string_view meaning, std::string_view value) const;
  void measure_chance(Validator& validator) const;

  const pack::Pack& pack_;
  int year_;
  AreaTable areas_;
  std::string country_;
  std::vector<Validator> validators_;
  std::vector<WordList> word_lists_;
  std::unordered_set<std::string> operators_;  ///< names of mobile operators, folded
};

/// Evidence that `share` of values pass where a right column passes mostly and a wrong one with probability `chance`.
[[nodiscard]] double pass_evidence(double share, std::size_t values, double chance);

}  // namespace sidik::identify
