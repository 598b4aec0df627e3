#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "base/result.hpp"

namespace sidik::apps {

/// Draws one line of progress on standard error, four times a second, when that is a terminal; silent otherwise.
class TerminalProgress final : public Progress {
 public:
  TerminalProgress();
  ~TerminalProgress() override;
  TerminalProgress(const TerminalProgress&) = delete;
  TerminalProgress& operator=(const TerminalProgress&) = delete;
  void advance(std::uint64_t bytes_done, std::uint64_t bytes_total, std::uint64_t records) override;
  /// Takes the line away.
  void clear();

 private:
  bool is_terminal_;
  bool is_drawn_ = false;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
};

/// The columns of the terminal on standard output; 100 when it is none.
[[nodiscard]] unsigned terminal_width();
/// Whether standard output shows colours: a terminal, and NO_COLOR is not set.
[[nodiscard]] bool shows_colour();
/// Writes to standard output and flushes it.
/// Errors   apps.stdout (io).
[[nodiscard]] Status print(std::string_view text);
/// The same; returns the exit code, having complained.
int print_or_complain(std::string_view text);
/// Asks on the terminal and says whether the answer was yes; where standard input is no terminal, a script has decided.
[[nodiscard]] bool confirms(std::string_view question);
/// Prints `sidik: code: what; next` on standard error and returns the exit code of the error's kind.
int complain(const Error& error);

}  // namespace sidik::apps
