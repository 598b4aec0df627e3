#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "base/result.hpp"
#include "engine/case_access.hpp"

namespace sidik::apps {

/// What every command on a case takes: the folder, who acts, and the keys.
struct CaseFlags {
  engine::CaseAccess access;
  std::string name;                ///< of the person, where a command asks for it
  std::vector<std::string> words;  ///< as typed; the first may be the folder

  /// `shown`: the words as the help shows them, `DIR FILE...`.
  void add_to(CLI::App& command, const char* shown);
  /// The words behind the folder.
  /// Errors   apps.usage: no folder is named.
  [[nodiscard]] Result<std::vector<std::string>> take_folder();
};

}  // namespace sidik::apps
