#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash128.hpp"
#include "crypto/keyed_hash.hpp"
#include "identify/examiner.hpp"
#include "table/record_batch.hpp"

namespace sidik::origin {

/// In which form two copies of a field are the same.
/// as_text     letters of any case, blanks at the ends dropped, several blanks one; a word for nothing is empty.
/// by_meaning  besides, what the column's meaning makes of it: an identifier's digits, an E.164 number, a day.
///             What the meaning cannot read is taken as text.
enum class ValueForm : unsigned char { as_text, by_meaning };

/// The form in which columns of this meaning are compared. Codes and words of closed lists are text: which list they
/// are read by may differ between two copies.
[[nodiscard]] ValueForm form_of(std::string_view meaning);

/// Keyed tokens of fields in the form in which copies are compared: differently cased, spaced and punctuated copies of
/// one value have one token.
///
/// Caveats   of a time of day nothing is dropped: only dates without one, or with midnight, are read as days.
/// Cost      some 5 ns a field that stands in its form already, 30 to 300 ns another; days and codes that come again
///           are remembered.
/// Threads   one. Lifetime: hash and examiner outlive it.
class FieldTokens {
 public:
  FieldTokens(const crypto::KeyedHash& hash, const identify::TableExaminer& examiner)
      : hash_(hash), examiner_(examiner) {}

  /// Fills `tokens`, one a record; empty fields and words for nothing get zero. `written`: the hashes of the fields as
  /// they stand (KeyedHash::hash_column).
  void read(const table::RecordBatch& batch, std::size_t column, ValueForm form, std::span<const Hash128> written,
            std::span<Hash128> tokens);

 private:
  struct Seen {
    Hash128 written;
    Hash128 token;
  };
  [[nodiscard]] Hash128 token_of(std::string_view field, std::size_t column, ValueForm form, Hash128 written) const;

  const crypto::KeyedHash& hash_;
  const identify::TableExaminer& examiner_;
  std::vector<std::vector<Seen>> seen_;  ///< by column and form
};

}  // namespace sidik::origin
