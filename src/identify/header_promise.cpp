#include "identify/header_promise.hpp"

#include <algorithm>
#include <string>

#include "identify/column_checker.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

/// What stands behind the country of an identifier, without its variant: npwp of id.npwp15, bpjs of id.bpjs_card.
std::string_view short_name(std::string_view identifier) {
  const std::string_view tail = identifier.substr(identifier.find('.') + 1);
  return tail.substr(0, tail.find_first_of("_0123456789"));
}

enum class Family : unsigned char { open, date, phone, email, number, card, machine, place, name };

Family family_of(std::string_view meaning) {
  struct Prefix {
    std::string_view text;
    Family family;
  };
  static constexpr Prefix kPrefixes[] = {{"birth.date", Family::date},
                                         {"id.national", Family::number},
                                         {"id.family", Family::number},
                                         {"id.tax", Family::number},
                                         {"contact.phone_operator", Family::open},
                                         {"contact.phone", Family::phone},
                                         {"contact.fax", Family::phone},
                                         {"contact.email", Family::email},
                                         {"payment.card_", Family::open},
                                         {"payment.card", Family::card},
                                         {"payment.iban", Family::card},
                                         {"network.ip", Family::machine},
                                         {"network.mac", Family::machine},
                                         {"geo.coordinates", Family::place},
                                         {"person.name", Family::name},
                                         {"person.given_name", Family::name},
                                         {"person.surname", Family::name},
                                         {"person.mother_name", Family::name},
                                         {"person.father_name", Family::name}};
  if (is_date_meaning(meaning)) return Family::date;
  for (const Prefix& prefix : kPrefixes) {
    if (meaning.starts_with(prefix.text)) return prefix.family;
  }
  return Family::open;
}

/// Numbers that organisations or countries give out in forms of their own.
bool is_free_numbering(std::string_view meaning) {
  static constexpr std::string_view kFree[] = {"id.employee", "id.student",  "id.voter",       "id.customer",
                                               "id.patient",  "id.passport", "payment.account"};
  return std::ranges::find(kFree, meaning) != std::end(kFree);
}

}  // namespace

bool is_domestic(std::string_view identifier, const pack::Pack& pack) {
  const std::string_view origin = identifier.substr(0, identifier.find('.'));
  return origin == "global" || std::ranges::find(pack.names, origin) != pack.names.end();
}

std::string_view identifier_named_by(std::string_view header, std::string_view meaning, const pack::Pack& pack) {
  const auto words = text::header_words(header);
  const std::string_view own_word = meaning.substr(meaning.find('.') + 1);
  std::string_view found;
  for (const pack::Identifier& identifier : pack.identifiers) {
    const std::string_view name = short_name(identifier.id);
    // `passport` names the kind of document and not one country's.
    if (identifier.meaning != meaning || name.size() < 2 || name == own_word) continue;
    if (std::ranges::find(words, name) == words.end()) continue;
    if (found.empty() || (!is_domestic(found, pack) && is_domestic(identifier.id, pack))) found = identifier.id;
  }
  return found;
}

std::string_view identifier_promised_by(std::string_view header, std::string_view meaning, const pack::Pack& pack) {
  if (const std::string_view named = identifier_named_by(header, meaning, pack); !named.empty()) return named;
  if (is_free_numbering(meaning)) return {};
  // A member number is anybody's unless the header speaks of the card that the hint stands for.
  const auto words = text::header_words(header);
  const bool of_club = std::ranges::any_of(words, [](std::string_view word) {
    return word == "member" || word == "membership" || word == "anggota" || word == "policy" || word == "polis";
  });
  if (meaning.starts_with("id.member") && of_club) return {};
  const pack::Meaning* known = pack.meaning(meaning);
  if (known != nullptr && !known->identifier_hint.empty()) return known->identifier_hint;
  std::string_view only;
  std::size_t count = 0;
  for (const pack::Identifier& identifier : pack.identifiers) {
    if (identifier.meaning != meaning) continue;
    ++count;
    only = identifier.id;
  }
  return count == 1 && is_domestic(only, pack) ? only : std::string_view{};
}

bool contradicts(std::string_view header_meaning, std::string_view meaning) {
  const Family header = family_of(header_meaning);
  const Family values = family_of(meaning);
  return header != Family::open && values != Family::open && header != values;
}

}  // namespace sidik::identify
