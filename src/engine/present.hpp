#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "findings/document.hpp"
#include "pack/pack.hpp"

namespace sidik::engine {

/// How a document is shown.
struct Presentation {
  std::string language = "en";  ///< en or id
  bool colour = false;
  unsigned width = 100;
  std::vector<std::string> packs = {"id"};  ///< for the words of the meanings
  std::string packs_directory;
  std::shared_ptr<const pack::Pack> pack;  ///< when it is loaded already: these two are not looked at
};

[[nodiscard]] Result<std::string> to_text(const findings::Document& document, const Presentation& how);
[[nodiscard]] Result<std::string> to_html(const findings::Document& document, const Presentation& how);
[[nodiscard]] std::string to_json(const findings::Document& document);
/// Reads a document from a file, `-` for standard input.
/// Errors   engine.not_found, findings.not_json, findings.not_findings.
[[nodiscard]] Result<findings::Document> read_document(const std::string& path);
/// Writes a file that only its owner can read. `source`: the document that is shown; it is never overwritten.
/// Errors   engine.unwritable (io).
Status write_file(const std::string& path, const std::string& text, const std::string& source = {});

}  // namespace sidik::engine
