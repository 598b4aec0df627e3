#include "people/blocking_key.hpp"

#include <algorithm>
#include <array>

#include "people/text_hash.hpp"
#include "text/letters.hpp"

namespace sidik::people {
namespace {

std::uint32_t hash32(std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(text_hash(text) >> 32);
  return hash == 0 ? 1 : hash;
}

/// The class of a consonant that is easily taken for another; 0 for vowels, h, w and y.
char sound_class(char letter) {
  constexpr std::string_view kClasses = "01230120022455012623010202";
  return text::is_lower(letter) ? kClasses[static_cast<std::size_t>(letter - 'a')] : letter;
}

std::uint32_t sound_of(std::string_view word) {
  if (word.empty()) return 0;
  std::string sound(1, word.front());
  char before = sound_class(word.front());
  for (const char c : word.substr(1)) {
    const char now = sound_class(c);
    if (now != '0' && now != before) sound += now;
    before = now;
  }
  return hash32(std::string_view(sound).substr(0, 5));
}

/// The words one by one into a sum, so that their order does not matter.
std::uint32_t words_in_any_order(std::string_view value) {
  std::uint64_t sum = 0;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    if (end > 0) sum += text_hash(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  const auto hash = static_cast<std::uint32_t>(spread_bits(sum) >> 32);
  return hash == 0 ? 1 : hash;
}

std::uint32_t half_of(std::string_view value, bool is_first) {
  const std::size_t at = value.find('@');
  const std::size_t middle = at == std::string_view::npos ? (value.size() + 1) / 2 : at;
  const auto half =
      is_first ? value.substr(0, middle) : value.substr(at == std::string_view::npos ? value.size() / 2 : at);
  return half.size() >= 3 ? hash32(half) : 0;
}

}  // namespace

std::string name_of(const KeyPart& part, const RecordStore& store) {
  constexpr std::array<std::string_view, 7> kNames = {"", " sound", " last sound", " head", " tail", " month", " day"};
  return store.fields()[part.field].name + std::string(kNames[static_cast<std::size_t>(part.form)]);
}

std::vector<KeyForm> forms_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::name:
      return {KeyForm::whole, KeyForm::sound, KeyForm::last_sound};
    case FieldKind::text:
      return {KeyForm::whole, KeyForm::sound};
    case FieldKind::address:
      return {KeyForm::whole, KeyForm::head};
    case FieldKind::digits:
    case FieldKind::phone:
    case FieldKind::email:
      return {KeyForm::whole, KeyForm::head, KeyForm::tail};
    case FieldKind::date:
      return {KeyForm::whole, KeyForm::year_month, KeyForm::month_day};
    default:
      return {KeyForm::whole};
  }
}

std::uint32_t key_of(std::string_view value, KeyForm form) {
  if (value.empty()) return 0;
  const std::size_t blank = value.rfind(' ');
  switch (form) {
    case KeyForm::whole:
      return words_in_any_order(value);
    case KeyForm::sound:
      return sound_of(value.substr(0, value.find(' ')));
    case KeyForm::last_sound:
      return blank == std::string_view::npos ? 0 : sound_of(value.substr(blank + 1));
    case KeyForm::head:
      return half_of(value, true);
    case KeyForm::tail:
      return half_of(value, false);
    case KeyForm::year_month:
      return value.size() == 10 ? hash32(value.substr(0, 7)) : 0;
    case KeyForm::month_day:
      return value.size() == 10 ? hash32(value.substr(5)) : 0;
  }
  return 0;
}

KeyColumn::KeyColumn(const RecordStore& store, KeyPart part) : part_(part) {
  const auto& pool = store.pool(part.field);
  keys_.resize(pool.size(), 0);
  for (ValueCode code = 1; code < pool.size(); ++code) keys_[code] = key_of(store.neutral(part.field, code), part.form);
}

}  // namespace sidik::people
