#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/case_view.hpp"
#include "casefile/verification.hpp"
#include "engine/case_access.hpp"

/// What a desk does with a case. Every function that writes adds events with a checkpoint signed by the person who
/// acts, or nothing; errors are those of case_access.hpp besides their own.
namespace sidik::engine {

struct CaseOpening {
  CaseAccess access;  ///< `as`: the id of the first person; empty: the name by which the system knows the user
  std::string law;    ///< a country, of two letters
  std::string name;   ///< empty: that of the folder
  std::string person_name;
  std::string office;
};
struct OpenedCase {
  std::string person;
  std::string key_file;
  std::string signer_file;
};
/// Makes the folder, the keys beside it and the first events.
/// Errors   engine.case_option (usage), casefile.exists, casefile.key_exists.
[[nodiscard]] Result<OpenedCase> open_case(const CaseOpening& opening, const Context& context);

struct NewPerson {
  std::string id;
  std::string name;
  std::string office;
  std::string signer_out;  ///< where the new key goes; empty: beside the case
};
/// Output   where the key is. It is given to the person and to nobody else.
[[nodiscard]] Result<std::string> add_person(const CaseAccess& access, const NewPerson& person, const Context& context);
[[nodiscard]] Status let_person_go(const CaseAccess& access, const std::string& id, const Context& context);

struct NewExhibit {
  std::string path;
  std::string got_from;
  std::string got_how;
  bool is_left = false;  ///< where it lies; else a sealed copy is made
  std::string name;      ///< empty: that of the file
};
/// Errors   engine.exhibit_known (refused): the case has a file with this hash; those of casefile/sealed_file.
[[nodiscard]] Result<casefile::Exhibit> add_exhibit(const CaseAccess& access, const NewExhibit& exhibit,
                                                    const Context& context);

struct NewFact {
  std::string name;
  std::string value;  ///< a whole number is kept as one
  std::string definition;
  std::string source;
};
[[nodiscard]] Status state_fact(const CaseAccess& access, const NewFact& fact, const Context& context);
/// Errors   engine.fact_unknown (not_found), engine.fact_approved (refused): by this person before.
[[nodiscard]] Status approve_fact(const CaseAccess& access, const std::string& name, const Context& context);
/// `corrects`: the number of the event that it sets right.
[[nodiscard]] Status add_note(const CaseAccess& access, const std::string& text, std::optional<std::uint64_t> corrects,
                              const Context& context);

struct OfficeLetter {
  std::string kind;   ///< summons, clarification, takedown, notification, report, other
  std::string party;  ///< custodian, authority, host, police, press, vendor
  std::string to;     ///< the office, never the name of a person
  std::string basis;
  std::string about;
  std::string due;        ///< a time with its zone; empty: not said
  std::string when;       ///< when it was sent, likewise; empty: now
  std::string text_file;  ///< its text, of which the hash is kept; may be empty
};
/// Output   the number of the letter, P1, P2, ... Errors   engine.case_option (usage).
[[nodiscard]] Result<std::string> file_letter(const CaseAccess& access, const OfficeLetter& letter,
                                              const Context& context);
/// Errors   engine.letter_unknown (not_found).
[[nodiscard]] Status file_answer(const CaseAccess& access, const std::string& letter, const std::string& says,
                                 const std::string& when, const Context& context);

struct SeenActor {
  std::string handle;
  std::string venue;
  std::string role;
};
[[nodiscard]] Status file_actor(const CaseAccess& access, const SeenActor& actor, const Context& context);
struct SeenPost {
  std::string handle;
  std::string venue;
  std::string when;  ///< a time with its zone
  std::string offers;
  std::string text_file;  ///< its text or a picture of it, of which the hash is kept
};
/// Errors   engine.actor_unknown (not_found).
[[nodiscard]] Status file_post(const CaseAccess& access, const SeenPost& post, const Context& context);
struct MadeClaim {
  std::string handle;
  std::string subject;
  std::string value;  ///< a whole number is kept as one
  std::string fact;   ///< the fact that answers it; may be empty
};
[[nodiscard]] Status file_claim(const CaseAccess& access, const MadeClaim& claim, const Context& context);

struct NewCause {
  std::string family;  ///< weak_system, broken_procedure
  std::string says;
  std::string control;
  std::string tells_apart;
};
/// Output   the number of the cause, C1, C2, ... Errors   engine.case_option (usage).
[[nodiscard]] Result<std::string> state_cause(const CaseAccess& access, const NewCause& cause, const Context& context);
/// Evidence for or against a cause: an exhibit, a letter, a link, an event, in words.
/// Errors   engine.cause_unknown (not_found).
[[nodiscard]] Status weigh_cause(const CaseAccess& access, const std::string& cause, const std::string& evidence,
                                 bool speaks_for, const Context& context);
/// `status`: open, supported, excluded.
[[nodiscard]] Status judge_cause(const CaseAccess& access, const std::string& cause, const std::string& status,
                                 const Context& context);

/// Ends a case: files what it will delete, deletes what is sealed in it and copies that were never finished, and says
/// what is gone and what stays in a certificate signed by the person who closes, which is filed, kept as
/// `certificate.json` and returned. Nothing can be added afterwards. Errors io when a sealed exhibit cannot be deleted;
/// then the case stays open, and closing can be tried again.
[[nodiscard]] Result<std::string> close_case(const CaseAccess& access, const Context& context);

[[nodiscard]] Result<casefile::CaseView> view_case(const std::string& folder);
[[nodiscard]] Result<std::vector<casefile::Event>> read_events(const std::string& folder);
/// `folder`: a case, or a file that export_case() made. `against`: a file that export_checkpoint() made.
/// Remarks   exhibits that are not there or of another size; what is in them is read when they are examined.
/// Errors   engine.checkpoint_malformed (invalid_input).
[[nodiscard]] Result<casefile::Verification> verify_case(const std::string& folder, const std::string& against);
/// `format`: log, which can be verified elsewhere; csv; misp, stix and case (CASE/UCO), which hold what others may know
/// (casefile/sharing). Errors   engine.case_option (usage).
[[nodiscard]] Result<std::string> export_case(const std::string& folder, const std::string& format);
/// The newest checkpoint as JSON, to be kept elsewhere.
[[nodiscard]] Result<std::string> export_checkpoint(const std::string& folder);

}  // namespace sidik::engine
