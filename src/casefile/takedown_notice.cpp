#include "casefile/takedown_notice.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "casefile/event.hpp"
#include "text/letters.hpp"

namespace sidik::casefile {
namespace {

constexpr const char* kXarfVersion = "4.2.0";
constexpr std::size_t kLongestOrganisation = 200;
constexpr std::size_t kLongestDescription = 1000;
constexpr std::size_t kDigestDigits = 64;
constexpr std::size_t kUuidLength = 36;

constexpr std::array<std::string_view, 15> kDataTypes{"personal_information",
                                                      "credentials",
                                                      "financial",
                                                      "medical",
                                                      "government_id",
                                                      "email_addresses",
                                                      "phone_numbers",
                                                      "api_keys",
                                                      "database_dumps",
                                                      "source_code",
                                                      "internal_documents",
                                                      "customer_data",
                                                      "employee_data",
                                                      "intellectual_property",
                                                      "other"};
constexpr std::array<std::string_view, 12> kMethods{
    "misconfigured_server", "open_directory", "database_exposure", "git_repository",  "backup_file",      "log_file",
    "cloud_storage",        "paste_site",     "forum_post",        "ransomware_leak", "intentional_leak", "other"};
constexpr std::array<std::string_view, 9> kFormats{"plaintext", "csv", "json",  "xml",  "sql",
                                                   "excel",     "pdf", "mixed", "other"};

std::unexpected<Error> bad(const char* field, std::string takes) {
  return fail(ErrorKind::usage, "casefile.notice_field", fmt::format("the notice has no proper {}", field),
              std::move(takes));
}

template <std::size_t N>
std::string list_of(const std::array<std::string_view, N>& words) {
  std::string text = "one of: ";
  for (const auto word : words) text += (word == words.front() ? "" : ", ") + std::string(word);
  return text;
}

bool is_host_name(std::string_view text) {
  constexpr std::size_t kLongest = 253;
  const auto is_part = [](char c) { return text::is_letter(c) || text::is_digit(c) || c == '-' || c == '.'; };
  return !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, is_part) && text.front() != '.' &&
         text.front() != '-' && text.find("..") == std::string_view::npos;
}

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  const bool is_plain =
      std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f' && c != '<' && c != '>' && c != ','; });
  return at != std::string_view::npos && at > 0 && is_plain && is_host_name(text.substr(at + 1));
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_clean(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

Status check_sender(const TakedownNotice& notice) {
  if (notice.organisation.empty() || notice.organisation.size() > kLongestOrganisation ||
      !is_clean(notice.organisation))
    return bad("organisation", "name the office that complains with --org, in at most 200 bytes");
  if (!is_mail_address(notice.contact)) return bad("contact", "give an e-mail address that is read with --contact");
  if (!is_host_name(notice.domain)) return bad("domain", "give the office's own domain with --domain");
  return is_clean(notice.signer) ? Status{} : bad("signer", "write the name on one line");
}

Status check_subject(const TakedownNotice& notice) {
  if (notice.report_id.size() != kUuidLength) return bad("report id", "a UUID");
  if (!is_time_text(notice.seen_at)) return bad("time of first sight", "a time like 2021-05-20T09:30:00Z");
  if (notice.data_types.empty()) return bad("data types", list_of(kDataTypes));
  for (const auto& type : notice.data_types) {
    if (!is_one_of(type, kDataTypes)) return bad("data types", list_of(kDataTypes));
  }
  if (!is_one_of(notice.exposure_method, kMethods)) return bad("exposure method", list_of(kMethods));
  if (!notice.data_format.empty() && !is_one_of(notice.data_format, kFormats))
    return bad("data format", list_of(kFormats));
  if (!notice.sha256.empty() && notice.sha256.size() != kDigestDigits)
    return bad("hash of the file", "64 hexadecimal digits");
  const bool is_plain = is_clean(notice.legal_basis) && is_clean(notice.affected_organisation) &&
                        std::ranges::all_of(notice.kinds_of_fields, is_clean);
  return is_plain ? Status{} : bad("text", "write each text on one line, without control characters");
}

/// Hosts that keep only what their users encrypted: they can act on a link with its key alone.
bool is_blind(std::string_view host) {
  for (const std::string_view name : {"mega.nz", "mega.io", "mega.co.nz"}) {
    if (host == name || (host.ends_with(name) && host[host.size() - name.size() - 1] == '.')) return true;
  }
  return false;
}

std::string description_of(const TakedownNotice& notice) {
  std::string text = "A file with personal data taken without authorisation is offered for download at this address.";
  if (!notice.kinds_of_fields.empty()) {
    text += " It holds:";
    for (const auto& kind : notice.kinds_of_fields)
      text += (&kind == &notice.kinds_of_fields.front() ? " " : ", ") + kind;
    text += ".";
  }
  if (!notice.legal_basis.empty()) text += " Unlawful under: " + notice.legal_basis + ".";
  text +=
      " Please remove the file and its copies, keep what your records tell of its upload for the authorities, and"
      " do not publish this address.";
  if (text.size() <= kLongestDescription) return text;
  std::size_t end = kLongestDescription;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a letter
  return text.substr(0, end);
}

}  // namespace

std::optional<RecipientScope> scope_of(std::string_view word) {
  if (word == "operator") return RecipientScope::operator_of_service;
  if (word == "network") return RecipientScope::network;
  if (word == "registrar") return RecipientScope::registrar;
  return std::nullopt;
}

Result<std::string> link_for(const TakedownNotice& notice) {
  SIDIK_CHECK(check_sender(notice));
  SIDIK_CHECK(check_subject(notice));
  if (notice.url.empty() || !is_clean(notice.url)) return bad("link", "the link as it stands in the case");
  const auto fragment = notice.url.find('#');
  if (notice.scope != RecipientScope::operator_of_service) return notice.url.substr(0, fragment);
  if (is_blind(notice.host) && (fragment == std::string::npos || fragment + 1 == notice.url.size()))
    return fail(ErrorKind::usage, "casefile.notice_key_missing",
                "this host keeps files encrypted and acts only on a link with its key (the part behind #)",
                "add the whole link to the case with sidik takedown add, in quotes for the shell");
  return notice.url;
}

Result<Json> to_xarf(const TakedownNotice& notice) {
  SIDIK_TRY(const std::string url, link_for(notice));
  const Json sender{{"org", notice.organisation}, {"contact", notice.contact}, {"domain", notice.domain}};
  Json report{{"xarf_version", kXarfVersion},
              {"report_id", notice.report_id},
              {"timestamp", notice.seen_at},
              {"reporter", sender},
              {"sender", sender},
              {"source_identifier", notice.address.empty() ? notice.host : notice.address},
              {"category", "content"},
              {"type", "exposed_data"},
              {"url", url},
              {"data_types", notice.data_types},
              {"exposure_method", notice.exposure_method},
              {"accessibility", "public"},
              {"evidence_source", "researcher_analysis"},
              {"description", description_of(notice)}};
  if (is_host_name(notice.host)) report["domain"] = notice.host;
  if (notice.record_count) report["record_count"] = *notice.record_count;
  if (!notice.affected_organisation.empty()) report["affected_organization"] = notice.affected_organisation;
  if (!notice.data_format.empty()) report["data_format"] = notice.data_format;
  if (!notice.kinds_of_fields.empty()) report["sensitive_fields"] = notice.kinds_of_fields;
  if (!notice.verified_at.empty()) {
    report["verified_at"] = notice.verified_at;
    report["verification_method"] = "manual";
  }
  return report;
}

}  // namespace sidik::casefile
