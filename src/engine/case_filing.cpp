#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "casefile/sealed_file.hpp"
#include "engine/case_desk.hpp"
#include "text/instant.hpp"

/// Letters, actors and causes: what a desk files besides exhibits and facts.
namespace sidik::engine {
namespace {

using casefile::Draft;
using casefile::EventLog;
using casefile::Json;

std::unexpected<Error> bad_option(std::string what, const char* next) {
  return fail(ErrorKind::usage, "engine.case_option", std::move(what), next);
}

/// A time as events write it; empty stays empty.
Result<std::string> time_of(const std::string& written) {
  if (written.empty()) return std::string();
  const auto instant = text::parse_instant(written);
  if (!instant)
    return bad_option(fmt::format("{} is no time", written),
                      "a time has a zone: 2021-05-20T09:00+07:00, or 2021-05-20 09:00 WIB");
  return casefile::time_text(*instant);
}

Result<std::string> hash_of(const std::string& file, const Context& context) {
  if (file.empty()) return std::string();
  SIDIK_TRY(const auto digest, casefile::digest_file(file, context));
  return digest.sha256;
}

Json value_of(const std::string& written) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  const bool is_number = error == std::errc() && end == written.data() + written.size();
  return is_number ? Json(number) : Json(written);
}

Status append(OpenCase& open, Draft draft, const Context& context) {
  const auto appended = open.log.append(std::vector<Draft>{std::move(draft)}, open.signer, context.now());
  return appended ? Status{} : std::unexpected(appended.error());
}

Status need_actor(const OpenCase& open, const std::string& handle) {
  if (open.view.actors.actor(handle) != nullptr) return {};
  return fail(ErrorKind::not_found, "engine.actor_unknown", fmt::format("the case has no actor {}", handle),
              "file it first with: sidik case actor DIR HANDLE --venue VENUE");
}

Status need_cause(const OpenCase& open, const std::string& cause) {
  if (open.view.causes.cause(cause) != nullptr) return {};
  return fail(ErrorKind::not_found, "engine.cause_unknown", fmt::format("the case has no cause {}", cause),
              "see sidik case show; causes are named C1, C2, ...");
}

}  // namespace

Result<std::string> file_letter(const CaseAccess& access, const OfficeLetter& letter, const Context& context) {
  if (!casefile::is_letter_kind(letter.kind))
    return bad_option(fmt::format("{} is no kind of letter", letter.kind),
                      "summons, clarification, takedown, notification, report or other");
  if (!casefile::is_party(letter.party))
    return bad_option(fmt::format("{} is no party", letter.party),
                      "custodian, authority, host, police, press or vendor");
  if (letter.to.empty()) return bad_option("a letter goes to an office", "name it with --to");
  SIDIK_TRY(const std::string due, time_of(letter.due));
  SIDIK_TRY(const std::string when, time_of(letter.when));
  SIDIK_TRY(const std::string hash, hash_of(letter.text_file, context));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  const auto appended = open.log.append(
      [&](EventLog& log) -> Result<std::vector<Draft>> {
        SIDIK_TRY(const auto view, casefile::CaseView::of(log));
        return std::vector<Draft>{{"letter.sent",
                                   {{"id", fmt::format("P{}", view.correspondence.letters.size() + 1)},
                                    {"kind", letter.kind},
                                    {"party", letter.party},
                                    {"to", letter.to},
                                    {"basis", letter.basis},
                                    {"about", letter.about},
                                    {"due", due},
                                    {"when", when},
                                    {"sha256", hash}}}};
      },
      open.signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  return appended->front().data["id"].get<std::string>();
}

Status file_answer(const CaseAccess& access, const std::string& letter, const std::string& says,
                   const std::string& when, const Context& context) {
  SIDIK_TRY(const std::string at, time_of(when));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  if (open.view.correspondence.letter(letter) == nullptr)
    return fail(ErrorKind::not_found, "engine.letter_unknown", fmt::format("the case has no letter {}", letter),
                "see sidik case show; letters are named P1, P2, ...");
  return append(open, {"letter.answered", {{"id", letter}, {"says", says}, {"when", at}}}, context);
}

Status file_actor(const CaseAccess& access, const SeenActor& actor, const Context& context) {
  if (actor.handle.empty()) return bad_option("an actor has a handle", "for example: sidik case actor DIR HANDLE");
  SIDIK_TRY(OpenCase open, open_to_write(access));
  return append(open, {"actor.seen", {{"handle", actor.handle}, {"venue", actor.venue}, {"role", actor.role}}},
                context);
}

Status file_post(const CaseAccess& access, const SeenPost& post, const Context& context) {
  SIDIK_TRY(const std::string when, time_of(post.when));
  SIDIK_TRY(const std::string hash, hash_of(post.text_file, context));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_CHECK(need_actor(open, post.handle));
  return append(
      open,
      {"actor.posted",
       {{"handle", post.handle}, {"venue", post.venue}, {"on", when}, {"offers", post.offers}, {"sha256", hash}}},
      context);
}

Status file_claim(const CaseAccess& access, const MadeClaim& claim, const Context& context) {
  if (claim.subject.empty() || claim.value.empty())
    return bad_option("a claim has a subject and a value",
                      "for example: sidik case claim DIR HANDLE persons 279000000");
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_CHECK(need_actor(open, claim.handle));
  return append(
      open,
      {"actor.claimed",
       {{"handle", claim.handle}, {"subject", claim.subject}, {"value", value_of(claim.value)}, {"fact", claim.fact}}},
      context);
}

Result<std::string> state_cause(const CaseAccess& access, const NewCause& cause, const Context& context) {
  if (!casefile::is_cause_family(cause.family))
    return bad_option(fmt::format("{} is no family of causes", cause.family), "weak_system or broken_procedure");
  if (cause.says.empty() || cause.tells_apart.empty())
    return bad_option("a cause says what it is, and what would tell it from the others", "give --tells-apart TEXT");
  SIDIK_TRY(OpenCase open, open_to_write(access));
  const auto appended = open.log.append(
      [&](EventLog& log) -> Result<std::vector<Draft>> {
        SIDIK_TRY(const auto view, casefile::CaseView::of(log));
        return std::vector<Draft>{{"cause.stated",
                                   {{"id", fmt::format("C{}", view.causes.causes.size() + 1)},
                                    {"family", cause.family},
                                    {"says", cause.says},
                                    {"control", cause.control},
                                    {"tells_apart", cause.tells_apart}}}};
      },
      open.signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  return appended->front().data["id"].get<std::string>();
}

Status weigh_cause(const CaseAccess& access, const std::string& cause, const std::string& evidence, bool speaks_for,
                   const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_CHECK(need_cause(open, cause));
  if (evidence.empty()) return bad_option("evidence is something", "an exhibit, a letter, a link, an event");
  return append(open, {"cause.weighed", {{"id", cause}, {"evidence", evidence}, {"speaks_for", speaks_for}}}, context);
}

Status judge_cause(const CaseAccess& access, const std::string& cause, const std::string& status,
                   const Context& context) {
  if (!casefile::is_cause_status(status))
    return bad_option(fmt::format("{} is no status", status), "open, supported or excluded");
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_CHECK(need_cause(open, cause));
  return append(open, {"cause.judged", {{"id", cause}, {"status", status}}}, context);
}

}  // namespace sidik::engine
