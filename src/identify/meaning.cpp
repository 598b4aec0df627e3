#include "identify/meaning.hpp"

#include <algorithm>
#include <cmath>

#include "identify/column_candidates.hpp"
#include "identify/column_checker.hpp"
#include "identify/header_promise.hpp"
#include "identify/header_reader.hpp"
#include "identify/header_words.hpp"
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
                                                 "geo.coordinates",
                                                 "person.title"};
  return is_date_meaning(meaning) || std::ranges::find(kStrict, meaning) != std::end(kStrict);
}

/// As many digits as a telephone number of any country has.
bool has_phone_length(std::string_view value) {
  const auto digits = std::ranges::count_if(value, text::is_digit);
  return digits >= 5 && digits <= 15;
}

/// Whether a column of dates with marks between stands under the header of a number.
bool are_dates_under_number(std::string_view meaning, const ColumnProfile& profile, const DateHabit& dates) {
  const bool number = meaning.starts_with("id.") && meaning != "id.record";
  return number && dates.share > 0.8 && profile.digits_only < 0.2;
}

/// Whether values could be of a strict meaning at all, dirt included.
double fitness(std::string_view meaning, const ColumnProfile& profile, const DateHabit& dates,
               const ValueReader& values) {
  // The title over books, films and posts is no form of address: these are few and short, in any language.
  if (meaning == "person.title")
    return profile.distinct.size() <= 12 && profile.longest <= 12 ? 1 : values.title_share(profile);
  if (is_date_meaning(meaning))
    return std::max(dates.share, profile.share([](std::string_view v) {
      return v.size() >= 6 && v.size() <= 30 && std::ranges::count_if(v, text::is_digit) >= 4;
    }));
  if (meaning == "contact.phone") return profile.share(has_phone_length);
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

/// Of two meanings that know the header in full, the one whose identifier of this country the header names comes first,
/// unless only the other has values that pass: NIP is an employee number here and a tax number elsewhere.
void order_homonyms(std::vector<HeaderVote>& votes, std::string_view header, const ColumnProfile& profile,
                    const ValueReader& values) {
  if (votes.size() < 2 || votes[1].evidence < kExactHeader - 2) return;
  const auto& pack = values.pack();
  const std::string& first = pack.meanings[votes[0].meaning].name;
  const std::string& second = pack.meanings[votes[1].meaning].name;
  const std::string_view named = identifier_named_by(header, second, pack);
  if (named.empty() || !is_domestic(named, pack) || !identifier_named_by(header, first, pack).empty()) return;
  if (validator_for(values, second, profile).empty() && !validator_for(values, first, profile).empty()) return;
  std::swap(votes[0].meaning, votes[1].meaning);
}

/// What the header says: the meaning it leans to, and whether it is known in full.
struct HeaderSays {
  bool silent = false;  ///< there is none, or one that could stand over anything
  std::string meaning;
  std::vector<std::string> exact;  ///< all meanings that know the whole header
};

/// An identity number's header says nothing about values that pass none of its rules and all of another family's.
void doubt_number_headers(CandidateList& list) {
  // More than marks alone say: a number written with points looks like a telephone number.
  static constexpr double kSure = 8;
  for (const Candidate& named : std::vector<Candidate>(list.all())) {
    const bool number = named.meaning.starts_with("id.") || named.meaning == "payment.card";
    if (!number || named.header < kExactHeader - 2 || named.values > 0) continue;
    const bool other = std::ranges::any_of(list.all(), [&](const Candidate& candidate) {
      return candidate.values >= kSure && contradicts(named.meaning, candidate.meaning);
    });
    if (other) list.at(named.meaning).values -= 5;
  }
}

CandidateList candidates_of(const ColumnSample& sample, const ColumnProfile& profile, const HeaderReader& headers,
                            const ValueReader& values, HeaderSays& says) {
  CandidateList list;
  auto header_votes = headers.read(sample.header);
  says.silent = HeaderReader::is_silent(sample.header);
  order_homonyms(header_votes, sample.header, profile, values);
  const auto& meanings = values.pack().meanings;
  if (!header_votes.empty() && header_votes[0].evidence >= 2) says.meaning = meanings[header_votes[0].meaning].name;
  const DateHabit dates = values.date_habit(profile);
  for (const HeaderVote& vote : header_votes) {
    Candidate& candidate = list.at(meanings[vote.meaning].name);
    candidate.header = vote.evidence;
    if (vote.evidence >= kExactHeader - 2) says.exact.push_back(candidate.meaning);
    if (are_dates_under_number(candidate.meaning, profile, dates)) candidate.values -= 9;
    if (!profile.is_empty() && has_strict_form(candidate.meaning) &&
        fitness(candidate.meaning, profile, dates, values) < 0.2)
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
  doubt_number_headers(list);
  return list;
}

/// The logarithm of the odds of one candidate against all others and against "unknown".
double score_of(const CandidateList& list, const Candidate& best) {
  double others = std::exp((kUnknown - best.total()) / kTemperature);
  for (const Candidate& other : list.all()) {
    if (&other != &best) others += std::exp((other.total() - best.total()) / kTemperature);
  }
  return -std::log(others);
}

/// The posterior as it is added up, for columns that stay unknown.
double raw_confidence(const CandidateList& list, const Candidate& best) {
  return 1 / (1 + std::exp(-score_of(list, best)));
}

/// What validates the values of a decided column: what they pass, or what the header promises of them.
std::string_view identifier_of(std::string_view meaning, bool by_header, std::string_view header,
                               const ColumnProfile& profile, const ValueReader& values) {
  const std::string_view found = validator_for(values, meaning, profile);
  if (!by_header) return found;
  const pack::Pack& pack = values.pack();
  if (found.empty()) return identifier_promised_by(header, meaning, pack);
  // Some foreign rules hold for a third of all numbers; the header that names an identifier of the country knows
  // better.
  if (pack.identifier(found) == nullptr || is_domestic(found, pack)) return found;
  const std::string_view named = identifier_named_by(header, meaning, pack);
  return named.empty() ? found : named;
}

/// What a call rests on, in the words of the calibration.
std::string_view ground_of(DecidedBy decided_by, const HeaderSays& says, const Candidate& called) {
  switch (decided_by) {
    case DecidedBy::both:
      return "both";
    case DecidedBy::header:
      return "header";
    default:
      if (says.silent) return "blind";
      return says.meaning.empty() || says.meaning == called.meaning ? "values" : "against";
  }
}

ColumnMeaning decide_column(std::string_view header, const CandidateList& list, const ColumnProfile& profile,
                            const ValueReader& values, const HeaderSays& says) {
  ColumnMeaning out;
  out.date_order = values.date_habit(profile).order;
  const Candidate* best = list.best();
  if (best == nullptr || best->total() <= kUnknown) {
    out.confidence = best == nullptr ? 0.5 : 1 - std::min(0.9, raw_confidence(list, *best));
    return out;
  }
  // Close candidates of a header that is known in full: the header stays unless the values shout.
  if (!says.meaning.empty() && best->meaning != says.meaning) {
    const Candidate* named = list.find(says.meaning);
    if (named != nullptr && named->header >= kExactHeader - 2 && best->total() - named->total() < kContradicted &&
        best->header < named->header && named->total() > kUnknown) {
      best = named;
    }
  }
  out.meaning = best->meaning;
  const bool by_header = best->header > 1;
  const bool by_values = best->values + best->joint > 1;
  out.decided_by = by_header && by_values ? DecidedBy::both : by_header ? DecidedBy::header : DecidedBy::values;
  out.identifier = identifier_of(out.meaning, by_header, header, profile, values);
  out.grounds = {.ground = ground_of(out.decided_by, says, *best),
                 .values = static_cast<std::uint32_t>(profile.values.size()),
                 .score = score_of(list, *best)};
  out.confidence = calibrated_confidence(values.pack(), out.grounds);
  const bool lies = std::ranges::none_of(says.exact, [&](const std::string& meaning) {
    return meaning == out.meaning || !contradicts(meaning, out.meaning);
  });
  // A header that is only guessed, or that means the like, is no lie.
  if (says.meaning == out.meaning || (!says.exact.empty() && lies)) out.header_meaning = says.meaning;
  return out;
}

}  // namespace

struct MeaningReader::Parts {
  HeaderReader headers;
  HeaderWords header_words;
  ValueReader values;
};

MeaningReader::MeaningReader(const pack::Pack& pack, int reference_year)
    : parts_(new Parts{HeaderReader(pack), HeaderWords(pack), ValueReader(pack, reference_year)}) {}

MeaningReader::~MeaningReader() = default;

std::vector<ColumnMeaning> MeaningReader::decide(std::span<const ColumnSample> columns) const {
  std::vector<ColumnProfile> profiles;
  std::vector<CandidateList> candidates;
  std::vector<HeaderSays> says(columns.size());
  profiles.reserve(columns.size());
  candidates.reserve(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    profiles.push_back(profile_of(columns[c]));
    candidates.push_back(candidates_of(columns[c], profiles[c], parts_->headers, parts_->values, says[c]));
  }
  apply_joint_rules(profiles, parts_->values, candidates);
  std::vector<ColumnMeaning> out;
  out.reserve(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c)
    out.push_back(decide_column(columns[c].header, candidates[c], profiles[c], parts_->values, says[c]));
  return out;
}

bool MeaningReader::is_header_word(std::string_view header) const { return parts_->header_words.has(header); }

}  // namespace sidik::identify
