#include "engine/takedown.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "casefile/sealed_file.hpp"
#include "net/fetch.hpp"
#include "text/instant.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

using casefile::Draft;
using casefile::Json;
using casefile::Link;
using casefile::LinkLook;

std::unexpected<Error> unknown(const std::string& id) {
  return fail(ErrorKind::not_found, "engine.link_unknown", fmt::format("the case has no link {}", id.substr(0, 12)),
              "see sidik takedown list; links are named L1, L2, ...");
}

/// The links that are meant, in the order of the case when none is named.
Result<std::vector<std::string>> ids_of(const casefile::TakedownView& view, const std::vector<std::string>& named) {
  std::vector<std::string> ids;
  for (const std::string& each : named) {
    const Link* link = view.link(each);
    if (link == nullptr) return unknown(each);
    ids.push_back(link->id);
  }
  if (named.empty()) std::ranges::transform(view.links, std::back_inserter(ids), &Link::id);
  return ids;
}

/// The state of every link as a fact, `link.L1`, that a statement may use once two persons have approved it.
Status state_links(OpenCase& open, const Context& context) {
  std::vector<Draft> drafts;
  for (const Link& link : open.view.takedown.links) {
    std::string state(casefile::word_of(link.history.state));
    std::ranges::replace(state, '_', ' ');
    for (const auto& country : link.history.blocked_in) state += fmt::format(", {}", country);
    const std::string name = fmt::format("link.{}", link.id);
    const auto* fact = open.view.fact(name);
    if (fact != nullptr && fact->value == state) continue;
    drafts.push_back(
        {"fact.stated",
         {{"name", name},
          {"value", state},
          {"definition", fmt::format("The state of link {} at {}, as its evidence shows it.", link.id, link.host)},
          {"source", fmt::format("event {}", link.history.changes.back().event)}}});
  }
  if (drafts.empty()) return {};
  const auto appended = open.log.append(drafts, open.signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  for (const auto& event : *appended) SIDIK_CHECK(open.view.apply(event));
  return {};
}

/// Takes in what was appended, states what it changed, and shows the links as they are then.
Result<std::vector<Link>> links_after(OpenCase& open, const Result<std::vector<casefile::Event>>& appended,
                                      const std::vector<std::string>& ids, const Context& context) {
  if (!appended) return std::unexpected(appended.error());
  for (const auto& event : *appended) SIDIK_CHECK(open.view.apply(event));
  SIDIK_CHECK(state_links(open, context));
  std::vector<Link> links;
  for (const std::string& id : ids) links.push_back(*open.view.takedown.link(id));
  return links;
}

/// The time as events write it; empty stays empty.
Result<std::string> time_of(const std::string& written) {
  if (written.empty()) return std::string();
  if (const auto instant = text::parse_instant(written)) return casefile::time_text(*instant);
  return fail(ErrorKind::usage, "engine.letter_option", fmt::format("{} is no time", written),
              "a time has a zone: 2021-05-20T09:00+07:00, or 2021-05-20 09:00 WIB");
}

/// The number of the newest notice about a link; empty when none was numbered.
std::string last_notice(const Link& link) {
  const auto newest = std::ranges::find_if(link.letters.rbegin(), link.letters.rend(), [](const auto& each) {
    return each.says == casefile::LinkEvidence::notice && !each.number.empty();
  });
  return newest == link.letters.rend() ? std::string() : newest->number;
}

Draft round_draft(const Link& link, const std::vector<LinkLook>& looks, bool allows_private) {
  const auto verdict = casefile::verdict_of(looks, link.known_type);
  Json list = Json::array();
  for (const LinkLook& look : looks) list.push_back(casefile::to_json(look));
  return {"link.looked",
          {{"link", link.id},
           {"looks", std::move(list)},
           {"allows_private", allows_private},
           {"verdict", std::string(casefile::word_of(verdict.finding))},
           {"because", verdict.because}}};
}

/// The looks of the files that are at this link; `used` counts for each file.
Result<std::vector<LinkLook>> looks_from_elsewhere(const Link& link, const std::vector<std::string>& files,
                                                   std::vector<bool>& used) {
  std::vector<LinkLook> looks;
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto read = read_looks(files[i], link.url);
    if (!read && read.error().kind == ErrorKind::refused) continue;
    if (!read) return std::unexpected(std::move(read).error());
    used[i] = true;
    std::ranges::move(*read, std::back_inserter(looks));
  }
  return looks;
}

}  // namespace

Result<Link> add_link(const CaseAccess& access, const NewLink& link, const Context& context) {
  SIDIK_TRY(const net::Site site, net::site_of(link.url));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  // The number is given while nobody else writes.
  const auto draft = [&](casefile::EventLog& log) -> Result<std::vector<Draft>> {
    SIDIK_TRY(const auto view, casefile::CaseView::of(log));
    if (const Link* known = view.takedown.link(link.url); known != nullptr)
      return fail(ErrorKind::refused, "engine.link_known", fmt::format("the case has this link as {}", known->id),
                  fmt::format("look at it with sidik takedown probe --case DIR {}", known->id));
    const std::string id = fmt::format("L{}", view.takedown.links.size() + 1);
    return std::vector<Draft>{
        {"link.added",
         {{"link", id}, {"url", link.url}, {"site", site.site}, {"host", site.host}, {"note", link.note}}}};
  };
  const auto appended = open.log.append(draft, open.signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  casefile::TakedownView view;
  SIDIK_CHECK(view.apply(appended->front()));
  return std::move(view.links.front());
}

Result<std::vector<Link>> probe_links(const CaseAccess& access, const ProbeRequest& request, const Context& context) {
  // Looks take time, and the case is not held meanwhile: it is read first and written when they are done.
  SIDIK_TRY(const OpenCase before, open_to_write(access));
  SIDIK_TRY(const auto ids, ids_of(before.view.takedown, request.links));
  LookOptions options = request.look;
  if (options.country.empty())
    std::ranges::transform(before.view.law, std::back_inserter(options.country), text::to_upper);
  std::vector<bool> used(request.with.size(), false);
  std::vector<Draft> drafts;
  for (const std::string& id : ids) {
    const Link& link = *before.view.takedown.link(id);
    SIDIK_TRY(auto looks, looks_from_elsewhere(link, request.with, used));
    if (request.looks_here) {
      SIDIK_TRY(auto here, look_at_link(link.url, options, context));
      std::ranges::move(here, std::back_inserter(looks));
    }
    if (!looks.empty()) drafts.push_back(round_draft(link, looks, options.allows_private));
  }
  if (const auto left = std::ranges::find(used, false); left != used.end())
    return fail(ErrorKind::refused, "engine.looks_of_other_link",
                fmt::format("the looks in {} are at none of these links",
                            request.with[static_cast<std::size_t>(left - used.begin())]),
                "look at the link as the case has it, to the letter");
  SIDIK_TRY(OpenCase open, open_to_write(access));
  return links_after(open, open.log.append(drafts, open.signer, context.now()), ids, context);
}

Result<std::vector<Link>> file_letter(const CaseAccess& access, const NewLetter& letter, const Context& context) {
  if (letter.links.empty() || letter.with.empty())
    return fail(ErrorKind::usage, "engine.letter_option", "a letter is about named links and has another side",
                "for example: sidik takedown sent --case DIR L1 --letter FILE --to abuse@files.example");
  SIDIK_TRY(const std::string on, time_of(letter.on));
  SIDIK_TRY(const std::string due, time_of(letter.due));
  SIDIK_TRY(const auto digest, casefile::digest_file(letter.path, context));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_TRY(const auto ids, ids_of(open.view.takedown, letter.links));
  const bool is_notice = letter.says.empty();
  // Numbers are given while nobody else writes.
  const auto drafts = [&](casefile::EventLog& log) -> Result<std::vector<Draft>> {
    SIDIK_TRY(const auto view, casefile::CaseView::of(log));
    const std::string next = fmt::format("P{}", view.correspondence.letters.size() + 1);
    std::vector<Draft> out;
    std::set<std::string> answered;
    for (const std::string& id : ids) {
      const std::string number = is_notice ? next : last_notice(*view.takedown.link(id));
      Json data{{"link", id}, {"with", letter.with}, {"sha256", digest.sha256}, {"bytes", digest.bytes}};
      if (!on.empty()) data["on"] = on;
      if (!is_notice) data["says"] = letter.says;
      if (!number.empty()) data["letter"] = number;
      out.push_back({is_notice ? "link.noticed" : "link.answered", std::move(data)});
      if (!is_notice && !number.empty()) answered.insert(number);
    }
    if (is_notice) {
      out.push_back({"letter.sent",
                     {{"id", next},
                      {"kind", "takedown"},
                      {"party", "host"},
                      {"to", letter.with},
                      {"basis", letter.basis},
                      {"about", fmt::format("take down {}", fmt::join(ids, ", "))},
                      {"due", due},
                      {"when", on},
                      {"sha256", digest.sha256}}});
    }
    for (const std::string& number : answered)
      out.push_back({"letter.answered", {{"id", number}, {"says", letter.says}, {"when", on}}});
    return out;
  };
  const auto appended = open.log.append(drafts, open.signer, context.now());
  return links_after(open, appended, ids, context);
}

Result<casefile::TakedownView> view_links(const std::string& folder) {
  SIDIK_TRY(auto log, casefile::EventLog::open_to_read(folder));
  SIDIK_TRY(auto view, casefile::CaseView::of(log));
  return std::move(view.takedown);
}

}  // namespace sidik::engine
