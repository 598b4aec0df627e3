#include "engine/abuse_contacts.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "net/fetch.hpp"
#include "pack/rdap_services.hpp"
#include "report/clean.hpp"

namespace sidik::engine {
namespace {

using casefile::ContactScope;
using casefile::RdapService;

constexpr std::size_t kLongestBootstrap = std::size_t{1} << 20;

Result<std::vector<RdapService>> services_of(const ContactRequest& request) {
  std::vector<RdapService> services;
  for (const std::string& path : request.bootstraps) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
      return fail(ErrorKind::not_found, "engine.bootstrap_unreadable", fmt::format("{} cannot be read", path),
                  "give a file of data.iana.org/rdap, or leave --bootstrap out");
    std::string text(kLongestBootstrap + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    SIDIK_TRY(auto read, casefile::read_bootstrap(text));
    std::ranges::move(read, std::back_inserter(services));
  }
  if (!request.bootstraps.empty()) return services;
  SIDIK_TRY(const auto known, pack::rdap_services(request.packs_directory));
  for (const auto& each : known) services.push_back({{each.key}, each.base});
  return services;
}

class Asking {
 public:
  Asking(const ContactRequest& request, net::Resolver resolver, const Context& context, FoundContacts& found)
      : request_(request), context_(context), found_(found), resolver_(std::move(resolver)) {}

  /// Asks one registry, and the registrar that it names.
  Status ask(const std::string& about, const RdapService* service, const char* path, ContactScope scope) {
    if (service == nullptr) {
      found_.questions.push_back({about, "", "not_asked", "no registry is known for it"});
      return {};
    }
    SIDIK_TRY(const std::string related, ask_at(about, service->base + path + about, scope));
    if (related.empty()) return {};
    SIDIK_TRY(const std::string ignored, ask_at(about, related, scope));
    (void)ignored;
    return {};
  }

 private:
  Result<std::string> ask_at(const std::string& about, const std::string& url, ContactScope scope) {
    ContactQuestion question{about, "", "not_asked", ""};
    const auto site = net::site_of(url);
    if (site && site->is_https) question.asked = site->host;
    if (!site || !site->is_https) question.reason = "its address is none that is asked over TLS";
    std::string related;
    if (question.reason.empty()) {
      SIDIK_TRY(const net::Exchange seen, get(url));
      related = take(seen, scope, question);
    }
    found_.questions.push_back(std::move(question));
    return related;
  }

  Result<net::Exchange> get(const std::string& url) {
    net::FetchRequest request;
    request.url = url;
    request.accept = "application/rdap+json";
    request.keeps_body = true;
    request.authorities_file = request_.look.authorities_file;
    request.limits.total = std::chrono::seconds(request_.look.seconds);
    request.limits.body_bytes = kLongestBootstrap;
    if (request_.look.allows_private) request.lets_through = [](const net::Address&) { return true; };
    return net::fetch(request, resolver_, context_);
  }

  std::string take(const net::Exchange& seen, ContactScope scope, ContactQuestion& question) {
    constexpr long kNotFound = 404;
    constexpr long kDone = 200;
    if (seen.failure != net::Failure::none || !seen.is_complete || !seen.is_tls_verified) {
      question.reason = "it could not be reached, or did not answer whole and over TLS";
      return {};
    }
    if (seen.status() == kNotFound) {
      question.outcome = "none_published";
      question.reason = "the registry does not know it";
      return {};
    }
    if (seen.status() != kDone) {
      question.reason = fmt::format("it answered {}", seen.status());
      return {};
    }
    const auto reading = casefile::read_rdap(seen.body, scope, question.asked);
    if (!reading) {
      question.reason = reading.error().what;
      return {};
    }
    question.outcome = reading->contacts.empty() ? "none_published" : "published";
    for (const auto& contact : reading->contacts) {
      if (std::ranges::find(found_.contacts, contact.address, &casefile::AbuseContact::address) ==
          found_.contacts.end())
        found_.contacts.push_back(contact);
    }
    return reading->related;
  }

  const ContactRequest& request_;
  const Context& context_;
  FoundContacts& found_;
  net::Resolver resolver_;
};

std::string last_address(const casefile::Link& link) {
  for (auto round = link.rounds.rbegin(); round != link.rounds.rend(); ++round) {
    for (const auto& look : round->looks) {
      if (!look.address.empty()) return look.address;
    }
  }
  return {};
}

/// The domain that a registry knows: the last two labels. Registries of longer suffixes answer 404, which is said.
std::string domain_of(const std::string& host) {
  const auto guess = casefile::guess_of(host);
  return guess ? guess->address.substr(guess->address.find('@') + 1) : std::string();
}

}  // namespace

Result<FoundContacts> find_contacts(const CaseAccess& access, const ContactRequest& request, const Context& context) {
  SIDIK_TRY(auto log, casefile::EventLog::open_to_read(access.folder));
  SIDIK_TRY(const auto view, casefile::CaseView::of(log));
  const auto* link = view.takedown.link(request.link);
  if (link == nullptr)
    return fail(ErrorKind::not_found, "engine.link_unknown",
                fmt::format("the case has no link {}", request.link.substr(0, 12)), "see sidik takedown list");
  SIDIK_TRY(const auto services, services_of(request));
  FoundContacts found;
  found.link = link->id;
  SIDIK_TRY(auto resolver, resolver_for(request.look));
  Asking asking(request, std::move(resolver), context, found);
  if (const auto address = net::parse_address(last_address(*link))) {
    const std::string_view bytes(reinterpret_cast<const char*>(address->bytes.data()), address->is_v6 ? 16 : 4);
    SIDIK_CHECK(asking.ask(net::to_text(*address), casefile::service_for_address(services, bytes), "ip/",
                           ContactScope::network));
  } else {
    found.questions.push_back(
        {"", "", "not_asked", "no address of the host has been seen yet; look at the link first"});
  }
  if (const std::string domain = domain_of(link->host); !domain.empty())
    SIDIK_CHECK(
        asking.ask(domain, casefile::service_for_domain(services, link->host), "domain/", ContactScope::registrar));
  if (const auto guess = casefile::guess_of(link->host)) found.contacts.push_back(*guess);
  std::ranges::stable_sort(found.contacts, {}, &casefile::AbuseContact::scope);
  return found;
}

std::string to_text(const FoundContacts& found, const std::string& language) {
  const bool is_indonesian = language == "id";
  std::string text;
  for (const auto& contact : found.contacts)
    text += fmt::format("{:<36}{:<11}{}\n", report::clean(contact.address), casefile::word_of(contact.scope),
                        report::clean(contact.source));
  text += is_indonesian ? "\nYang ditanya:\n" : "\nWho was asked:\n";
  for (const auto& question : found.questions) {
    const std::string_view outcome =
        question.outcome == "published"        ? (is_indonesian ? "menyebut kontak" : "names a contact")
        : question.outcome == "none_published" ? (is_indonesian ? "tidak menyebut kontak" : "names none")
                                               : (is_indonesian ? "tidak dapat ditanya" : "could not be asked");
    text += fmt::format("  {:<28}{:<30}{}{}{}\n", report::clean(question.about), report::clean(question.asked), outcome,
                        question.reason.empty() ? "" : ": ", report::clean(question.reason));
  }
  return text;
}

std::string to_json(const FoundContacts& found) {
  using Json = nlohmann::ordered_json;
  Json contacts = Json::array();
  for (const auto& contact : found.contacts)
    contacts.push_back(
        {{"address", contact.address}, {"scope", casefile::word_of(contact.scope)}, {"source", contact.source}});
  Json questions = Json::array();
  for (const auto& question : found.questions)
    questions.push_back({{"about", question.about},
                         {"asked", question.asked},
                         {"outcome", question.outcome},
                         {"reason", question.reason}});
  return Json{{"link", found.link}, {"contacts", std::move(contacts)}, {"questions", std::move(questions)}}.dump(
             2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace sidik::engine
