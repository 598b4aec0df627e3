#pragma once

#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"

/// Profiles of systems: made from a register, shown, compared, checked. A profile never holds a personal value.
namespace sidik::engine {

struct ProfileRequest {
  std::vector<std::string> packs = {"id"};
  std::string packs_directory;
};

/// Makes a profile of the first table of a register (any form that examine reads), or of the largest CREATE TABLE of a
/// text without records. Gives its TOML.
///
/// Errors   those of ingest::read_exhibits and pack::load_pack; engine.profile_name (usage) for an id that is none;
///          engine.profile_unsound when what was learnt is no sound profile, for example of two columns.
[[nodiscard]] Result<std::string> learn_profile(const std::string& id, const std::string& path,
                                                const ProfileRequest& request, const Context& context);
/// The TOML of a profile of the packs, or of a file. Errors   engine.profile_unknown (not_found), pack.malformed.
[[nodiscard]] Result<std::string> show_profile(const std::string& name, const ProfileRequest& request);
/// One line for each profile of the packs: id, kind, number of columns, name.
[[nodiscard]] Result<std::string> list_profiles(const ProfileRequest& request);
/// How two profiles, of packs or files, differ; a line each.
[[nodiscard]] Result<std::string> diff_profiles(const std::string& left, const std::string& right,
                                                const ProfileRequest& request);
/// Says that a profile is sound. Errors   engine.profile_unsound with every fault.
[[nodiscard]] Result<std::string> check_profile(const std::string& name, const ProfileRequest& request);

}  // namespace sidik::engine
