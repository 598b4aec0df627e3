#include "engine/takedown_present.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/clean.hpp"

namespace sidik::engine {
namespace {

using casefile::HostRecord;
using casefile::Link;
using casefile::LinkState;
using Json = nlohmann::ordered_json;
using report::clean;

struct StateWords {
  std::string_view en;
  std::string_view id;
};
constexpr std::array<StateWords, casefile::kLinkStates.size()> kStates{{{"seen", "terlihat"},
                                                                        {"noticed", "sudah diberi tahu"},
                                                                        {"acknowledged", "diterima"},
                                                                        {"removed at source", "dihapus di sumber"},
                                                                        {"link dead", "tautan mati"},
                                                                        {"blocked in", "diblokir di"},
                                                                        {"back again", "muncul lagi"}}};

bool is_id(const std::string& language) { return language == "id"; }

std::string shown_link(const Link& link, const LinkPresentation& how) {
  return clean(how.shows_urls ? link.url : link.site);
}

std::int64_t median(const std::vector<std::int64_t>& rising) { return rising[rising.size() / 2]; }

std::string link_line(const Link& link, const LinkPresentation& how) {
  const auto& history = link.history;
  return fmt::format("{:<5}{:<28}{:<17}{}\n", link.id, state_text(history, how.language),
                     history.changes.back().at.substr(0, 16), shown_link(link, how));
}

std::string because_line(const Link& link, const LinkPresentation& how) {
  if (link.rounds.empty()) return {};
  const auto& verdict = link.rounds.back().verdict;
  return fmt::format("     {}: {}, {}\n", is_id(how.language) ? "pemeriksaan terakhir" : "last looks",
                     casefile::word_of(verdict.finding), clean(verdict.because));
}

std::string host_line(const HostRecord& host, const LinkPresentation& how) {
  std::string time;
  if (!host.hours_to_removal.empty()) {
    time = is_id(how.language) ? fmt::format("hilang setelah {} jam (median; terlama {})",
                                             median(host.hours_to_removal), host.hours_to_removal.back())
                               : fmt::format("gone after {} h (median; longest {})", median(host.hours_to_removal),
                                             host.hours_to_removal.back());
  }
  if (!host.hours_waiting.empty()) {
    time += time.empty() ? "" : "; ";
    time += is_id(how.language)
                ? fmt::format("{} menunggu, terlama {} jam", host.hours_waiting.size(), host.hours_waiting.back())
                : fmt::format("{} waiting, longest {} h", host.hours_waiting.size(), host.hours_waiting.back());
  }
  if (time.empty()) time = is_id(how.language) ? "belum diberi tahu" : "no notice that was answered or waits";
  return fmt::format("{:<28}{:>6}{:>9}{:>6}{:>9}{:>6}   {}\n", clean(host.host), host.links, host.noticed, host.gone,
                     host.blocked, host.back, time);
}

Json link_json(const Link& link, const LinkPresentation& how) {
  Json changes = Json::array();
  for (const auto& change : link.history.changes)
    changes.push_back({{"to", casefile::word_of(change.to)}, {"at", change.at}, {"event", change.event}});
  Json out{{"link", link.id}, {"site", link.site}, {"host", link.host}};
  if (how.shows_urls) out["url"] = link.url;
  out["state"] = casefile::word_of(link.history.state);
  out["blocked_in"] = link.history.blocked_in;
  out["changes"] = std::move(changes);
  out["noticed_at"] = link.history.noticed_at ? Json(*link.history.noticed_at) : Json();
  out["gone_at"] = link.history.gone_at() ? Json(*link.history.gone_at()) : Json();
  out["letters"] = link.letters.size();
  out["rounds"] = link.rounds.size();
  if (!link.rounds.empty()) {
    const auto& last = link.rounds.back();
    out["last_round"] = {{"finding", casefile::word_of(last.verdict.finding)},
                         {"because", last.verdict.because},
                         {"blocked_by", last.verdict.blocked_by},
                         {"allows_private", last.allows_private},
                         {"looks", last.looks.size()},
                         {"event", last.event}};
  }
  return out;
}

Json host_json(const HostRecord& host) {
  return {{"host", host.host},
          {"links", host.links},
          {"noticed", host.noticed},
          {"gone", host.gone},
          {"blocked", host.blocked},
          {"back", host.back},
          {"hours_to_removal", host.hours_to_removal},
          {"hours_waiting", host.hours_waiting}};
}

std::string written(const Json& value) { return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string state_text(const casefile::LinkHistory& history, const std::string& language) {
  const StateWords& words = kStates[static_cast<std::size_t>(history.state)];
  std::string text(is_id(language) ? words.id : words.en);
  if (history.state == LinkState::blocked) text += fmt::format(" {}", fmt::join(history.blocked_in, ", "));
  return text;
}

std::string to_text(const std::vector<Link>& links, const LinkPresentation& how) {
  std::string text;
  for (const Link& link : links) text += link_line(link, how) + because_line(link, how);
  return text;
}

std::string to_json(const std::vector<Link>& links, const LinkPresentation& how) {
  Json list = Json::array();
  for (const Link& link : links) list.push_back(link_json(link, how));
  return written({{"links", std::move(list)}});
}

std::string to_text(const casefile::TakedownView& view, const LinkPresentation& how) {
  if (view.links.empty())
    return is_id(how.language) ? "Kasus ini belum memuat tautan. Tambahkan dengan: sidik takedown add URL --case DIR\n"
                               : "The case has no link yet. Add one with: sidik takedown add URL --case DIR\n";
  std::string text = is_id(how.language) ? "Tautan keadaan                     sejak (UTC)      situs\n"
                                         : "Link state                       since (UTC)      site\n";
  text += to_text(view.links, how);
  text += fmt::format("\n{:<28}{:>6}{:>9}{:>6}{:>9}{:>6}   {}\n", is_id(how.language) ? "Penyedia" : "Host",
                      is_id(how.language) ? "taut" : "links", is_id(how.language) ? "diberi" : "noticed",
                      is_id(how.language) ? "hilang" : "gone", is_id(how.language) ? "diblokir" : "blocked",
                      is_id(how.language) ? "lagi" : "back",
                      is_id(how.language) ? "waktu sejak pemberitahuan pertama" : "time since the first notice");
  for (const HostRecord& host : view.hosts(casefile::time_text(how.now))) text += host_line(host, how);
  text += is_id(how.language) ? "\nDiblokir bukan dihapus: dari negara lain isinya masih dapat diambil.\n"
                              : "\nBlocked is not removed: from other countries the content can still be got.\n";
  return text;
}

std::string to_json(const casefile::TakedownView& view, const LinkPresentation& how) {
  Json links = Json::array();
  for (const Link& link : view.links) links.push_back(link_json(link, how));
  Json hosts = Json::array();
  for (const HostRecord& host : view.hosts(casefile::time_text(how.now))) hosts.push_back(host_json(host));
  return written({{"now", casefile::time_text(how.now)}, {"links", std::move(links)}, {"hosts", std::move(hosts)}});
}

}  // namespace sidik::engine
