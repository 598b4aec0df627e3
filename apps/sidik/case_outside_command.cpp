#include <memory>
#include <string>
#include <vector>

#include "engine/case_desk.hpp"
#include "engine/letter_drafting.hpp"
#include "engine/present.hpp"
#include "sidik/case_flags.hpp"
#include "sidik/commands.hpp"
#include "sidik/terminal.hpp"

/// What a desk files besides exhibits and facts: letters, actors, causes.
namespace sidik::apps {
namespace {

struct OutsideFlags {
  CaseFlags common;
  engine::OfficeLetter letter;
  engine::SeenActor actor;
  engine::SeenPost post;
  engine::MadeClaim claim;
  engine::LetterDraft draft;
  engine::NewCause cause;
  std::string says;
  std::string when;
  std::string out;
  bool is_against = false;
};

std::shared_ptr<CaseFlags> common_of(const std::shared_ptr<OutsideFlags>& flags) { return {flags, &flags->common}; }

int done(const Status& status) { return status ? 0 : complain(status.error()); }

}  // namespace

void add_case_outside(CLI::App& group, Action& action) {
  auto flags = std::make_shared<OutsideFlags>();
  auto* command = add_case_command(group, common_of(flags), "letter",
                                   "File a letter to an office: what it rests on, and when an answer is due",
                                   "DIR KIND", 1, action, [with = flags.get()](const std::vector<std::string>& words) {
                                     with->letter.kind = words[0];
                                     const auto id = engine::file_letter(with->common.access, with->letter, Context());
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
  command = add_case_command(
      group, common_of(flags), "answer", "File the answer to a letter", "DIR P1", 1, action,
      [with = flags.get()](const std::vector<std::string>& words) {
        return done(engine::file_answer(with->common.access, words[0], with->says, with->when, Context()));
      });
  command->add_option("--says", flags->says, "What it says, in a line")->required();
  command->add_option("--at", flags->when, "When it came (default: now)")->type_name("TIME");

  flags = std::make_shared<OutsideFlags>();
  command = add_case_command(group, common_of(flags), "actor", "File an actor by a handle", "DIR HANDLE", 1, action,
                             [with = flags.get()](const std::vector<std::string>& words) {
                               with->actor.handle = words[0];
                               return done(engine::file_actor(with->common.access, with->actor, Context()));
                             });
  command->add_option("--venue", flags->actor.venue, "Where: a forum, a channel");
  command->add_option("--role", flags->actor.role, "seller, reseller, poster; as far as it is known");

  flags = std::make_shared<OutsideFlags>();
  command = add_case_command(group, common_of(flags), "post", "File what an actor put up; of its text the hash is kept",
                             "DIR HANDLE", 1, action, [with = flags.get()](const std::vector<std::string>& words) {
                               with->post.handle = words[0];
                               return done(engine::file_post(with->common.access, with->post, Context()));
                             });
  command->add_option("--venue", flags->post.venue, "Where it stood");
  command->add_option("--at", flags->post.when, "When it was put up")->type_name("TIME");
  command->add_option("--offers", flags->post.offers, "What is offered, and for how much");
  command->add_option("--text", flags->post.text_file, "The text, or a picture of it");

  flags = std::make_shared<OutsideFlags>();
  command = add_case_command(group, common_of(flags), "claim",
                             "File what an actor claims, and the fact that answers it", "DIR HANDLE SUBJECT VALUE", 3,
                             action, [with = flags.get()](const std::vector<std::string>& words) {
                               with->claim.handle = words[0];
                               with->claim.subject = words[1];
                               with->claim.value = words[2];
                               return done(engine::file_claim(with->common.access, with->claim, Context()));
                             });
  command->add_option("--fact", flags->claim.fact, "The fact of the case that it is held against");

  flags = std::make_shared<OutsideFlags>();
  command =
      add_case_command(group, common_of(flags), "draft", "Draft a letter from its template; nothing is filed or sent",
                       "DIR KIND", 1, action, [with = flags.get()](const std::vector<std::string>& words) {
                         with->draft.kind = words[0];
                         const auto text = engine::draft_letter(with->common.access.folder, with->draft, Context());
                         if (!text) return complain(text.error());
                         if (with->out.empty()) return print_or_complain(*text);
                         return done(engine::write_out(with->common.access, with->out, *text));
                       });
  command->add_option("--to", flags->draft.to, "The office it goes to");
  command->add_option("--from", flags->draft.from, "The office it comes from (default: that of who opened the case)");
  command->add_option("--about", flags->draft.about, "What it is about, in a line");
  command->add_option("--rule", flags->draft.rule, "A rule of the law: gives basis, content and when it is due");
  command->add_option("--basis", flags->draft.basis, "What it rests on, instead of a rule");
  command->add_option("--due", flags->draft.due, "When it is due, instead of the rule's clock");
  command->add_option("--lang", flags->draft.language, "Language of the letter")
      ->check(CLI::IsMember({"en", "id"}))
      ->capture_default_str();
  command->add_option("--out", flags->out, "The file to write");

  flags = std::make_shared<OutsideFlags>();
  command = add_case_command(group, common_of(flags), "cause", "State how it may have come to the leak",
                             "DIR FAMILY TEXT", 2, action, [with = flags.get()](const std::vector<std::string>& words) {
                               with->cause.family = words[0];
                               with->cause.says = words[1];
                               const auto id = engine::state_cause(with->common.access, with->cause, Context());
                               return id ? print_or_complain(*id + "\n") : complain(id.error());
                             });
  command->add_option("--control", flags->cause.control,
                      "The control that failed, for example ISO/IEC 27001:2022 A.8.12, NIST CSF PR.DS");
  command->add_option("--tells-apart", flags->cause.tells_apart, "What would be seen if it were this one and no other")
      ->required();

  flags = std::make_shared<OutsideFlags>();
  command = add_case_command(
      group, common_of(flags), "weigh", "File evidence for or against a cause", "DIR C1 EVIDENCE", 2, action,
      [with = flags.get()](const std::vector<std::string>& words) {
        return done(engine::weigh_cause(with->common.access, words[0], words[1], !with->is_against, Context()));
      });
  command->add_flag("--against", flags->is_against, "It speaks against the cause");

  flags = std::make_shared<OutsideFlags>();
  add_case_command(group, common_of(flags), "judge", "Say that a cause is open, supported or excluded", "DIR C1 STATUS",
                   2, action, [with = flags.get()](const std::vector<std::string>& words) {
                     return done(engine::judge_cause(with->common.access, words[0], words[1], Context()));
                   });
}

}  // namespace sidik::apps
