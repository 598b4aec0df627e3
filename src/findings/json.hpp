#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "findings/document.hpp"

namespace sidik::findings {

/// The document as JSON by docs/findings.schema.json: UTF-8, two blanks of indent, one line end at the end.
/// Bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string to_json(const Document& document);

/// Reads such a document back. Keys it does not know are passed over.
/// Errors   findings.not_json, findings.not_findings (a key is missing or of another type; the key is named).
[[nodiscard]] Result<Document> from_json(std::string_view text);

}  // namespace sidik::findings
