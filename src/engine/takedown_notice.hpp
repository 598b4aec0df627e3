#pragma once

#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/case_access.hpp"

namespace sidik::engine {

/// What a notice needs beside what the case knows.
struct NoticeRequest {
  std::string link;                ///< L1
  std::string form = "email";      ///< email, xarf, dsa
  std::string to;                  ///< of an e-mail
  std::string scope = "operator";  ///< operator, network, registrar
  std::string language = "en";
  std::string organisation;
  std::string contact;
  std::string domain;  ///< empty: that of the contact
  std::vector<std::string> data_types;
  std::string exposure_method = "other";
  std::string data_format;
  std::string records_fact;  ///< a fact of the case that two persons approved
  std::string affected;
  std::vector<std::string> kinds_of_fields;
  std::string legal_basis;
};

/// Drafts a notice about a link of a case. Nothing is sent, and the case is not changed: what was sent is filed by
/// file_letter().
/// Errors   engine.link_unknown (not_found), engine.fact_not_usable (refused); those of casefile/takedown_notice.
[[nodiscard]] Result<std::string> draft_notice(const CaseAccess& access, const NoticeRequest& request,
                                               const Context& context);

}  // namespace sidik::engine
