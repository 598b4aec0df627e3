#include "identify/value_reader.hpp"

#include <algorithm>
#include <cmath>

#include "identify/coherence.hpp"
#include "identify/column_checker.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr double kPassesWhenRight = 0.95;
constexpr double kTrials = 10;  ///< values of a column fail together, so more of them add little

/// A small generator with a fixed seed: the same pack gives the same chances.
class Dice {
 public:
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33) % bound);
  }

 private:
  std::uint64_t state_ = 20210520;
};

bool is_foreign(std::string_view id, const pack::Pack& pack) {
  const std::string_view origin = id.substr(0, id.find('.'));
  return origin != "global" && std::ranges::find(pack.names, origin) == pack.names.end();
}

/// Whether all values begin with the same two letters, as the numbers that one office gives out do (MR104233).
bool begins_alike(const ColumnProfile& profile) {
  if (profile.distinct.size() < 8 || profile.shortest < 3) return false;
  const std::string_view start = profile.distinct[0].substr(0, 2);
  return text::is_letter(start[0]) && text::is_letter(start[1]) &&
         profile.distinct_share([&](std::string_view value) { return value.starts_with(start); }) > 0.9;
}

/// Whether a card of this many digits can begin so: which digits a card begins with goes with its length.
bool has_card_form(std::string_view value) {
  char digits[20] = {};
  std::size_t size = 0;
  for (const char c : value) {
    if (!text::is_digit(c)) continue;
    if (size == 19) return false;
    digits[size++] = c;
  }
  if (size < 12) return false;
  const std::string_view card(digits, size);
  if (size == 15) return card.starts_with("34") || card.starts_with("37") || card[0] == '5' || card[0] == '6';
  if (size == 14) return card.starts_with("30") || card.starts_with("36") || card.starts_with("38") || card[0] == '6';
  return size == 13 || size == 16 || size == 19 || card[0] == '5' || card[0] == '6';
}

}  // namespace

double pass_evidence(double share, std::size_t values, double chance) {
  if (values == 0) return 0;
  chance = std::clamp(chance, 1e-4, 0.94);
  const double trials = std::min(kTrials, static_cast<double>(values));
  const double one =
      share * std::log(kPassesWhenRight / chance) + (1 - share) * std::log((1 - kPassesWhenRight) / (1 - chance));
  return std::clamp(trials * one, -kMostEvidence, kMostEvidence);
}

ValueReader::ValueReader(const pack::Pack& pack, int reference_year)
    : pack_(pack), year_(reference_year), areas_(pack), country_(default_country(pack)) {
  validators_.reserve(pack.identifiers.size());
  for (const pack::Identifier& identifier : pack.identifiers) {
    validators_.push_back({IdentifierChecker(identifier, areas_), 1, is_foreign(identifier.id, pack)});
    measure_chance(validators_.back());
  }
  for (const pack::Vocabulary& vocabulary : pack.vocabularies) {
    WordList list{.vocabulary = &vocabulary, .words = {}, .codes = {}};
    for (const pack::VocabularyEntry& entry : vocabulary.entries) {
      list.words.insert(word_hash(entry.canonical));
      for (const std::string& word : entry.words) list.words.insert(word_hash(word));
      for (const std::string& code : entry.codes) list.codes.insert(word_hash(code));
    }
    word_lists_.push_back(std::move(list));
  }
  for (const pack::PhonePlan& plan : pack.phone_plans) {
    for (const auto& range : plan.operator_of) operators_.insert(text::fold_plain(range.second));
  }
}

bool ValueReader::is_word_of(std::string_view meaning, std::string_view value) const {
  const auto list =
      std::ranges::find_if(word_lists_, [&](const WordList& each) { return each.vocabulary->meaning == meaning; });
  return list != word_lists_.end() && list->words.contains(word_hash(value));
}

void ValueReader::measure_chance(Validator& validator) const {
  static constexpr int kDraws = 400;
  const pack::Identifier& identifier = validator.checker.identifier();
  Dice dice;
  int passed = 0;
  std::string drawn;
  CompactForm compact;
  for (int i = 0; i < kDraws; ++i) {
    const std::uint32_t length = identifier.lengths[dice.below(static_cast<std::uint32_t>(identifier.lengths.size()))];
    drawn.assign(length, '0');
    for (char& c : drawn) {
      // Letters are half as frequent as digits in what stands in mixed columns.
      const bool letter = identifier.alphabet != "digits" && dice.below(3) == 0;
      c = letter ? static_cast<char>('A' + dice.below(26)) : static_cast<char>('0' + dice.below(10));
    }
    passed += validator.checker.check(drawn, compact).valid ? 1 : 0;
  }
  validator.chance = (passed + 0.2) / kDraws;
}

/// How far separators stand where the identifier's parts meet: 1 when all do, 0 when there are none or they stand
/// elsewhere.
double ValueReader::separators_fit(const Validator& validator, const ColumnProfile& profile) const {
  const auto& boundaries = validator.checker.boundaries();
  if (boundaries.empty()) return 0;
  std::size_t with = 0;
  std::size_t fit = 0;
  for (const std::string_view value : profile.distinct) {
    std::uint32_t at = 0;
    std::size_t marks = 0;
    bool right = true;
    for (const char c : value) {
      if (text::is_digit(c) || text::is_letter(c)) {
        ++at;
        continue;
      }
      ++marks;
      right &= std::ranges::find(boundaries, at) != boundaries.end();
    }
    if (marks == 0) continue;
    ++with;
    fit += right && marks <= boundaries.size() ? 1 : 0;
  }
  if (with * 5 < profile.distinct.size() || with == 0) return 0;
  const double share = static_cast<double>(fit) / static_cast<double>(with);
  return share > 0.8 ? share : 0;
}

void ValueReader::read_identifiers(const ColumnProfile& profile, Votes& votes) const {
  if (profile.with_digit < 0.5) return;
  double national = 0;
  double best_domestic = 0;
  std::vector<bool> passes_some(profile.distinct.size(), false);
  for (const Validator& validator : validators_) {
    const pack::Identifier& identifier = validator.checker.identifier();
    std::size_t passed = 0;
    std::size_t damaged = 0;
    std::size_t women = 0;
    CompactForm compact;
    for (std::size_t i = 0; i < profile.distinct.size(); ++i) {
      const FieldCheck check = validator.checker.check(profile.distinct[i], compact);
      passed += check.valid ? 1 : 0;
      women += check.valid && validator.checker.is_of_woman(compact.view()) ? 1 : 0;
      const std::string_view fault = check.fault == nullptr ? std::string_view{} : check.fault;
      damaged += fault == "zeros_lost" || fault == "spreadsheet_damage" || fault == "serial_zero" ? 1 : 0;
      if (check.valid && identifier.meaning == "id.national" && validator.chance < 0.1) passes_some[i] = true;
    }
    const double share = static_cast<double>(passed + damaged) / static_cast<double>(profile.distinct.size());
    if (share < 0.3 || passed == 0) continue;
    double evidence = pass_evidence(share, profile.distinct.size(), validator.chance);
    // Some seventy foreign identifiers are asked; that one of them passes says less.
    evidence -= validator.foreign ? 4 : 0.5;
    const double fit = separators_fit(validator, profile);
    if (fit > 0) evidence += 11 * fit;
    if (validator.foreign && fit == 0 && validator.chance > 0.05) evidence -= 4;
    if (identifier.meaning == "payment.card" && profile.distinct_share(has_card_form) < 0.5) evidence -= 5;
    if (validator.foreign && identifier.prefixes.empty() && begins_alike(profile)) evidence -= 6;
    evidence = std::min(evidence, kMostEvidence);
    // Of two identifiers of the country that fit as well, its pack names the more usual first.
    if (!validator.foreign && best_domestic > 0)
      evidence -= share > best_domestic - 0.02 ? 2 : 4 + 8 * (best_domestic - share);
    // Numbers that raise the day for women belong to a register of men only very rarely.
    if (validator.checker.tells_women() && women == 0 && passed >= 20) evidence -= 3;
    if (!validator.foreign && validator.chance < 0.05) best_domestic = std::max(best_domestic, share);
    if (evidence > 0) votes.push_back({identifier.meaning, evidence, identifier.id});
  }
  for (const bool passes : passes_some) national += passes ? 1 : 0;
  // A column of national numbers of many countries: each value is one of some country, which random digits are rarely.
  const double share = national / static_cast<double>(profile.distinct.size());
  if (share > 0.5 && profile.distinct.size() >= 8) votes.push_back({"id.national", 9 * share - 4.5, {}});
}

std::vector<ValueVote> ValueReader::read(const ColumnProfile& profile) const {
  Votes votes;
  if (profile.is_empty()) return votes;
  read_identifiers(profile, votes);
  read_forms(profile, votes);
  read_phones(profile, votes);
  read_dates(profile, votes);
  read_vocabularies(profile, votes);
  read_names(profile, votes);
  read_places(profile, votes);
  read_addresses(profile, votes);
  read_numbers(profile, votes);
  read_accounts(profile, votes);
  read_words(profile, votes);
  std::erase_if(votes, [](const ValueVote& vote) { return vote.evidence == 0; });
  std::ranges::sort(votes, [](const ValueVote& left, const ValueVote& right) {
    return left.evidence != right.evidence ? left.evidence > right.evidence : left.meaning < right.meaning;
  });
  return votes;
}

std::string_view ValueReader::validator_of(std::string_view meaning, const ColumnProfile& profile) const {
  if (profile.is_empty()) return {};
  std::string_view best;
  double best_share = 0.3;
  double best_chance = 1;
  for (const Validator& validator : validators_) {
    if (validator.checker.identifier().meaning != meaning) continue;
    CompactForm compact;
    const double share = profile.distinct_share([&](std::string_view value) {
      const FieldCheck check = validator.checker.check(value, compact);
      return check.valid || (check.fault != nullptr && std::string_view(check.fault) == "zeros_lost");
    });
    // Among those that nearly all values pass, the stricter says more.
    const bool better =
        share > best_share + 0.05 || (share > best_share - 0.02 && share >= 0.3 && validator.chance < best_chance);
    if (!better) continue;
    best = validator.checker.identifier().id;
    best_share = share;
    best_chance = validator.chance;
  }
  if (!best.empty()) return best;
  if (const pack::Vocabulary* vocabulary = pack_.vocabulary_of(meaning); vocabulary != nullptr) {
    ColumnMeaning trial;
    trial.meaning = meaning;
    trial.identifier = vocabulary->name;
    const ColumnChecker checker(trial, pack_, areas_, year_);
    ParsedField parsed;
    const double share = profile.share([&](std::string_view value) { return checker.check(value, parsed).valid; });
    if (checker.has_checks() && share >= 0.5) return vocabulary->name;
  }
  if (meaning == "contact.phone" || meaning == "contact.fax") {
    ColumnMeaning trial;
    trial.meaning = "contact.phone";
    trial.identifier = "e164";
    const ColumnChecker checker(trial, pack_, areas_, year_);
    ParsedField parsed;
    const double share =
        profile.distinct_share([&](std::string_view value) { return checker.check(value, parsed).fault == nullptr; });
    if (share >= 0.3) return "e164";
  }
  if (meaning == "office.code" && profile.shortest == 4 && profile.longest == 4 && profile.digits_only > 0.99 &&
      profile.distinct_share([&](std::string_view value) { return areas_.has_regency(value); }) > 0.98) {
    return kAreaCodes;
  }
  return {};
}

}  // namespace sidik::identify
