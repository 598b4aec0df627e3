#pragma once

#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/takedown_view.hpp"
#include "engine/case_access.hpp"
#include "engine/link_looking.hpp"

/// The links of a case: filed, looked at, written about. Every function that writes adds one event a link, signed by
/// the person who acts; errors are those of case_access.hpp besides their own. The address of a link is in no error.
namespace sidik::engine {

struct NewLink {
  std::string url;
  std::string note;  ///< where it was found
};
/// Errors   engine.link_known (refused); those of net::site_of.
[[nodiscard]] Result<casefile::Link> add_link(const CaseAccess& access, const NewLink& link, const Context& context);

struct ProbeRequest {
  std::vector<std::string> links;  ///< ids; empty: all
  LookOptions look;                ///< an empty country: that of the case's law
  std::vector<std::string> with;   ///< files of looks from elsewhere, each of one of the links
  bool looks_here = true;          ///< else only the files are filed
};
/// Looks at links and files a round of each. `apply` has been done on the links that are returned.
/// Errors   engine.link_unknown (not_found), engine.looks_of_other_link; those of look_at_link and read_looks.
[[nodiscard]] Result<std::vector<casefile::Link>> probe_links(const CaseAccess& access, const ProbeRequest& request,
                                                              const Context& context);

struct NewLetter {
  std::vector<std::string> links;
  std::string path;   ///< the letter as it was sent or came
  std::string with;   ///< to whom, or from whom
  std::string on;     ///< its date, a time with its zone; empty: now
  std::string says;   ///< of an answer: acknowledged, removed, refused, other; empty: it is a notice that was sent
  std::string basis;  ///< of a notice: the rule it rests on
  std::string due;    ///< of a notice: when it wants an answer, as `on`
};
/// Files a letter by its hash: a notice under the next number of the case's letters, an answer against the last notice
/// of each of the links. Errors   engine.letter_option (usage), engine.link_unknown; those of digest_file.
[[nodiscard]] Result<std::vector<casefile::Link>> file_letter(const CaseAccess& access, const NewLetter& letter,
                                                              const Context& context);

[[nodiscard]] Result<casefile::TakedownView> view_links(const std::string& folder);

}  // namespace sidik::engine
