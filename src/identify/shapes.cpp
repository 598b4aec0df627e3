#include "identify/shapes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr bool is_hexadecimal(char c) { return text::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_all_hexadecimal(std::string_view field) { return !field.empty() && std::ranges::all_of(field, is_hexadecimal); }

bool starts_with_any_case(std::string_view field, std::string_view lower) {
  if (field.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (text::to_lower(field[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace

bool is_ipv4(std::string_view field) {
  int groups = 0;
  std::size_t at = 0;
  while (at < field.size()) {
    int value = 0;
    std::size_t digits = 0;
    while (at < field.size() && text::is_digit(field[at]) && digits < 4)
      value = value * 10 + (field[at++] - '0'), ++digits;
    if (digits == 0 || digits > 3 || value > 255) return false;
    ++groups;
    if (at == field.size()) break;
    if (field[at] != '.') return false;
    ++at;
    if (at == field.size()) return false;
  }
  return groups == 4;
}

bool is_ipv6(std::string_view field) {
  if (const auto slash = field.find('/'); slash != std::string_view::npos) {
    int length = -1;
    const auto tail = field.substr(slash + 1);
    const auto [end, error] = std::from_chars(tail.data(), tail.data() + tail.size(), length);
    if (error != std::errc() || end != tail.data() + tail.size() || length < 0 || length > 128) return false;
    field = field.substr(0, slash);
  }
  if (const auto zone = field.find('%'); zone != std::string_view::npos && zone + 1 < field.size())
    field = field.substr(0, zone);
  if (field.size() < 2 || field.size() > 45) return false;
  int groups = 0;
  bool gap = false;
  std::size_t at = 0;
  if (field.starts_with("::")) gap = true, at = 2;
  while (at < field.size()) {
    const auto colon = std::min(field.find(':', at), field.size());
    const std::string_view group = field.substr(at, colon - at);
    if (colon == field.size() && group.find('.') != std::string_view::npos) {
      if (!is_ipv4(group)) return false;
      groups += 2;
      break;
    }
    if (group.size() > 4 || !is_all_hexadecimal(group)) return false;
    ++groups;
    if (colon == field.size()) break;
    at = colon + 1;
    if (at == field.size()) return false;
    if (field[at] == ':') {
      if (gap) return false;
      gap = true;
      ++at;
    }
  }
  return gap ? groups <= 7 : groups == 8;
}

bool is_mac(std::string_view field) {
  if (field.size() == 17) {
    const char mark = field[2];
    if (mark != ':' && mark != '-') return false;
    for (std::size_t i = 0; i < 17; ++i) {
      if (i % 3 == 2 ? field[i] != mark : !is_hexadecimal(field[i])) return false;
    }
    return true;
  }
  if (field.size() != 14) return false;
  for (std::size_t i = 0; i < 14; ++i) {
    if (i % 5 == 4 ? field[i] != '.' : !is_hexadecimal(field[i])) return false;
  }
  return true;
}

bool is_domain(std::string_view field) {
  if (field.size() < 4 || field.size() > 253) return false;
  std::size_t label = 0;
  std::size_t dots = 0;
  bool letters_only = true;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    if (c == '.') {
      if (label == 0 || label > 63 || field[i - 1] == '-') return false;
      ++dots;
      label = 0;
      letters_only = true;
      continue;
    }
    const bool high = static_cast<unsigned char>(c) >= 0x80;
    if (!text::is_letter(c) && !text::is_digit(c) && !high && (c != '-' || label == 0)) return false;
    letters_only &= text::is_letter(c) || high;
    ++label;
  }
  if (dots == 0 || label < 2 || label > 63 || field.back() == '-') return false;
  return letters_only || starts_with_any_case(field.substr(field.size() - label), "xn--");
}

bool is_url(std::string_view field) {
  if (field.size() < 5 || field.find(' ') != std::string_view::npos) return false;
  if (starts_with_any_case(field, "www.")) return is_domain(field.substr(0, field.find_first_of("/?#:")));
  const auto scheme = field.find("://");
  if (scheme == std::string_view::npos || scheme < 2 || scheme > 12 || scheme + 4 > field.size()) return false;
  return std::ranges::all_of(field.substr(0, scheme), [](char c) {
    return text::is_letter(c) || text::is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

bool is_uuid(std::string_view field) {
  if (field.size() == 38 && field.front() == '{' && field.back() == '}') field = field.substr(1, 36);
  if (field.size() != 36) return false;
  for (std::size_t i = 0; i < 36; ++i) {
    const bool mark = i == 8 || i == 13 || i == 18 || i == 23;
    if (mark ? field[i] != '-' : !is_hexadecimal(field[i])) return false;
  }
  return true;
}

const char* password_hash_kind(std::string_view field) {
  struct Form {
    std::string_view start;
    std::size_t shortest;
    const char* kind;
  };
  static constexpr std::array kForms = {
      Form{"$2a$", 59, "bcrypt"},       Form{"$2b$", 59, "bcrypt"},         Form{"$2y$", 59, "bcrypt"},
      Form{"$2x$", 59, "bcrypt"},       Form{"$argon2", 30, "argon2"},      Form{"$1$", 26, "md5crypt"},
      Form{"$apr1$", 28, "md5crypt"},   Form{"$5$", 47, "sha256crypt"},     Form{"$6$", 90, "sha512crypt"},
      Form{"$y$", 40, "yescrypt"},      Form{"$7$", 40, "scrypt"},          Form{"$scrypt$", 30, "scrypt"},
      Form{"$P$", 34, "phpass"},        Form{"$H$", 34, "phpass"},          Form{"$S$", 55, "drupal7"},
      Form{"pbkdf2_sha", 40, "pbkdf2"}, Form{"$pbkdf2", 30, "pbkdf2"},      Form{"pbkdf2:", 30, "pbkdf2"},
      Form{"scrypt:", 40, "scrypt"},    Form{"sha1$", 40, "sha1_salted"},   Form{"{SSHA", 30, "ldap"},
      Form{"{SHA", 30, "ldap"},         Form{"{MD5}", 28, "ldap"},          Form{"{bcrypt}", 59, "bcrypt"},
      Form{"md5$", 34, "md5_salted"},   Form{"$NT$", 36, "ntlm"},           Form{"0x0200", 100, "mssql"},
      Form{"0x0100", 50, "mssql"},      Form{"grub.pbkdf2.", 60, "pbkdf2"}, Form{"SCRAM-SHA-256$", 60, "scram"}};
  if (field.size() < 20) return nullptr;
  for (const Form& form : kForms) {
    if (field.size() >= form.shortest && field.starts_with(form.start)) return form.kind;
  }
  if (field.size() == 41 && field[0] == '*' && is_all_hexadecimal(field.substr(1))) return "mysql41";
  if (field.size() == 65 && field[32] == ':' && is_all_hexadecimal(field.substr(0, 32)) &&
      is_all_hexadecimal(field.substr(33)))
    return "lm_nt";
  const auto colon = field.find(':');
  const std::string_view bare =
      colon != std::string_view::npos && colon >= 32 && field.size() - colon <= 33 ? field.substr(0, colon) : field;
  if (!is_all_hexadecimal(bare)) return nullptr;
  switch (bare.size()) {
    case 32:
      return "md5_or_ntlm";
    case 40:
      return "sha1";
    case 48:
      return "tiger";
    case 56:
      return "sha224";
    case 64:
      return "sha256";
    case 96:
      return "sha384";
    case 128:
      return "sha512";
    default:
      return nullptr;
  }
}

bool is_user_agent(std::string_view field) {
  for (const std::string_view start : {"Mozilla/", "Opera/", "Dalvik/", "okhttp/", "curl/", "Wget/", "PostmanRuntime/",
                                       "python-requests/", "Lynx/", "Links (", "CFNetwork/", "Java/"}) {
    if (field.starts_with(start)) return true;
  }
  return field.size() > 20 && field.find('/') != std::string_view::npos && field.find('(') != std::string_view::npos &&
         (field.find("Android") != std::string_view::npos || field.find("Darwin") != std::string_view::npos ||
          field.find("Windows NT") != std::string_view::npos);
}

bool is_degrees(std::string_view field, double limit) {
  double value = 0;
  if (field.starts_with('+')) field.remove_prefix(1);
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size()) return false;
  return value >= -limit && value <= limit;
}

}  // namespace sidik::identify
