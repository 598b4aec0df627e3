#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/case_desk.hpp"
#include "sidik/case_flags.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

/// What comes from outside into a case: letters and actors.
namespace sidik::apps {
namespace {

struct OutsideFlags {
  CaseFlags common;
  engine::OfficeLetter letter;
  engine::SeenActor actor;
  engine::SeenPost post;
  engine::MadeClaim claim;
  std::string says;
  std::string when;
};

Error usage(const char* takes) { return {ErrorKind::usage, "apps.usage", takes, "see sidik case --help"}; }

using Run = std::function<int(OutsideFlags&, const std::vector<std::string>&)>;

CLI::App* add(CLI::App& group, const std::shared_ptr<OutsideFlags>& flags, const char* name, const char* says,
              const char* words, std::size_t count, Action& action, const Run& run) {
  auto* command = group.add_subcommand(name, says);
  flags->common.add_to(*command, words);
  command->callback([flags, count, words, run, &action] {
    action = [flags, count, words, run] {
      const auto rest = flags->common.take_folder();
      if (!rest) return complain(rest.error());
      if (rest->size() != count) return complain(usage(words));
      return run(*flags, *rest);
    };
  });
  return command;
}

int done(const Status& status) { return status ? 0 : complain(status.error()); }

}  // namespace

void add_case_outside(CLI::App& group, Action& action) {
  auto flags = std::make_shared<OutsideFlags>();
  auto* command = add(group, flags, "letter", "File a letter to an office: what it rests on, and when an answer is due",
                      "DIR KIND", 1, action, [](OutsideFlags& with, const std::vector<std::string>& words) {
                        with.letter.kind = words[0];
                        const auto id = engine::file_letter(with.common.access, with.letter, Context());
                        return id ? print_or_complain(*id + "\n") : complain(id.error());
                      });
  command->add_option("--party", flags->letter.party, "custodian, authority, host, police, press or vendor")
      ->required();
  command->add_option("--to", flags->letter.to, "The office, not a person's name")->required();
  command->add_option("--basis", flags->letter.basis, "The rule it rests on");
  command->add_option("--about", flags->letter.about, "What it asks, in a line");
  command->add_option("--due", flags->letter.due, "When an answer is due")->type_name("TIME");
  command->add_option("--at", flags->letter.when, "When it was sent (default: now)")->type_name("TIME");
  command->add_option("--text", flags->letter.text_file, "The letter itself; its hash is kept");

  flags = std::make_shared<OutsideFlags>();
  command = add(group, flags, "answer", "File the answer to a letter", "DIR P1", 1, action,
                [](OutsideFlags& with, const std::vector<std::string>& words) {
                  return done(engine::file_answer(with.common.access, words[0], with.says, with.when, Context()));
                });
  command->add_option("--says", flags->says, "What it says, in a line")->required();
  command->add_option("--at", flags->when, "When it came (default: now)")->type_name("TIME");

  flags = std::make_shared<OutsideFlags>();
  command = add(group, flags, "actor", "File an actor by a handle", "DIR HANDLE", 1, action,
                [](OutsideFlags& with, const std::vector<std::string>& words) {
                  with.actor.handle = words[0];
                  return done(engine::file_actor(with.common.access, with.actor, Context()));
                });
  command->add_option("--venue", flags->actor.venue, "Where: a forum, a channel");
  command->add_option("--role", flags->actor.role, "seller, reseller, poster; as far as it is known");

  flags = std::make_shared<OutsideFlags>();
  command = add(group, flags, "post", "File what an actor put up; of its text the hash is kept", "DIR HANDLE", 1,
                action, [](OutsideFlags& with, const std::vector<std::string>& words) {
                  with.post.handle = words[0];
                  return done(engine::file_post(with.common.access, with.post, Context()));
                });
  command->add_option("--venue", flags->post.venue, "Where it stood");
  command->add_option("--at", flags->post.when, "When it was put up")->type_name("TIME");
  command->add_option("--offers", flags->post.offers, "What is offered, and for how much");
  command->add_option("--text", flags->post.text_file, "The text, or a picture of it");

  flags = std::make_shared<OutsideFlags>();
  command = add(group, flags, "claim", "File what an actor claims, and the fact that answers it",
                "DIR HANDLE SUBJECT VALUE", 3, action, [](OutsideFlags& with, const std::vector<std::string>& words) {
                  with.claim.handle = words[0];
                  with.claim.subject = words[1];
                  with.claim.value = words[2];
                  return done(engine::file_claim(with.common.access, with.claim, Context()));
                });
  command->add_option("--fact", flags->claim.fact, "The fact of the case that it is held against");
}

}  // namespace sidik::apps
