#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/actors.hpp"
#include "casefile/causes.hpp"
#include "casefile/clocks.hpp"
#include "casefile/correspondence.hpp"
#include "casefile/event.hpp"
#include "casefile/event_log.hpp"
#include "casefile/takedown_view.hpp"

namespace sidik::casefile {

struct Person {
  std::string id;
  std::string name;
  std::string office;
  std::string public_key;  ///< hexadecimal
  bool has_left = false;
};

/// Something that is evidence: a file as it came.
struct Exhibit {
  std::string id;  ///< E1, E2, ...
  std::string name;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string got_from;  ///< where, as the person wrote it
  std::string got_how;
  std::string path;  ///< where it lies; empty when it is sealed in the case
  bool is_sealed = false;
  bool is_deleted = false;
  std::uint64_t event = 0;
  std::string at;  ///< when it was added, as Event::at
};

/// What an examination of an exhibit said.
struct Examination {
  std::string exhibit;
  std::string document_sha256;
  Json counts = Json::object();  ///< step of the ledger: number
  std::uint64_t event = 0;
};

/// A value that the case stands for, by name. A later one of the same name supersedes it; both stay.
struct Fact {
  std::string name;
  Json value;  ///< a whole number or text
  std::string definition;
  std::string source;
  std::uint64_t event = 0;
  std::string at;  ///< when it was stated, as Event::at
  std::set<std::string> approved_by;
  std::optional<std::uint64_t> superseded_by;  ///< the event
  /// Four eyes: two persons have approved it, and no later one has taken its place.
  [[nodiscard]] bool is_usable() const { return approved_by.size() >= 2 && !superseded_by; }
};

/// What was given out on a day.
struct IssuedStatement {
  std::string by;
  std::string at;
  std::string language;
  std::string text;
  std::map<std::string, std::string> facts;  ///< name: as it was shown
  std::uint64_t event = 0;
};

/// That an authority outside vouches for the first `size` events; held against it by engine/case_stamp.
struct Stamp {
  std::uint64_t size = 0;
  std::string time;
  std::uint64_t event = 0;
};

struct Note {
  std::string by;
  std::string at;
  std::string text;
  std::optional<std::uint64_t> corrects;  ///< the event
  std::uint64_t event = 0;
};

/// What a case says, folded out of its events; never stored.
///
/// Unknown kinds are counted and passed over, so that an older program reads a newer case.
class CaseView {
 public:
  [[nodiscard]] static Result<CaseView> of(EventLog& log);
  /// Errors   casefile.event_malformed (invalid_input): an event of a known kind lacks what it must say.
  [[nodiscard]] Status apply(const Event& event);

  std::string name;
  std::string law;
  std::string key_mark;  ///< by which the case tells its key; empty in cases of before
  std::string opened_at;
  std::string latest_at;  ///< of the last event
  std::optional<std::string> closed_at;
  std::vector<Person> persons;
  std::vector<Exhibit> exhibits;
  std::vector<Examination> examinations;
  std::vector<Fact> facts;  ///< in the order in which they were stated
  std::vector<Note> notes;
  std::vector<IssuedStatement> statements;  ///< in the order in which they were given out
  std::vector<Stamp> stamps;
  ClockFacts clock_facts;
  TakedownView takedown;
  Correspondence correspondence;
  Actors actors;
  Causes causes;
  std::uint64_t events = 0;
  std::uint64_t unknown = 0;

  [[nodiscard]] const Person* person(std::string_view id) const;
  [[nodiscard]] const Exhibit* exhibit(std::string_view id_or_hash) const;
  /// The one that is not superseded.
  [[nodiscard]] const Fact* fact(std::string_view name) const;

 private:
  [[nodiscard]] Status add_person(const Event& event);
  [[nodiscard]] Status add_exhibit(const Event& event);
  [[nodiscard]] Status add_examination(const Event& event);
  [[nodiscard]] Status add_fact(const Event& event);
  [[nodiscard]] Status approve_fact(const Event& event);
  [[nodiscard]] Status add_note(const Event& event);
  [[nodiscard]] Status add_clock_fact(const Event& event);
  [[nodiscard]] Status add_statement(const Event& event);
  [[nodiscard]] Status add_stamp(const Event& event);
};

}  // namespace sidik::casefile
