#include "ingest/unpack/decoder_process.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ingest/unpack/pipe.hpp"
#include "ingest/unpack/sandbox.hpp"

namespace sidik::ingest {
namespace {

constexpr int kPipeBytes = 1 << 20;
constexpr std::size_t kFeedBytes = std::size_t{1} << 18;
/// How often a waiting parent looks whether the work is cancelled: a signal may come between the look and the wait.
constexpr int kWakeMilliseconds = 200;

enum ChildExit : int { kInPeace = 0, kNoSandbox = 100, kNoMemory = 101, kBroken = 102 };

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) return false;
    if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

/// The newest command that waits in the pipe, which does not block.
std::optional<std::uint32_t> newest_command() {
  std::array<std::uint32_t, 256> numbers{};
  const ssize_t got = ::read(kCommandDescriptor, numbers.data(), sizeof numbers);
  const auto count = got > 0 ? static_cast<std::size_t>(got) / sizeof(std::uint32_t) : 0;
  return count > 0 ? std::optional(numbers[count - 1]) : std::nullopt;
}

/// Puts the three descriptors where the sandbox wants them, whatever their numbers are.
bool arrange(int input, int output, int commands) {
  constexpr int kOutOfTheWay = 64;
  const std::array<std::pair<int, int>, 3> wanted = {
      {{input, kInputDescriptor}, {output, kOutputDescriptor}, {commands, kCommandDescriptor}}};
  std::array<int, 3> moved{};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    moved[i] = ::fcntl(wanted[i].first, F_DUPFD, kOutOfTheWay);
    if (moved[i] < 0) return false;
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (::dup2(moved[i], wanted[i].second) < 0) return false;
  }
  return true;
}

/// All that the child does. Never returns into the program that was forked.
///
/// Other threads of that program may be at work when it is forked, and a lock that one of them holds stays locked in
/// the child. malloc's are no danger: glibc holds them itself across a fork. `prepare` also takes those of the locale,
/// the time zone, the character sets and the loader of libraries, which the crew never takes (an exception does not
/// need the loader's since glibc 2.35). What decodes has no static that a thread could be about to make.
[[noreturn]] void be_child(const DecoderBody& body, std::uint64_t memory_bytes, std::optional<std::uint64_t> size,
                           bool allows_no_sandbox) {
  if (body.prepare) body.prepare();
  const SandboxState state = enter_sandbox(memory_bytes);
  const bool is_filtered = state == SandboxState::closed;
  if (state == SandboxState::failed || (!is_filtered && can_filter_system_calls() && !allows_no_sandbox))
    ::_exit(kNoSandbox);
  int code = kInPeace;
  try {
    DecoderInput input(kInputDescriptor, size);
    FrameWriter frames([](std::string_view bytes) { return write_all(kOutputDescriptor, bytes); }, newest_command);
    if (frames.ready(is_filtered)) body.run(input, frames);
  } catch (const std::bad_alloc&) {
    code = kNoMemory;
  } catch (...) {
    code = kBroken;
  }
  ::_exit(code);
}

class DecoderProcess final : public RunningDecoder {
 public:
  DecoderProcess(DecoderBytes bytes, const DecoderTerms& terms) : bytes_(bytes), terms_(terms) {}
  ~DecoderProcess() override { stop(); }
  DecoderProcess(const DecoderProcess&) = delete;
  DecoderProcess& operator=(const DecoderProcess&) = delete;

  Status start(const DecoderBody& body, std::uint64_t memory_bytes) {
    if (!output_.open() || !commands_.open() || (bytes_.feed != nullptr && !input_.open())) return no_process();
    ::fcntl(output_.reading.get(), F_SETPIPE_SZ, kPipeBytes);  // a smaller pipe is slower and right
    ::fcntl(commands_.reading.get(), F_SETFL, O_NONBLOCK);
    ::fcntl(commands_.writing.get(), F_SETFL, O_NONBLOCK);
    if (bytes_.feed != nullptr) {
      ::fcntl(input_.writing.get(), F_SETPIPE_SZ, kPipeBytes);
      ::fcntl(input_.writing.get(), F_SETFL, O_NONBLOCK);
      feed_.resize(kFeedBytes);
    }
    const int input = bytes_.feed != nullptr ? input_.reading.get() : bytes_.descriptor;
    const auto size = bytes_.feed != nullptr ? std::nullopt : std::optional(bytes_.size);
    const pid_t parent = ::getpid();
    child_ = ::fork();
    if (child_ < 0) return no_process();
    if (child_ == 0) {
      // A parent that died before the first of these lines is noticed by the second.
      if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent) ::_exit(kBroken);
      if (!arrange(input, output_.writing.get(), commands_.reading.get())) ::_exit(kBroken);
      be_child(body, memory_bytes, size, terms_.allows_no_sandbox);
    }
    output_.writing.close();
    // The reading ends of what this process writes stay open: a child that is gone makes no SIGPIPE here.
    return {};
  }

  Result<std::size_t> read(std::span<char> buffer) override {
    auto last_life = std::chrono::steady_clock::now();
    while (true) {
      if (terms_.cancel != nullptr && terms_.cancel->is_cancelled()) {
        is_cancelled_ = true;
        return std::size_t{0};
      }
      std::array<pollfd, 2> waits = {
          {{output_.reading.get(), POLLIN, 0}, {input_.writing.is_open() ? input_.writing.get() : -1, POLLOUT, 0}}};
      const int ready = ::poll(waits.data(), waits.size(), kWakeMilliseconds);
      if (ready < 0 && errno != EINTR) return fail(ErrorKind::io, "ingest.unpacker", "a pipe cannot be waited for");
      if (ready > 0 && waits[0].revents != 0) {
        const ssize_t got = ::read(output_.reading.get(), buffer.data(), buffer.size());
        if (got >= 0) return static_cast<std::size_t>(got);
      } else if (ready > 0 && waits[1].revents != 0) {
        SIDIK_CHECK(feed_some());
        last_life = std::chrono::steady_clock::now();
      } else if (std::chrono::steady_clock::now() - last_life > std::chrono::seconds(terms_.silent_seconds)) {
        is_silent_ = true;
        ::kill(child_, SIGKILL);
        return std::size_t{0};
      }
    }
  }

  void skip(std::uint32_t member) override {
    // A full pipe means that the child did not look for long; it will find an older command, and this one is lost.
    (void)!::write(commands_.writing.get(), &member, sizeof member);
  }

  [[nodiscard]] std::uint64_t most_packed() const override { return bytes_.feed != nullptr ? fed_ : bytes_.size; }
  [[nodiscard]] bool lacks_sandbox() const override { return exit_ == kNoSandbox; }

  std::string how_it_ended() override {
    if (is_cancelled_) return "reading was stopped";
    // Its bytes ended, so it has ended, and how is settled; one that only pretends to is not waited for.
    if (child_ > 0) ::kill(child_, SIGKILL);
    const int status = reap();
    if (is_silent_) {
      return fmt::format("the reader of the archive was stopped: it gave nothing for {} seconds",
                         terms_.silent_seconds);
    }
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
      return "the reader of the archive was stopped: it made a system call that is not allowed";
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
      return "the reader of the archive was stopped: somebody killed it, perhaps the system for want of memory";
    if (WIFSIGNALED(status))
      return fmt::format("the reader of the archive was stopped: it crashed (signal {})", WTERMSIG(status));
    exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : kBroken;
    if (exit_ == kNoMemory) return "the reader of the archive was stopped: it asked for more memory than allowed";
    if (exit_ == kNoSandbox) return "the reader of the archive was stopped: it could not be shut in";
    return exit_ == kInPeace ? "" : "the reader of the archive was stopped: it failed";
  }

 private:
  static Status no_process() {
    return fail(ErrorKind::io, "ingest.unpacker",
                fmt::format("a process for reading the archive cannot be started: {}", std::strerror(errno)),
                "free some memory, or raise the limits on processes and open files");
  }

  /// Gives the child what its pipe takes now.
  Status feed_some() {
    if (fed_from_ == fed_to_) {
      auto got = bytes_.feed->read(feed_);
      if (!got || *got == 0) {
        input_.writing.close();
        input_.reading.close();
        if (!got) return std::unexpected(std::move(got).error());
        return {};
      }
      fed_from_ = 0;
      fed_to_ = *got;
    }
    const ssize_t put = ::write(input_.writing.get(), feed_.data() + fed_from_, fed_to_ - fed_from_);
    if (put > 0) {
      fed_from_ += static_cast<std::size_t>(put);
      fed_ += static_cast<std::uint64_t>(put);
    }
    return {};
  }

  int reap() {
    if (child_ > 0) {
      while (::waitpid(child_, &status_, 0) < 0 && errno == EINTR) {
      }
      child_ = -1;
    }
    return status_;
  }

  void stop() {
    if (child_ > 0) ::kill(child_, SIGKILL);
    (void)reap();
  }

  DecoderBytes bytes_;
  DecoderTerms terms_;
  Pipe input_;
  Pipe output_;
  Pipe commands_;
  pid_t child_ = -1;
  int status_ = 0;
  int exit_ = kInPeace;
  bool is_cancelled_ = false;
  bool is_silent_ = false;
  std::vector<char> feed_;
  std::size_t fed_from_ = 0;
  std::size_t fed_to_ = 0;
  std::uint64_t fed_ = 0;
};

}  // namespace

Result<std::unique_ptr<RunningDecoder>> start_decoder_process(const DecoderBody& body, std::uint64_t memory_bytes,
                                                              DecoderBytes bytes, const DecoderTerms& terms) {
  auto process = std::make_unique<DecoderProcess>(bytes, terms);
  SIDIK_CHECK(process->start(body, memory_bytes));
  return process;
}

Result<std::unique_ptr<RunningDecoder>> start_decoder_process(const DecodeJob& job, DecoderBytes bytes,
                                                              const DecoderTerms& terms) {
  const DecoderBody body{[&job] { prepare_decoding(job.kind); },
                         [&job](DecoderInput& input, FrameWriter& frames) { decode(job, input, frames); }};
  return start_decoder_process(body, job.memory_bytes, bytes, terms);
}

}  // namespace sidik::ingest
