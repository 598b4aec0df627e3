#include "sidik/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

namespace sidik::apps {

TerminalProgress::TerminalProgress()
    : is_terminal_(::isatty(STDERR_FILENO) == 1), started_(std::chrono::steady_clock::now()), drawn_(started_) {}

TerminalProgress::~TerminalProgress() { clear(); }

void TerminalProgress::advance(std::uint64_t bytes_done, std::uint64_t bytes_total, std::uint64_t records) {
  if (!is_terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < std::chrono::milliseconds(250)) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = static_cast<double>(bytes_done) / seconds;
  std::string line =
      fmt::format("{:.0f} MB, {} records, {:.0f} MB/s", static_cast<double>(bytes_done) / 1e6, records, rate / 1e6);
  if (bytes_total > 0 && rate > 0) {
    const double left = static_cast<double>(bytes_total - std::min(bytes_done, bytes_total)) / rate;
    line = fmt::format("{:3.0f} %  {}, {:.0f} s left",
                       100.0 * static_cast<double>(bytes_done) / static_cast<double>(bytes_total), line, left);
  }
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
  is_drawn_ = true;
}

void TerminalProgress::clear() {
  if (is_drawn_) fmt::print(stderr, "\r\x1b[K");
  is_drawn_ = false;
}

unsigned terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 60) return std::min<unsigned>(size.ws_col, 140);
  return 100;
}

bool shows_colour() {
  return ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
}  // NOLINT(concurrency-mt-unsafe)

Status print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return {};
  return fail(ErrorKind::io, "apps.stdout", "standard output cannot be written");
}

int print_or_complain(std::string_view text) {
  const Status status = print(text);
  return status ? 0 : complain(status.error());
}

bool confirms(std::string_view question) {
  if (isatty(STDIN_FILENO) == 0) return true;
  std::fwrite(question.data(), 1, question.size(), stderr);
  std::string answer;
  for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar()) answer += static_cast<char>(c);
  return answer == "yes";
}

int complain(const Error& error) {
  fmt::print(stderr, "sidik: {}\n", to_line(error));
  return exit_code(error.kind);
}

}  // namespace sidik::apps
