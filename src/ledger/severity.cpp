#include "ledger/severity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "ledger/grouped_number.hpp"

namespace sidik::ledger {
namespace {

struct Category {
  std::string_view name;
  int base;
  int lowest;   ///< adjustment
  int highest;  ///< adjustment
  std::optional<int> SeverityJudgement::* judged;
};

constexpr std::array<Category, 4> kCategories = {{
    {"simple", 1, 0, 3, &SeverityJudgement::simple},
    {"behavioural", 2, -1, 2, &SeverityJudgement::behavioural},
    {"financial", 3, -2, 1, &SeverityJudgement::financial},
    {"sensitive", 4, -3, 0, &SeverityJudgement::sensitive},
}};

constexpr std::size_t kProfilingMeanings = 10;
constexpr std::size_t kShown = 6;  // meanings named in a sentence
constexpr double kFilledToIdentify = 0.05;
constexpr std::uint64_t kManyIndividuals = 100;

bool is_always_sensitive(std::string_view meaning) {
  return meaning == "person.religion" || meaning == "person.blood_group" || meaning.starts_with("health.") ||
         meaning.starts_with("biometric");
}

std::string_view category_of(const MeaningPresent& present, const SeverityJudgement& judgement) {
  if (is_always_sensitive(present.meaning)) return "sensitive";
  if (present.meaning.starts_with("credential.")) return judgement.credentials_open;
  const bool is_hidden = present.category.empty() || present.category == "none";
  return is_hidden && present.identifies ? std::string_view("simple") : std::string_view(present.category);
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  std::size_t shown = 0;
  for (const std::string& word : words) {
    if (shown == kShown) return text + fmt::format(" and {} more", words.size() - kShown);
    text += shown++ == 0 ? word : ", " + word;
  }
  return text;
}

/// The part of one category, 0 when nothing of it is there; adds its sentence.
int category_score(const Category& category, const SeverityInput& input, std::vector<std::string>& because) {
  std::set<std::string> meanings;
  for (const MeaningPresent& present : input.meanings) {
    if (present.filled > 0 && category_of(present, input.judgement) == category.name) meanings.insert(present.meaning);
  }
  if (meanings.empty()) return 0;
  const std::optional<int> judged = input.judgement.*category.judged;
  const bool allows_profiling = category.name == "simple" && meanings.size() >= kProfilingMeanings;
  const int adjustment = std::clamp(judged.value_or(allows_profiling ? 1 : 0), category.lowest, category.highest);
  const int score = std::clamp(category.base + adjustment, 1, 4);
  std::string why;
  if (judged && adjustment != 0) {
    why = fmt::format(", {:+} as the desk decided", adjustment);
  } else if (adjustment != 0) {
    why = fmt::format(", {:+} because {} kinds of simple data together allow profiling", adjustment, meanings.size());
  }
  because.push_back(
      fmt::format("DPC, {} data: {} ({}): {}{}.", category.name, score, joined(meanings), category.base, why));
  return score;
}

struct Identification {
  double score;
  const char* because;
};

Identification identification(const std::vector<MeaningPresent>& meanings) {
  const auto any = [&](auto&& is_one) {
    return std::ranges::any_of(meanings, [&](const MeaningPresent& present) {
      return present.filled >= kFilledToIdentify && is_one(std::string_view(present.meaning));
    });
  };
  const auto has = [&](std::string_view meaning) { return any([&](std::string_view one) { return one == meaning; }); };
  const bool has_name =
      has("person.name") || has("person.surname") || has("person.name_printed") || has("person.given_name");
  const bool has_birth = has("birth.date");
  const bool has_number = has("id.national") || has("id.passport");
  const bool has_biometric = any([](std::string_view one) { return one.starts_with("biometric"); });
  const bool has_direct = std::ranges::any_of(meanings,
                                              [](const MeaningPresent& present) {
                                                return present.filled >= kFilledToIdentify && present.identifies &&
                                                       !present.meaning.starts_with("person.");
                                              }) ||
                          any([](std::string_view one) {
                            return one.starts_with("contact.")
                                       ? one != "contact.postcode"
                                       : one.starts_with("id.") || one.starts_with("account.") || one == "payment.card";
                          });
  if (has_number && has_name && has_birth)
    return {1, "a national identifier or passport, a name and a birth date stand together"};
  if (has_biometric && has_name) return {1, "biometric data and a name stand together"};
  if (has_number) return {0.75, "a national identifier or passport is there, but not both a name and a birth date"};
  if (has_name && has_birth) return {0.75, "a name and a birth date stand together"};
  if (has_name && has_direct) return {0.75, "a name stands with a number or an address that reaches one person"};
  if (has_name) return {0.5, "a name stands alone"};
  if (has_direct || has_biometric) return {0.5, "a number, an address or a mark of one person stands without a name"};
  return {0.25, "nothing identifies a person by itself"};
}

double add_harm(Harm harm, const char* what, const char* mended, const char* lasting,
                std::vector<std::string>& because) {
  if (harm == Harm::none) return 0;
  const bool is_mended = harm == Harm::mended;
  because.push_back(fmt::format("CB, {}: {} ({}).", what, is_mended ? 0.25 : 0.5, is_mended ? mended : lasting));
  return is_mended ? 0.25 : 0.5;
}

/// From this share on a dump is what had been published.
constexpr double kWasPublic = 0.95;

double breach_circumstances(const Circumstances& what_happened, std::vector<std::string>& because) {
  double sum = 0;
  if (what_happened.published >= kWasPublic) {
    because.push_back(fmt::format("CB, confidentiality: 0 ({:.1f} % of the records had been lawfully published).",
                                  what_happened.published * 100));
  } else if (what_happened.confidentiality == Confidentiality::known_recipients) {
    sum += 0.25;
    because.emplace_back("CB, confidentiality: 0.25 (known recipients).");
  } else if (what_happened.confidentiality == Confidentiality::unknown_recipients) {
    sum += 0.5;
    because.emplace_back("CB, confidentiality: 0.5 (published, recipients not known).");
  }
  sum += add_harm(what_happened.integrity, "integrity", "altered, can be recovered", "altered, cannot be recovered",
                  because);
  sum += add_harm(what_happened.availability, "availability", "lost for a time", "lost", because);
  if (what_happened.malicious) {
    sum += 0.5;
    because.emplace_back("CB, malicious intent: 0.5 (taken, or passed on for profit).");
  }
  return sum;
}

const char* level_of(double score) {
  if (score < 2) return "low";
  if (score < 3) return "medium";
  return score < 4 ? "high" : "very high";
}

void set_flags(const Circumstances& what_happened, std::vector<std::string>& flags) {
  if (what_happened.individuals > kManyIndividuals) {
    flags.push_back(fmt::format("more than 100 individuals ({})", grouped(what_happened.individuals)));
  }
  if (what_happened.published > 0 && what_happened.published < kWasPublic) {
    flags.push_back(fmt::format("{:.1f} % of the records had been lawfully published", what_happened.published * 100));
  }
  if (what_happened.unintelligible) flags.emplace_back("data unintelligible to a finder");
}

}  // namespace

findings::Severity assess_severity(const SeverityInput& input) {
  findings::Severity severity;
  int dpc = 0;
  for (const Category& category : kCategories) dpc = std::max(dpc, category_score(category, input, severity.because));
  set_flags(input.circumstances, severity.flags);
  if (dpc == 0) {
    severity.level = level_of(0);
    severity.because = {"No column with personal data was recognised, so the method does not apply."};
    return severity;
  }
  const Identification ease = identification(input.meanings);
  severity.dpc = dpc;
  severity.ei = ease.score;
  severity.because.push_back(fmt::format("EI: {} ({}).", ease.score, ease.because));
  severity.cb = breach_circumstances(input.circumstances, severity.because);
  severity.score = severity.dpc * severity.ei + severity.cb;
  severity.level = level_of(severity.score);
  severity.because.push_back(
      fmt::format("SE = DPC x EI + CB = {} x {} + {} = {}.", severity.dpc, severity.ei, severity.cb, severity.score));
  return severity;
}

}  // namespace sidik::ledger
