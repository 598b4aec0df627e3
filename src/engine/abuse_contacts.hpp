#pragma once

#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/abuse_contact.hpp"
#include "engine/case_access.hpp"
#include "engine/link_looking.hpp"

namespace sidik::engine {

/// One question to a registry, and how it ended: `published`, `none_published`, or `not_asked` with the reason. That
/// nobody could be asked is not the same as that nobody is named.
struct ContactQuestion {
  std::string about;  ///< the domain or the address
  std::string asked;  ///< the host of the registry; empty: none is known
  std::string outcome;
  std::string reason;
};

struct FoundContacts {
  std::string link;
  std::vector<casefile::AbuseContact> contacts;  ///< those that can do most first, the guess last
  std::vector<ContactQuestion> questions;
};

struct ContactRequest {
  std::string link;                     ///< L1
  std::vector<std::string> bootstraps;  ///< files of IANA (dns.json, ipv4.json, ipv6.json); empty: the pack's
  std::string packs_directory;
  LookOptions look;  ///< how registries are reached: names, private addresses, certificates, seconds
};

/// Asks the registries whom to write to about a link: the network of the address that was last looked at, and the
/// domain with its registrar, whose own answer is followed once. Only the domain and the address leave, never the link.
/// Errors   engine.link_unknown, engine.bootstrap_unreadable (not_found); those of read_bootstrap. What registries do
/// is
///          in the questions.
[[nodiscard]] Result<FoundContacts> find_contacts(const CaseAccess& access, const ContactRequest& request,
                                                  const Context& context);
[[nodiscard]] std::string to_text(const FoundContacts& found, const std::string& language);
[[nodiscard]] std::string to_json(const FoundContacts& found);

}  // namespace sidik::engine
