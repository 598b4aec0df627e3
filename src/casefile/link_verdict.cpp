#include "casefile/link_verdict.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sidik::casefile {
namespace {

constexpr std::int64_t kForbidden = 403;
constexpr std::int64_t kNotFound = 404;
constexpr std::int64_t kGone = 410;
constexpr std::int64_t kWithheld = 451;

bool is_page(std::string_view type) { return type == "html" || type == "empty"; }

/// The file itself, or the page that has always been the link.
bool has_content(const LinkLook& look, std::string_view known_type) {
  const bool is_answered = look.status() >= 200 && look.status() < 300 && look.bytes > 0;
  return is_answered && (known_type.empty() || is_page(known_type) || !is_page(look.type));
}

bool is_page_in_place_of_a_file(const LinkLook& look, std::string_view known_type) {
  return look.status() >= 200 && look.status() < 300 && !has_content(look, known_type);
}

bool says_gone(const LinkLook& look) {
  return look.status() == kNotFound || look.status() == kGone || look.status() == kWithheld;
}

bool shares_an_address(const LinkLook& left, const LinkLook& right) {
  return std::ranges::any_of(left.addresses, [&](const std::string& address) {
    return std::ranges::find(right.addresses, address) != right.addresses.end();
  });
}

/// The host itself, as its certificate shows, gives the content to others and not to this country.
bool is_withheld_by_host(const LinkLook& look) {
  return look.is_tls_verified && !look.has_left_its_host() && (look.status() == kForbidden || says_gone(look));
}

/// A sign that something between has kept the content away, seen against a look that got it. Silence is no sign.
bool is_kept_away(const LinkLook& look, const LinkLook& with_content) {
  switch (look.failure) {
    case LookFailure::reset:
    case LookFailure::tls_failed:
    case LookFailure::name_unknown:
      return true;
    case LookFailure::address_refused:
    case LookFailure::connect_refused:
      return !look.addresses.empty() && !shares_an_address(look, with_content);
    case LookFailure::none:
      break;
    default:
      return false;
  }
  if (look.is_tls_verified && !look.has_left_its_host()) return false;
  if (look.has_left_its_host() && !with_content.has_left_its_host()) return true;
  if (look.status() == kForbidden || look.status() == kWithheld) return true;
  return look.status() >= 200 && look.status() < 500 && !shares_an_address(look, with_content);
}

/// The way that people in the country take: their own resolver, or in a rehearsal the list in its place.
bool is_own_path(const LinkLook& look) { return look.resolver == "system" || look.resolver == "fixed"; }

std::set<std::string> countries_with_content(const std::vector<const LinkLook*>& content) {
  std::set<std::string> out;
  for (const LinkLook* look : content) {
    if (is_own_path(*look)) out.insert(look->country);
  }
  return out;
}

LinkVerdict judge_reachable(std::span<const LinkLook> looks, const std::vector<const LinkLook*>& content,
                            std::string_view known_type) {
  const auto reached = countries_with_content(content);
  LinkVerdict blocked{Finding::blocked, {}, {}, {}};
  for (const LinkLook& look : looks) {
    if (has_content(look, known_type) || !is_own_path(look) || reached.contains(look.country)) continue;
    const bool by_host = is_withheld_by_host(look);
    const bool by_network =
        std::ranges::any_of(content, [&](const LinkLook* with) { return is_kept_away(look, *with); });
    if (!by_host && !by_network) continue;
    blocked.countries.insert(look.country);
    blocked.blocked_by.insert(by_host ? "host" : "network");
  }
  if (!blocked.countries.empty()) {
    blocked.because =
        fmt::format("the content still comes at {}, while in {} the {} keeps it away", content.front()->vantage,
                    fmt::join(blocked.countries, ", "), fmt::join(blocked.blocked_by, " and the "));
    return blocked;
  }
  const bool is_only_a_page = is_page(content.front()->type);
  return {Finding::up,
          reached,
          {},
          fmt::format("{} comes at {}{}", is_only_a_page ? "a page" : "the content", content.front()->vantage,
                      is_only_a_page ? "; whether the file still hangs there, only reading it tells" : "")};
}

/// The page comes from the host and not from somebody between.
bool is_hosts_own_page(const LinkLook& look, std::span<const LinkLook> looks) {
  if (look.has_left_its_host()) return false;
  if (look.is_tls_verified) return true;
  return std::ranges::any_of(looks, [&](const LinkLook& other) {
    return other.country != look.country && other.status() == look.status() && other.sha256 == look.sha256 &&
           !other.has_left_its_host() && shares_an_address(look, other);
  });
}

LinkVerdict judge_unreachable(std::span<const LinkLook> looks, std::string_view known_type) {
  for (const LinkLook& look : looks) {
    if (!says_gone(look) || !is_hosts_own_page(look, looks)) continue;
    return {Finding::removed,
            {},
            {},
            fmt::format("no look gets the content, and the host itself answers {} at {}", look.status(), look.vantage)};
  }
  const auto is_nobody_there = [](const LinkLook& look) {
    return look.hops.empty() &&
           (look.failure == LookFailure::name_unknown || look.failure == LookFailure::connect_refused);
  };
  std::set<std::string> countries;
  for (const LinkLook& look : looks) countries.insert(look.country);
  if (std::ranges::all_of(looks, is_nobody_there)) {
    if (countries.size() >= 2)
      return {Finding::dead,
              {},
              {},
              fmt::format("from {} there is no such name or nobody listens", fmt::join(countries, " and "))};
    return {Finding::undecided,
            {},
            {},
            "nobody is there from one country, which a block looks like too; look from a second country"};
  }
  if (std::ranges::any_of(looks, says_gone))
    return {Finding::undecided,
            {},
            {},
            "the page that says it is gone may come from a network in between; look from a second country"};
  if (std::ranges::any_of(looks, [&](const LinkLook& look) { return is_page_in_place_of_a_file(look, known_type); }))
    return {Finding::undecided, {}, {}, "a page comes where a file was; read it, and file the host's answer"};
  return {Finding::undecided,
          {},
          {},
          fmt::format("the looks end in {}; look again later or from elsewhere", word_of(looks.front().failure))};
}

}  // namespace

std::string_view word_of(Finding finding) {
  switch (finding) {
    case Finding::up:
      return "up";
    case Finding::removed:
      return "removed_at_source";
    case Finding::dead:
      return "link_dead";
    case Finding::blocked:
      return "blocked";
    case Finding::undecided:
      break;
  }
  return "undecided";
}

LinkVerdict verdict_of(std::span<const LinkLook> looks, std::string_view known_type) {
  if (looks.empty()) return {Finding::undecided, {}, {}, "there was no look"};
  std::vector<const LinkLook*> content;
  for (const LinkLook& look : looks) {
    if (has_content(look, known_type)) content.push_back(&look);
  }
  return content.empty() ? judge_unreachable(looks, known_type) : judge_reachable(looks, content, known_type);
}

}  // namespace sidik::casefile
