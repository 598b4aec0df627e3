#include "casefile/takedown_view.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "casefile/event_parts.hpp"

namespace sidik::casefile {
namespace {

constexpr std::size_t kMostLooks = 64;
constexpr std::int64_t kHour = 3600;

std::optional<LinkEvidence> answer_of(std::string_view word) {
  if (word == "acknowledged") return LinkEvidence::acknowledged;
  if (word == "removed") return LinkEvidence::says_removed;
  if (word == "refused" || word == "other") return LinkEvidence::undecided;
  return std::nullopt;
}

std::optional<std::chrono::sys_seconds> time_of(std::string_view text) {
  if (!is_time_text(text)) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) {
    unsigned value = 0;
    std::from_chars(text.data() + at, text.data() + at + length, value);
    return value;
  };
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(number(0, 4))),
                                        std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2)));
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day) + std::chrono::hours(number(11, 2)) + std::chrono::minutes(number(14, 2)) +
         std::chrono::seconds(number(17, 2));
}

HostRecord& record_of(std::vector<HostRecord>& records, const std::string& host) {
  const auto found = std::ranges::find(records, host, &HostRecord::host);
  if (found != records.end()) return *found;
  records.emplace_back().host = host;
  return records.back();
}

void count(HostRecord& record, const LinkHistory& history, const std::string& now) {
  ++record.links;
  const auto gone = history.gone_at();
  record.noticed += history.noticed_at ? 1 : 0;
  record.gone += gone ? 1 : 0;
  record.blocked += history.state == LinkState::blocked ? 1 : 0;
  record.back +=
      std::ranges::any_of(history.changes, [](const auto& each) { return each.to == LinkState::back; }) ? 1 : 0;
  if (!history.noticed_at) return;
  const auto seconds = seconds_between(*history.noticed_at, gone.value_or(now));
  if (!seconds) return;
  // A link that went before it was noticed says nothing about how a host answers notices.
  if (gone && *seconds >= 0) record.hours_to_removal.push_back(*seconds / kHour);
  if (!gone) record.hours_waiting.push_back(std::max<std::int64_t>(0, *seconds / kHour));
}

}  // namespace

std::optional<std::int64_t> seconds_between(std::string_view from, std::string_view to) {
  const auto begin = time_of(from);
  const auto end = time_of(to);
  if (!begin || !end) return std::nullopt;
  return (*end - *begin).count();
}

bool TakedownView::is_kind(std::string_view kind) {
  return kind == "link.added" || kind == "link.looked" || kind == "link.noticed" || kind == "link.answered";
}

Status TakedownView::apply(const Event& event) {
  if (event.kind == "link.added") return add_link(event);
  if (event.kind == "link.looked") return add_round(event);
  if (event.kind == "link.noticed" || event.kind == "link.answered") return add_letter(event);
  return {};
}

Link* TakedownView::find(const Event& event) {
  const auto found = std::ranges::find(links, text_of(event, "link"), &Link::id);
  return found == links.end() ? nullptr : &*found;
}

Status TakedownView::add_link(const Event& event) {
  Link added;
  added.id = text_of(event, "link");
  added.url = text_of(event, "url");
  added.site = text_of(event, "site");
  added.host = text_of(event, "host");
  added.note = text_of(event, "note");
  if (added.id.empty() || link(added.id) != nullptr) return malformed(event, "link");
  if (added.url.empty() || added.host.empty()) return malformed(event, "url and host");
  added.history = LinkHistory::begin(event.at, event.number);
  links.push_back(std::move(added));
  return {};
}

Status TakedownView::add_round(const Event& event) {
  Link* const looked = find(event);
  if (looked == nullptr) return malformed(event, "link");
  const auto list = event.data.find("looks");
  if (list == event.data.end() || !list->is_array() || list->empty() || list->size() > kMostLooks)
    return malformed(event, "looks");
  LinkRound round;
  round.event = event.number;
  round.allows_private = event.data.value("allows_private", Json()) == Json(true);
  for (const Json& each : *list) {
    auto look = look_of(each);
    if (!look) return malformed(event, "looks");
    round.looks.push_back(std::move(*look));
  }
  round.verdict = verdict_of(round.looks, looked->known_type);
  if (looked->known_type.empty() &&
      (round.verdict.finding == Finding::up || round.verdict.finding == Finding::blocked)) {
    for (const LinkLook& look : round.looks) {
      if (look.status() >= 200 && look.status() < 300 && look.bytes > 0 && looked->known_type.empty())
        looked->known_type = look.type;
    }
  }
  looked->history.apply_verdict(round.verdict, event.at, event.number);
  looked->rounds.push_back(std::move(round));
  return {};
}

Status TakedownView::add_letter(const Event& event) {
  Link* const told = find(event);
  if (told == nullptr) return malformed(event, "link");
  LinkLetter letter;
  if (event.kind == "link.answered") {
    const auto says = answer_of(text_of(event, "says"));
    if (!says) return malformed(event, "answer");
    letter.says = *says;
  }
  letter.with = text_of(event, "with");
  letter.sha256 = text_of(event, "sha256");
  letter.number = text_of(event, "letter");
  letter.on = text_of(event, "on");
  letter.event = event.number;
  constexpr std::size_t kDigits = 64;
  if (letter.sha256.size() != kDigits) return malformed(event, "letter");
  if (letter.on.empty()) letter.on = event.at;
  if (!is_time_text(letter.on)) return malformed(event, "date");
  told->history.apply_letter(letter.says, letter.on, event.number);
  told->letters.push_back(std::move(letter));
  return {};
}

const Link* TakedownView::link(std::string_view id_or_url) const {
  const auto found =
      std::ranges::find_if(links, [&](const Link& each) { return each.id == id_or_url || each.url == id_or_url; });
  return found == links.end() ? nullptr : &*found;
}

std::vector<HostRecord> TakedownView::hosts(const std::string& now) const {
  std::vector<HostRecord> records;
  for (const Link& each : links) count(record_of(records, each.host), each.history, now);
  for (HostRecord& record : records) {
    std::ranges::sort(record.hours_to_removal);
    std::ranges::sort(record.hours_waiting);
  }
  std::ranges::sort(records, {}, &HostRecord::host);
  return records;
}

}  // namespace sidik::casefile
