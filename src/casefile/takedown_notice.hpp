#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/canonical_json.hpp"

namespace sidik::casefile {

/// What the recipient can do. Only the operator of the service gets a link with the key in its fragment: to a network
/// or a registrar the key is of no use, and it opens the dump.
enum class RecipientScope { operator_of_service, network, registrar };
[[nodiscard]] std::optional<RecipientScope> scope_of(std::string_view word);

/// What a notice says. Nothing of a record is in it: no sample, masked or not.
struct TakedownNotice {
  std::string report_id;  ///< a UUID
  std::string url;
  std::string host;
  std::string address;      ///< of the host when it was last looked at; may be empty
  std::string seen_at;      ///< when it was first seen there
  std::string verified_at;  ///< when the content last came; empty: never
  RecipientScope scope = RecipientScope::operator_of_service;
  std::string organisation;
  std::string contact;  ///< an e-mail address
  std::string domain;
  std::string signer;                   ///< the name of the person who signs
  std::vector<std::string> data_types;  ///< words of X-ARF: personal_information, government_id, ...
  std::string exposure_method = "other";
  std::string data_format;                    ///< csv, sql, ...; may be empty
  std::optional<std::uint64_t> record_count;  ///< a fact that two persons approved
  std::string affected_organisation;
  std::vector<std::string> kinds_of_fields;  ///< in plain words: names, phone numbers
  std::string legal_basis;                   ///< why it is unlawful, with the provision
  std::string sha256;                        ///< of the file, to find copies by; may be empty
};

/// Checks a notice, and gives the link as this recipient may have it.
/// Errors   casefile.notice_field (usage): names the field and what it takes; casefile.notice_key_missing (usage): a
///          host that sees only encrypted files is told without the key.
[[nodiscard]] Result<std::string> link_for(const TakedownNotice& notice);

/// X-ARF 4 report of category content, type exposed_data. `_internal`, evidence and sample_records are left out.
/// Source   github.com/xarf/xarf-spec, schemas/v4, read on 20 March 2026. Errors as link_for.
[[nodiscard]] Result<Json> to_xarf(const TakedownNotice& notice);

/// An e-mail, head and text, in English or Indonesian. Errors as link_for.
[[nodiscard]] Result<std::string> to_email(const TakedownNotice& notice, const std::string& to,
                                           const std::string& language);

/// What article 16(2) of Regulation (EU) 2022/2065 asks for, point by point, for a host's form. Errors as link_for;
/// a legal basis and a signer are required.
[[nodiscard]] Result<std::string> to_dsa_notice(const TakedownNotice& notice);

}  // namespace sidik::casefile
