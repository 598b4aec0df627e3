#include "rehearse/damage_acts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "rehearse/workshop.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {
namespace {

bool insert_inside(Workshop& shop, std::string_view bytes) {
  std::string* field = shop.words(6);
  if (field == nullptr) return false;
  const std::size_t at = shop.place_inside(*field);
  if (at == 0) return false;
  field->insert(at, bytes);
  return true;
}

}  // namespace

bool stray_quote(Workshop& shop) {
  std::string* field = shop.words();
  if (field == nullptr) return false;
  const std::size_t count = shop.stream.percent(60) ? 1 : 2;
  for (std::size_t i = 0; i < count; ++i) field->insert(shop.stream.between(1, field->size()), 1, '"');
  return true;
}

bool nickname_in_quotes(Workshop& shop) {
  std::string& field = shop.record[nama];
  const std::size_t blank = field.find(' ');
  if (blank == std::string::npos || blank < 3) return false;
  field.insert(blank, " \"" + field.substr(1, 2) + "I\"");
  shop.record.wants_quotes |= 1U << nama;
  return true;
}

bool delimiter_in_field(Workshop& shop) {
  static constexpr std::string_view kDegrees[] = {" S.PD", " SE", " AMD", " S.KOM", " SH"};
  std::string* field = shop.words();
  if (field == nullptr) return false;
  *field += shop.target.delimiter;
  *field += shop.stream.pick(kDegrees);
  return true;
}

bool line_end_in_field(Workshop& shop) {
  std::string* field = shop.words();
  if (field == nullptr) return false;
  const std::size_t blank = field->find(' ');
  if (blank == std::string::npos)
    field->insert(shop.stream.between(1, field->size() - 1), 1, '\n');
  else
    (*field)[blank] = '\n';
  return true;
}

bool padded(Workshop& shop) {
  static constexpr Column kPadded[] = {nama, nama, tmplhr, email, kdkantor, nmcetak};
  std::string& field = shop.record[shop.stream.pick(kPadded)];
  if (field.empty() || field.front() == '"') return false;
  if (shop.stream.percent(70))
    field.append(shop.stream.between(1, 6), ' ');
  else
    field.insert(0, shop.stream.between(1, 2), ' ');
  return true;
}

bool nul_byte(Workshop& shop) { return insert_inside(shop, std::string_view("\0", 1)); }

bool invalid_byte(Workshop& shop) {
  // Latin-1 letters, a lone continuation byte, a byte that no encoding of Unicode has.
  static constexpr std::string_view kBytes[] = {"\xe9", "\xe8", "\xc9", "\xf6", "\x92", "\xff"};
  return insert_inside(shop, shop.stream.pick(kBytes));
}

bool other_letters(Workshop& shop) {
  static constexpr std::string_view kLetters[] = {"\xc3\xa9", "\xc3\x89", "\xe2\x80\x99", "\xc4\x87", "\xc3\xb6"};
  return insert_inside(shop, shop.stream.pick(kLetters));
}

bool mojibake(Workshop& shop) {
  static constexpr std::string_view kSequences[] = {"\xc3\x83\xc2\xa9", "\xc3\xa2\xe2\x82\xac\xe2\x84\xa2",
                                                    "\xef\xbf\xbd"};
  return insert_inside(shop, shop.stream.pick(kSequences));
}

bool lower_case(Workshop& shop) {
  bool changed = false;
  bool starts_word = shop.stream.percent(60);
  const bool keeps_capitals = starts_word;
  for (char& c : shop.record[nama]) {
    const char lower = starts_word && keeps_capitals ? c : text::to_lower(c);
    starts_word = c == ' ';
    changed = changed || lower != c;
    c = lower;
  }
  return changed;
}

bool truncated_field(Workshop& shop) {
  std::string& field = shop.record[nama];
  const std::size_t room = shop.stream.pick(std::array<std::size_t, 3>{10, 15, 20});
  // Bytes beyond ASCII and quotes are left whole.
  if (field.size() <= room || field.find('"') != std::string::npos) return false;
  if (std::any_of(field.begin(), field.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return false;
  field.resize(room);
  return true;
}

}  // namespace sidik::rehearse
