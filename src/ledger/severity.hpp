#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "findings/document.hpp"

namespace sidik::ledger {

/// A meaning that some column has.
struct MeaningPresent {
  std::string meaning;   ///< person.name, id.national, ...
  std::string category;  ///< none, simple, behavioural, financial, sensitive: as the pack says
  bool identifies = false;
  double filled = 1;  ///< share of the records that hold it, 0 to 1
};

enum class Confidentiality : unsigned char { kept, known_recipients, unknown_recipients };
enum class Harm : unsigned char { none, mended, lasting };  ///< recoverable or temporary; not recoverable or full

/// What happened. The defaults are those of a dump that was found in the open.
struct Circumstances {
  Confidentiality confidentiality = Confidentiality::unknown_recipients;
  Harm integrity = Harm::none;
  Harm availability = Harm::none;
  bool malicious = true;  ///< theft, or passed on for profit
  std::uint64_t individuals = 0;
  double published = 0;         ///< share of the records that had been lawfully published before, 0 to 1
  bool unintelligible = false;  ///< encrypted or hashed so that a finder cannot read it
};

/// What the desk decides with its own reasons; nothing: the rules below.
struct SeverityJudgement {
  std::optional<int> simple = std::nullopt;       ///< added to 1: 0 to 3
  std::optional<int> behavioural = std::nullopt;  ///< added to 2: -1 to 2
  std::optional<int> financial = std::nullopt;    ///< added to 3: -2 to 1
  std::optional<int> sensitive = std::nullopt;    ///< added to 4: -3 to 0
  std::string credentials_open = "simple";        ///< the category of what the passwords open
};

struct SeverityInput {
  std::vector<MeaningPresent> meanings;
  Circumstances circumstances;
  SeverityJudgement judgement;
};

/// Scores a breach: SE = DPC x EI + CB, with a sentence for each part.
///
/// DPC  the highest category present, 1 to 4. A column counts when it is not empty. person.religion,
///      person.blood_group, health.* and biometric.* are sensitive whatever the pack says; credential.* take the
///      category of what they open. Simple data is raised by 1 when ten or more different simple meanings stand in the
///      table, for then they allow profiling (our reading of the method's "volume"). All other adjustments are the
///      desk's; they are kept within the method's range.
///
/// EI   - 1: a national identifier or passport, a name and a birth date; or biometric data and a name.
///      - 0.75: a national identifier or passport; or a name with a birth date, or with a number or address that
///        reaches one person.
///      - 0.5: a name alone; or a phone, e-mail, member or tax number, account or card alone.
///      - 0.25: nothing that identifies by itself.
///      A column counts for EI when at least 5 % of the records hold it.
///
///      Confidentiality is 0 where 95 % of the records had been lawfully published: what anybody could read is not
///      lost again (our reading of the method's "public availability"). A smaller share is a flag.
///
/// CB   confidentiality 0, 0.25 known recipients, 0.5 unknown; integrity and availability 0, 0.25, 0.5 each;
///      malice 0.5.
///
/// Levels   below 2 low, below 3 medium, below 4 high, else very high. Flags: more than 100 individuals;
///          unintelligible.
///
/// Not promised   a legal assessment: the score stands beside a description, never instead. Without personal data all
///                is 0.
///
/// Source   ENISA, Recommendations for a methodology of the assessment of severity of personal data breaches (2013).
[[nodiscard]] findings::Severity assess_severity(const SeverityInput& input);

}  // namespace sidik::ledger
