#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash128.hpp"
#include "crypto/keyed_hash.hpp"
#include "identify/examiner.hpp"
#include "pack/pack.hpp"
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
/// Threads   one. Lifetime: hash, examiner and pack outlive it.
class FieldTokens {
 public:
  FieldTokens(const crypto::KeyedHash& hash, const identify::TableExaminer& examiner, const pack::Pack& pack);

  /// Fills `tokens`, one a record; empty fields and words for nothing get zero. `written`: the hashes of the fields as
  /// they stand (KeyedHash::hash_column).
  void read(const table::RecordBatch& batch, std::size_t column, ValueForm form, std::span<const Hash128> written,
            std::span<Hash128> tokens);

 private:
  struct Seen {
    Hash128 written;
    Hash128 token;
  };
  /// How the fields of a column are read.
  struct Reader {
    bool is_ready = false;
    bool by_meaning = false;
    bool is_date = false;
    bool is_phone = false;
    bool keeps_digits = false;     ///< a field of digits has its form already,
    std::size_t least_digits = 0;  ///< from this length on
    std::vector<Seen> seen;        ///< what came of values that came before; days and codes come often
  };
  void prepare(Reader& reader, std::size_t column, ValueForm form) const;
  /// The form of a field, or the field itself where it has it already.
  [[nodiscard]] std::string_view form_of_field(const Reader& reader, std::size_t column, std::string_view field);
  [[nodiscard]] bool append_phone(std::string_view field);

  const crypto::KeyedHash& hash_;
  const identify::TableExaminer& examiner_;
  const pack::Pack& pack_;
  const pack::PhonePlan* plan_;     ///< of the country whose numbers stand without a code; may be null
  std::vector<Reader> readers_;     ///< by column and form
  std::deque<std::string> formed_;  ///< of the batch
  std::size_t formed_count_ = 0;
  std::vector<std::string_view> waiting_;    ///< forms that are still to be hashed,
  std::vector<std::size_t> waiting_record_;  ///< and whose they are
  std::vector<Hash128> hashed_;
};

}  // namespace sidik::origin
