#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "people/linkage_field.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// What of a value goes into a blocking key.
///   whole   the value, its words in any order
///   sound   of its first word the first letter and the classes of its consonants (Soundex without its length)
///   last_sound  the same of its last word
///   head, tail  its first and last half (digits), its local part and domain (e-mail)
///   year_month, month_day  of a date
enum class KeyForm : std::uint8_t { whole, sound, last_sound, head, tail, year_month, month_day };

struct KeyPart {
  std::size_t field = 0;
  KeyForm form = KeyForm::whole;
  friend bool operator==(const KeyPart&, const KeyPart&) = default;
};

[[nodiscard]] std::string name_of(const KeyPart& part, const RecordStore& store);

/// How many forms suit a field.
[[nodiscard]] std::vector<KeyForm> forms_of(FieldKind kind);

/// The key of a value under a form, 0 when the value has no such part.
[[nodiscard]] std::uint32_t key_of(std::string_view value, KeyForm form);

/// The keys of a field's values by code, made once.
class KeyColumn {
 public:
  KeyColumn(const RecordStore& store, KeyPart part);
  [[nodiscard]] std::uint32_t operator()(const Record& record) const { return keys_[record[part_.field]]; }
  [[nodiscard]] const KeyPart& part() const { return part_; }

 private:
  KeyPart part_;
  std::vector<std::uint32_t> keys_;
};

}  // namespace sidik::people
