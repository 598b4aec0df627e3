#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "identify/column_candidates.hpp"
#include "identify/column_profile.hpp"
#include "identify/value_reader.hpp"
#include "text/dates.hpp"

namespace sidik::identify {

/// The columns of a table, as rules between columns see them: profiles, candidates, and the dates of the sampled rows.
///
/// Lifetime  a view: profiles, reader and candidates outlive it.
class JointTable {
 public:
  JointTable(std::span<const ColumnProfile> profiles, const ValueReader& values, std::vector<CandidateList>& lists);

  [[nodiscard]] std::size_t columns() const { return lists_.size(); }
  [[nodiscard]] const ColumnProfile& profile(std::size_t column) const { return profiles_[column]; }
  [[nodiscard]] const CandidateList& list(std::size_t column) const { return lists_[column]; }
  /// Whether the records of both columns are the same ones.
  [[nodiscard]] bool aligned(std::size_t a, std::size_t b) const {
    return a != b && profiles_[a].rows.size() == profiles_[b].rows.size() && !profiles_[a].rows.empty();
  }
  /// How many records of the column are looked at.
  [[nodiscard]] std::size_t rows(std::size_t column) const {
    return std::min(kRowsAtMost, profiles_[column].rows.size());
  }
  /// The dates in those records; empty for a column that is none of dates.
  [[nodiscard]] const std::vector<std::optional<text::DateTime>>& dates(std::size_t column) const {
    return dates_[column];
  }
  [[nodiscard]] bool has(std::size_t column, std::string_view meaning) const {
    return lists_[column].find(meaning) != nullptr;
  }
  [[nodiscard]] bool is_best(std::size_t column, std::string_view meaning) const {
    return lists_[column].is_best(meaning);
  }
  /// Columns whose best meaning is this one, with some certainty.
  [[nodiscard]] std::vector<std::size_t> columns_of(std::string_view meaning, double at_least = 2) const;
  /// Adds to Candidate::joint.
  void add(std::size_t column, std::string_view meaning, double evidence) {
    lists_[column].at(meaning).joint += evidence;
  }

 private:
  static constexpr std::size_t kRowsAtMost = 300;
  std::span<const ColumnProfile> profiles_;
  std::vector<CandidateList>& lists_;
  std::vector<std::vector<std::optional<text::DateTime>>> dates_;
};

// The rules, in the order in which they are applied; one file a subject.

/// joint_places: latitude beside longitude.
void pair_coordinates(JointTable& table);
/// joint_dates: of two time stamps that always stand in the same order, the earlier is when the record was made.
void compare_dates(JointTable& table);
/// joint_nik: the birth date and the sex in the Indonesian number.
void read_nik(JointTable& table);
/// joint_dates: an age and a birth year add up to the year of the table.
void read_ages(JointTable& table);
/// joint_cards: what stands near a card number: its brand, its security code, its expiry.
void read_cards(JointTable& table);
/// joint_accounts: what stands behind a mail, a user name or the address of a page and is chosen freely is the
/// password.
void read_accounts(JointTable& table);
/// joint_names: names stand in the e-mail addresses of their owners.
void read_emails(JointTable& table);
/// joint_names: of the columns of single names, the most given one is the given name; the others are surnames.
void tell_names_apart(JointTable& table);
/// joint_places: address, town, region, postcode and country stand together.
void read_address_block(JointTable& table);
/// joint_places: a town beside the birth date and away from an address is where the person was born.
void read_birth_places(JointTable& table);
/// joint_body: height and weight of a body agree in nearly every record.
void read_body(JointTable& table);

}  // namespace sidik::identify
