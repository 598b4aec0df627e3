#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/event.hpp"

namespace sidik::casefile {

/// How it may have come to the leak: a hypothesis, with what would tell it from the others.
struct Cause {
  std::string id;      ///< C1, C2, ...
  std::string family;  ///< weak_system, broken_procedure
  std::string says;
  std::string control;      ///< the control that failed: ISO/IEC 27001:2022 Annex A, NIST CSF 2.0, as the desk cites it
  std::string tells_apart;  ///< what would be seen if it were this one, and not if it were another
  std::string status = "open";  ///< open, supported, excluded
  struct Evidence {
    std::string what;  ///< an exhibit, a letter, a link, an event
    bool speaks_for = true;
    std::uint64_t event = 0;
  };
  std::vector<Evidence> evidence;
  std::uint64_t event = 0;
};

/// The causes of a case, folded out of its events.
class Causes {
 public:
  [[nodiscard]] static bool is_kind(std::string_view kind);
  /// Kinds   cause.stated, cause.weighed (evidence for or against), cause.judged (status).
  /// Errors  casefile.event_malformed (invalid_input).
  [[nodiscard]] Status apply(const Event& event);

  std::vector<Cause> causes;
  [[nodiscard]] const Cause* cause(std::string_view id) const;
};

[[nodiscard]] bool is_cause_family(std::string_view family);
[[nodiscard]] bool is_cause_status(std::string_view status);

}  // namespace sidik::casefile
