#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "engine/case_access.hpp"
#include "sidik/commands.hpp"

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

/// A command on a case that takes `count` words behind the folder; `words` is what the help shows.
CLI::App* add_case_command(CLI::App& group, const std::shared_ptr<CaseFlags>& flags, const char* name, const char* says,
                           const char* words, std::size_t count, Action& action,
                           const std::function<int(const std::vector<std::string>& words)>& run);

}  // namespace sidik::apps
