#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "identify/field_check.hpp"
#include "identify/identifier_check.hpp"
#include "identify/meaning.hpp"
#include "pack/pack.hpp"

namespace sidik::identify {

/// What a field said besides being valid; read by the coherence rules. Only what the check of the column fills is
/// meaningful.
struct ParsedField {
  bool usable = false;         ///< the field was there and valid
  bool has_canonical = false;  ///< of identifiers: `compact` is the canonical form
  CompactForm compact;         ///< of identifiers
  std::int64_t seconds = 0;    ///< of dates: since 1970-01-01, the day's start when no time was written
  text::Date date;
  bool has_time = false;
  std::int32_t entry = -1;      ///< of vocabularies: the entry's index
  std::uint64_t area_name = 0;  ///< of birthplaces: AreaTable::area_name
};

/// The checks of one column, chosen once from its meaning: `ColumnMeaning::identifier` names an identifier of the pack,
/// a vocabulary, or `e164`; dates, addresses and numbers follow from the meaning itself.
///
/// Faults   those of IdentifierChecker; zero_date, not_a_date, impossible_date, future_date; not_email, not_phone,
/// not_ip, not_mac,
///          not_url, not_uuid, not_a_hash, not_in_list, not_a_number, out_of_range.
/// Cost     10 to 100 ns a field; allocates nothing but for telephone numbers and month names.
/// Lifetime keeps views of the pack and the area table.
class ColumnChecker {
 public:
  ColumnChecker(const ColumnMeaning& meaning, const pack::Pack& pack, const AreaTable& areas, int reference_year);

  [[nodiscard]] bool has_checks() const { return kind_ != Kind::none && kind_ != Kind::place; }
  [[nodiscard]] bool is_identifier() const { return kind_ == Kind::identifier; }
  /// `field` is not empty.
  [[nodiscard]] FieldCheck check(std::string_view field, ParsedField& parsed) const;
  /// Empty when not valid, and for national ids that nothing checks.
  [[nodiscard]] std::string canonical(std::string_view field) const;
  [[nodiscard]] bool is_date() const { return kind_ == Kind::date; }
  [[nodiscard]] const pack::Vocabulary* vocabulary() const { return vocabulary_; }

 private:
  enum class Kind : std::uint8_t {
    none,
    identifier,
    email,
    e164,
    loose_phone,
    date,
    ip,
    mac,
    url,
    domain,
    uuid,
    hash,
    vocabulary,
    age,
    latitude,
    longitude,
    security_code,
    card_expiry,
    place
  };
  void choose(const ColumnMeaning& meaning);
  void choose_vocabulary(const pack::Vocabulary& vocabulary);
  [[nodiscard]] FieldCheck check_date(std::string_view field, ParsedField& parsed) const;
  [[nodiscard]] FieldCheck check_phone(std::string_view field) const;
  [[nodiscard]] FieldCheck check_vocabulary(std::string_view field, ParsedField& parsed) const;
  [[nodiscard]] FieldCheck check_number(std::string_view field, double low, double high) const;

  const pack::Pack* pack_;
  const AreaTable* areas_;
  Kind kind_ = Kind::none;
  std::unique_ptr<IdentifierChecker> identifier_;
  const pack::Vocabulary* vocabulary_ = nullptr;
  std::unordered_map<std::uint64_t, std::int32_t> entries_;  ///< hash of a folded word or code -> entry
  text::DateOrder order_ = text::DateOrder::year_month_day;
  std::int16_t latest_year_ = 9999;
  int pivot_ = 0;
  std::string country_;
  bool counts_unchecked_ = true;  ///< false for national ids: unchecked they have no canonical form
};

/// The country of numbers written without a country code: the last country pack that is loaded; empty when there is
/// none.
[[nodiscard]] std::string default_country(const pack::Pack& pack);

/// A telephone number as people write it, when its country is not known: 6 to 15 digits and the usual marks.
[[nodiscard]] bool is_loose_phone(std::string_view field);

/// Whether the values of a meaning are dates.
[[nodiscard]] bool is_date_meaning(std::string_view meaning);

/// 1234, 12/2025, 2025-12, 12/25 or a whole date.
[[nodiscard]] bool is_card_expiry(std::string_view field);

/// A hash of a vocabulary's word that forgets case and runs of blanks, and a closing point.
[[nodiscard]] std::uint64_t word_hash(std::string_view field);

}  // namespace sidik::identify
