#include "engine/output_guard.hpp"

#include <filesystem>
#include <set>
#include <system_error>

#include <fmt/format.h>

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

bool is_same_file(const std::string& left, const std::string& right) {
  std::error_code error;
  return fs::equivalent(left, right, error);
}

bool is_input(const std::string& output, const std::string& input) {
  std::error_code error;
  if (!fs::exists(output, error)) return false;
  if (!fs::is_directory(input, error)) return is_same_file(output, input);
  for (fs::recursive_directory_iterator at(input, fs::directory_options::skip_permission_denied, error), end;
       !error && at != end; at.increment(error)) {
    if (at->is_regular_file(error) && is_same_file(output, at->path().string())) return true;
  }
  return false;
}

}  // namespace

Status guard_outputs(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs) {
  std::set<std::string> seen;
  for (const auto& output : outputs) {
    std::error_code error;
    // A pipe or a device takes many writers and keeps nothing.
    if (output.empty() || fs::is_character_file(output, error) || fs::is_fifo(output, error)) continue;
    const std::string whole = fs::weakly_canonical(output, error).string();
    if (!seen.insert(error ? output : whole).second) {
      return fail(ErrorKind::usage, "engine.outputs_same", fmt::format("two outputs go to {}", output),
                  "name a file of its own for each");
    }
    for (const auto& input : inputs) {
      if (input.empty() || input == "-" || !is_input(output, input)) continue;
      return fail(
          ErrorKind::refused, "engine.output_is_input",
          fmt::format("{} is what is examined, or a file that it is read with, and would be overwritten", output),
          "name another file for the output");
    }
  }
  return {};
}

}  // namespace sidik::engine
