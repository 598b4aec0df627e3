#include "casefile/abuse_contact.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/letters.hpp"

namespace sidik::casefile {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongest = std::size_t{1} << 20;
constexpr int kDeepest = 32;
constexpr std::size_t kMostEntities = 256;
constexpr std::size_t kMostContacts = 16;
constexpr std::size_t kLongestAddress = 254;

std::unexpected<Error> malformed(const char* what) {
  return fail(ErrorKind::invalid_input, "casefile.rdap_malformed", what,
              "ask the registry again, or write to the host itself");
}

/// JSON that is not too deep: the parser keeps its own stack, and so do destructors.
Result<Json> parse(std::string_view text) {
  if (text.size() > kLongest) return malformed("the answer of a registry is longer than 1 MiB");
  bool is_too_deep = false;
  const auto check = [&](int depth, Json::parse_event_t, Json&) {
    is_too_deep = is_too_deep || depth > kDeepest;
    return !is_too_deep;
  };
  Json value = Json::parse(text, check, false);
  if (is_too_deep || value.is_discarded() || !value.is_object())
    return malformed("the answer of a registry is no JSON object");
  return value;
}

std::string plain_address(std::string_view text) {
  if (text.starts_with("mailto:")) text.remove_prefix(7);
  const auto at = text.find('@');
  const bool is_plain = std::ranges::all_of(text, [](char c) {
    return text::is_letter(c) || text::is_digit(c) || std::string_view("@.-_+").find(c) != std::string_view::npos;
  });
  if (!is_plain || at == std::string_view::npos || at == 0 || at + 1 == text.size() || text.size() > kLongestAddress ||
      text.find('@', at + 1) != std::string_view::npos)
    return {};
  std::string out(text);
  std::ranges::transform(out, out.begin(), text::to_lower);
  return out;
}

bool has_role(const Json& entity, std::string_view role) {
  const auto roles = entity.find("roles");
  return roles != entity.end() && roles->is_array() && std::ranges::any_of(*roles, [&](const Json& each) {
           return each.is_string() && each.get_ref<const std::string&>() == role;
         });
}

class Reader {
 public:
  Reader(ContactScope scope, const std::string& source, RdapReading& into)
      : scope_(scope), source_(source), into_(into) {}

  void read_entities(const Json& holder) {
    const auto list = holder.find("entities");
    if (list == holder.end() || !list->is_array()) return;
    for (const Json& entity : *list) {
      if (!entity.is_object() || ++entities_ > kMostEntities) continue;
      if (has_role(entity, "abuse")) read_card(entity);
      read_entities(entity);
    }
  }

 private:
  void read_card(const Json& entity) {
    const auto card = entity.find("vcardArray");
    if (card == entity.end() || !card->is_array() || card->size() < 2 || !(*card)[1].is_array()) return;
    for (const Json& property : (*card)[1]) {
      constexpr std::size_t kValue = 3;
      if (!property.is_array() || property.size() <= kValue || property[0] != Json("email")) continue;
      for (std::size_t i = kValue; i < property.size(); ++i) {
        if (property[i].is_string()) keep(plain_address(property[i].get_ref<const std::string&>()));
      }
    }
  }
  void keep(std::string address) {
    if (address.empty() || into_.contacts.size() >= kMostContacts) return;
    if (std::ranges::find(into_.contacts, address, &AbuseContact::address) != into_.contacts.end()) return;
    into_.contacts.push_back({std::move(address), scope_, source_});
  }

  ContactScope scope_;
  const std::string& source_;
  RdapReading& into_;
  std::size_t entities_ = 0;
};

std::string related_of(const Json& answer) {
  const auto links = answer.find("links");
  if (links == answer.end() || !links->is_array()) return {};
  for (const Json& link : *links) {
    if (!link.is_object() || link.value("rel", Json()) != Json("related")) continue;
    const Json type = link.value("type", Json("application/rdap+json"));
    const Json href = link.value("href", Json());
    if (type == Json("application/rdap+json") && href.is_string() &&
        href.get_ref<const std::string&>().starts_with("http"))
      return href.get<std::string>();
  }
  return {};
}

std::string https_base(const Json& urls) {
  for (const Json& url : urls) {
    if (!url.is_string() || !url.get_ref<const std::string&>().starts_with("https://")) continue;
    std::string base = url.get<std::string>();
    if (!base.ends_with('/')) base += '/';
    return base;
  }
  return {};
}

/// The length of a network that holds an address, or nothing.
std::optional<unsigned> bits_of(std::string_view network, std::string_view address) {
  const auto slash = network.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  unsigned bits = 0;
  const auto number = network.substr(slash + 1);
  if (std::from_chars(number.data(), number.data() + number.size(), bits).ec != std::errc()) return std::nullopt;
  std::array<unsigned char, 16> bytes{};
  const int family = address.size() == 4 ? AF_INET : AF_INET6;
  if (inet_pton(family, std::string(network.substr(0, slash)).c_str(), bytes.data()) != 1 || bits > address.size() * 8)
    return std::nullopt;
  for (unsigned bit = 0; bit < bits; ++bit) {
    const unsigned mask = 0x80U >> (bit % 8U);
    if (((static_cast<unsigned char>(address[bit / 8U]) ^ bytes[bit / 8U]) & mask) != 0) return std::nullopt;
  }
  return bits;
}

}  // namespace

std::string_view word_of(ContactScope scope) {
  if (scope == ContactScope::network) return "network";
  return scope == ContactScope::registrar ? "registrar" : "guess";
}

Result<RdapReading> read_rdap(std::string_view json, ContactScope scope, const std::string& source) {
  SIDIK_TRY(const Json answer, parse(json));
  RdapReading reading;
  Reader(scope, source, reading).read_entities(answer);
  reading.related = related_of(answer);
  return reading;
}

Result<std::vector<RdapService>> read_bootstrap(std::string_view json) {
  SIDIK_TRY(const Json file, parse(json));
  const auto services = file.find("services");
  if (services == file.end() || !services->is_array()) return malformed("the bootstrap file has no services");
  std::vector<RdapService> out;
  for (const Json& service : *services) {
    if (!service.is_array() || service.size() != 2 || !service[0].is_array() || !service[1].is_array())
      return malformed("a service of the bootstrap file is none");
    RdapService read;
    for (const Json& key : service[0]) {
      if (key.is_string()) read.keys.push_back(key.get<std::string>());
    }
    read.base = https_base(service[1]);
    if (!read.base.empty()) out.push_back(std::move(read));
  }
  return out;
}

const RdapService* service_for_domain(const std::vector<RdapService>& services, std::string_view host) {
  const RdapService* best = nullptr;
  std::size_t longest = 0;
  for (const RdapService& service : services) {
    for (const std::string& key : service.keys) {
      const bool holds =
          !key.empty() && host.size() > key.size() && host.ends_with(key) && host[host.size() - key.size() - 1] == '.';
      if (!holds || key.size() <= longest) continue;
      longest = key.size();
      best = &service;
    }
  }
  return best;
}

const RdapService* service_for_address(const std::vector<RdapService>& services, std::string_view address_bytes) {
  const RdapService* best = nullptr;
  std::optional<unsigned> longest;
  for (const RdapService& service : services) {
    for (const std::string& key : service.keys) {
      const auto bits = bits_of(key, address_bytes);
      if (!bits || (longest && *bits <= *longest)) continue;
      longest = bits;
      best = &service;
    }
  }
  return best;
}

std::optional<AbuseContact> guess_of(std::string_view host) {
  const auto last = host.rfind('.');
  if (last == std::string_view::npos || last == 0 || text::is_digit(host.back()) ||
      host.find(':') != std::string_view::npos)
    return std::nullopt;
  const auto before = host.rfind('.', last - 1);
  const auto domain = before == std::string_view::npos ? host : host.substr(before + 1);
  std::string address = plain_address(fmt::format("abuse@{}", domain));
  if (address.empty()) return std::nullopt;
  return AbuseContact{std::move(address), ContactScope::guess, "RFC 2142"};
}

}  // namespace sidik::casefile
