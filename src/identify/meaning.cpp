#include "identify/meaning.hpp"

#include <algorithm>
#include <cmath>

#include "identify/column_candidates.hpp"
#include "identify/column_checker.hpp"
#include "identify/header_reader.hpp"
#include "identify/joint_rules.hpp"
#include "identify/value_reader.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

/// Evidence that "unknown" starts with: a meaning must be worth more.
constexpr double kUnknown = 1.2;
/// Votes of headers and of recognisers are surer than they are right; found on made-up tables.
constexpr double kTemperature = 1.6;
/// A header that is known in full is doubted only when the values say something else this strongly.
constexpr double kContradicted = 5;

/// Meanings whose values have a form that a whole column of others cannot have.
bool has_strict_form(std::string_view meaning) {
  static constexpr std::string_view kStrict[] = {"contact.email",
                                                 "network.ip",
                                                 "network.mac",
                                                 "id.uuid",
                                                 "payment.card",
                                                 "payment.iban",
                                                 "device.imei",
                                                 "contact.phone",
                                                 "device.user_agent",
                                                 "geo.latitude",
                                                 "geo.longitude",
                                                 "person.age",
                                                 "payment.card_security_code",
                                                 "geo.coordinates"};
  return is_date_meaning(meaning) || std::ranges::find(kStrict, meaning) != std::end(kStrict);
}

/// Whether values could be of a strict meaning at all, dirt included.
double fitness(std::string_view meaning, const ColumnProfile& profile, const DateHabit& dates) {
  if (is_date_meaning(meaning))
    return std::max(dates.share, profile.share([](std::string_view v) {
      return v.size() >= 6 && v.size() <= 30 && std::ranges::count_if(v, text::is_digit) >= 4;
    }));
  if (meaning == "contact.email")
    return profile.share([](std::string_view v) { return v.find('@') != std::string_view::npos; });
  return profile.with_digit;
}

/// Meanings whose values look alike: what the values say for the second is said for the first too, when a header names
/// it.
struct SameForm {
  std::string_view meaning;
  std::string_view form;
};
constexpr SameForm kSameForms[] = {{"id.member_old", "id.member"},           {"id.member_head", "id.member"},
                                   {"id.national_mother", "id.national"},    {"id.national_father", "id.national"},
                                   {"person.name_printed", "person.name"},   {"person.mother_name", "person.name"},
                                   {"person.father_name", "person.name"},    {"person.spouse_name", "person.name"},
                                   {"person.relative_name", "person.name"},  {"person.officer_name", "person.name"},
                                   {"record.author", "person.name"},         {"record.editor", "person.name"},
                                   {"person.mother_name", "person.surname"}, {"person.maiden_name", "person.surname"},
                                   {"contact.fax", "contact.phone"},         {"record.author", "account.username"},
                                   {"record.editor", "account.username"},    {"birth.place", "contact.city"}};

/// The meanings whose validators fit a meaning: itself, then those of the same form.
std::string_view validator_for(const ValueReader& values, std::string_view meaning, const ColumnProfile& profile) {
  std::string_view found = values.validator_of(meaning, profile);
  for (const SameForm& same : kSameForms) {
    if (found.empty() && same.meaning == meaning) found = values.validator_of(same.form, profile);
  }
  return found;
}

/// What people are and where they live is never an address of a machine, a card number or an identity number: where the
/// values are, the header lies. Accounts, tokens and notes may hold anything, so their headers stand.
void doubt_lying_headers(CandidateList& list) {
  static constexpr std::string_view kShouting[] = {"contact.email", "contact.phone", "network.ip", "network.mac",
                                                   "payment.card",  "payment.iban",  "id.national"};
  static constexpr std::string_view kOpen[] = {"contact.messenger", "contact.social", "contact.fax"};
  const bool shouts = std::ranges::any_of(kShouting, [&](std::string_view meaning) {
    const Candidate* found = list.find(meaning);
    return found != nullptr && found->values >= 10;
  });
  if (!shouts) return;
  for (const Candidate& candidate : std::vector<Candidate>(list.all())) {
    const std::string_view meaning = candidate.meaning;
    const bool closed = meaning.starts_with("person.") || meaning.starts_with("birth.") ||
                        meaning.starts_with("date.") || meaning.starts_with("contact.");
    if (candidate.header < 2 || candidate.values > 0 || !closed || std::ranges::find(kOpen, meaning) != std::end(kOpen))
      continue;
    list.at(meaning).values -= 5;
  }
}

CandidateList candidates_of(const ColumnSample& sample, const ColumnProfile& profile, const HeaderReader& headers,
                            const ValueReader& values, std::string& header_meaning) {
  CandidateList list;
  const auto header_votes = headers.read(sample.header);
  const auto& meanings = values.pack().meanings;
  if (!header_votes.empty() && header_votes[0].evidence >= 2) header_meaning = meanings[header_votes[0].meaning].name;
  const DateHabit dates = values.date_habit(profile);
  for (const HeaderVote& vote : header_votes) {
    Candidate& candidate = list.at(meanings[vote.meaning].name);
    candidate.header = vote.evidence;
    if (!profile.is_empty() && has_strict_form(candidate.meaning) && fitness(candidate.meaning, profile, dates) < 0.2)
      candidate.values -= 9;
  }
  for (const ValueVote& vote : values.read(profile)) {
    Candidate& candidate = list.at(vote.meaning);
    if (vote.evidence > candidate.values || candidate.values == 0) {
      candidate.values = candidate.values < 0 ? candidate.values + vote.evidence : vote.evidence;
      candidate.identifier = vote.identifier;
    }
  }
  for (const SameForm& same : kSameForms) {
    const Candidate* form = list.find(same.form);
    const Candidate* named = list.find(same.meaning);
    if (form == nullptr || named == nullptr || named->header < 2) continue;
    list.at(same.meaning).values = std::max(named->values, form->values - 0.5);
  }
  doubt_lying_headers(list);
  return list;
}

/// The posterior of the best against all others and against "unknown".
double confidence_of(const CandidateList& list, const Candidate& best) {
  double sum = std::exp((kUnknown - best.total()) / kTemperature);
  for (const Candidate& other : list.all()) sum += std::exp((other.total() - best.total()) / kTemperature);
  return 1 / sum;
}

ColumnMeaning decide(const CandidateList& list, const ColumnProfile& profile, const ValueReader& values,
                     std::string header_meaning) {
  ColumnMeaning out;
  out.header_meaning = std::move(header_meaning);
  out.date_order = values.date_habit(profile).order;
  const Candidate* best = list.best();
  if (best == nullptr || best->total() <= kUnknown) {
    out.confidence = best == nullptr ? 0.5 : 1 - std::min(0.9, confidence_of(list, *best));
    return out;
  }
  // Close candidates of a header that is known in full: the header stays unless the values shout.
  if (!out.header_meaning.empty() && best->meaning != out.header_meaning) {
    const Candidate* named = list.find(out.header_meaning);
    if (named != nullptr && named->header >= kExactHeader - 2 && best->total() - named->total() < kContradicted &&
        best->header < named->header && named->total() > kUnknown) {
      best = named;
    }
  }
  out.meaning = best->meaning;
  out.confidence = std::min(0.999, confidence_of(list, *best));
  const bool by_header = best->header > 1;
  const bool by_values = best->values + best->joint > 1;
  out.decided_by = by_header && by_values ? DecidedBy::both : by_header ? DecidedBy::header : DecidedBy::values;
  const std::string_view validator = validator_for(values, out.meaning, profile);
  out.identifier = validator.empty() ? std::string{} : std::string(validator);
  if (out.identifier.empty() && profile.is_empty()) {
    const pack::Meaning* meaning = values.pack().meaning(out.meaning);
    if (meaning != nullptr) out.identifier = meaning->identifier_hint;
  }
  return out;
}

std::string squashed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

}  // namespace

std::vector<ColumnMeaning> decide_meanings(std::span<const ColumnSample> columns, const pack::Pack& pack,
                                           int reference_year) {
  const HeaderReader headers(pack);
  const ValueReader values(pack, reference_year);
  std::vector<ColumnProfile> profiles;
  std::vector<CandidateList> candidates;
  std::vector<std::string> header_meanings(columns.size());
  profiles.reserve(columns.size());
  candidates.reserve(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    profiles.push_back(profile_of(columns[c]));
    candidates.push_back(candidates_of(columns[c], profiles[c], headers, values, header_meanings[c]));
  }
  apply_joint_rules(profiles, values, candidates);
  std::vector<ColumnMeaning> out;
  out.reserve(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c)
    out.push_back(decide(candidates[c], profiles[c], values, std::move(header_meanings[c])));
  return out;
}

bool is_header_word(std::string_view header, const pack::Pack& pack) {
  const std::string normal = text::normal_header(header);
  const auto words = text::header_words(header);
  if (words.empty()) return false;
  const std::string joined = squashed(normal);
  std::vector<bool> known(words.size(), false);
  for (const pack::Meaning& meaning : pack.meanings) {
    for (const auto* list : {&meaning.headers, &meaning.header_words}) {
      for (const std::string& entry : *list) {
        if (squashed(entry) == joined) return true;
        for (std::size_t i = 0; i < words.size(); ++i) {
          if (!known[i]) known[i] = (' ' + entry + ' ').find(' ' + words[i] + ' ') != std::string::npos;
        }
      }
    }
  }
  // Parts of headers make a header only when they are whole words: values such as A, Y or TEST2 are not.
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!known[i] || words[i].size() < 2 || text::is_digit(words[i].front())) return false;
  }
  return true;
}

}  // namespace sidik::identify
