#include <memory>

#include "engine/profile.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

namespace sidik::apps {
namespace {

struct ProfileFlags {
  engine::ProfileRequest request;
  std::string name;
  std::string other;
};

int show(const Result<std::string>& text) { return text ? print_or_complain(*text) : complain(text.error()); }

}  // namespace

void add_profile(CLI::App& app, CancelToken& cancel, Action& action) {
  auto* command = app.add_subcommand("profile", "Describe systems, so that a leak can be laid beside them");
  command->require_subcommand(1);
  const auto flags = std::make_shared<ProfileFlags>();
  command->add_option("--pack", flags->request.packs, "Country packs")->capture_default_str();
  command->add_option("--packs", flags->request.packs_directory, "A folder of packs in place of those in the program");
  const auto sub = [&](const char* name, const char* says, auto act) {
    auto* added = command->add_subcommand(name, says);
    added->callback([flags, &action, act] { action = [flags, act] { return show(act(*flags)); }; });
    return added;
  };
  auto* learn = sub("learn", "Make a profile from a register or its DDL, without a value of a person",
                    [&cancel](const ProfileFlags& given) {
                      Context context;
                      context.cancel = &cancel;
                      return engine::learn_profile(given.name, given.other, given.request, context);
                    });
  learn->add_option("name", flags->name, "Its id: kind.NAME for a kind of system, COUNTRY.NAME for an institution")
      ->required();
  learn->add_option("file", flags->other, "The register, or a file of CREATE TABLE statements")->required();
  auto* show = sub("show", "Print a profile",
                   [](const ProfileFlags& given) { return engine::show_profile(given.name, given.request); });
  show->add_option("profile", flags->name, "An id of the packs, or a file")->required();
  auto* diff = sub("diff", "Say how two profiles differ", [](const ProfileFlags& given) {
    return engine::diff_profiles(given.name, given.other, given.request);
  });
  diff->add_option("left", flags->name, "An id of the packs, or a file")->required();
  diff->add_option("right", flags->other, "An id of the packs, or a file")->required();
  auto* check = sub("check", "Say whether a profile is sound and free of personal values",
                    [](const ProfileFlags& given) { return engine::check_profile(given.name, given.request); });
  check->add_option("profile", flags->name, "An id of the packs, or a file")->required();
  sub("list", "List the profiles of the packs",
      [](const ProfileFlags& given) { return engine::list_profiles(given.request); });
  command->footer(
      "Examples:\n  sidik profile learn kind.clinic register.csv > clinic.toml\n  sidik profile check clinic.toml");
}

}  // namespace sidik::apps
