#include "ingest/unpack/sandbox.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SIDIK_IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SIDIK_IS_SANITIZED 1
#endif
#endif

namespace sidik::ingest {
namespace {

#ifdef SIDIK_IS_SANITIZED
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

/// How much address space the process has, so that the limit is for what comes on top. 0: not known.
std::uint64_t address_space() {
  const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  std::array<char, 64> text{};
  const ssize_t got = ::read(file, text.data(), text.size() - 1);
  ::close(file);
  if (got <= 0) return 0;
  return std::strtoull(text.data(), nullptr, 10) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

bool limit(__rlimit_resource what, rlim_t to) {
  const rlimit both{to, to};
  return ::setrlimit(what, &both) == 0;
}

bool set_limits(std::uint64_t memory_bytes) {
  const std::uint64_t has = address_space();  // before no file can be opened any more
  const bool is_set = limit(RLIMIT_CORE, 0);
  // A sanitizer reserves terabytes of addresses, opens pipes to probe memory, and writes its report to a file.
  if (kIsSanitized) return is_set;
  constexpr std::uint64_t kUnknownSpace = std::uint64_t{4} << 30;
  return limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 0) &&
         limit(RLIMIT_AS, (has > 0 ? has : kUnknownSpace) + memory_bytes) && is_set;
}

void close_all_others() {
  ::close(STDIN_FILENO);
  ::close(STDOUT_FILENO);
  if (!kIsSanitized) ::close(STDERR_FILENO);
  ::close_range(kCommandDescriptor + 1, ~0U, 0);
}

/// The system calls of a decoder, and nothing else.
class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_KILL_PROCESS)) {}
  ~Filter() {
    if (context_ != nullptr) seccomp_release(context_);
  }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  bool load() {
    if (context_ == nullptr) return false;
    allow({SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
           SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom), SCMP_SYS(rt_sigreturn),
           SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)});
    for (const int descriptor : {kInputDescriptor, kCommandDescriptor}) allow_on(SCMP_SYS(read), descriptor);
    allow_on(SCMP_SYS(pread64), kInputDescriptor);
    allow_on(SCMP_SYS(write), kOutputDescriptor);
    add(SCMP_SYS(mprotect), {SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)});
    add(SCMP_SYS(mmap),
        {SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0), SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)});
    return is_sound_ && seccomp_load(context_) == 0;
  }

 private:
  void add(int call, std::initializer_list<scmp_arg_cmp> conditions) {
    is_sound_ = seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call, static_cast<unsigned>(conditions.size()),
                                       conditions.begin()) == 0 &&
                is_sound_;
  }
  void allow(std::initializer_list<int> calls) {
    for (const int call : calls) add(call, {});
  }
  void allow_on(int call, int descriptor) { add(call, {SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(descriptor))}); }
  scmp_filter_ctx context_;
  bool is_sound_ = true;
};

}  // namespace

bool can_filter_system_calls() { return !kIsSanitized; }

SandboxState enter_sandbox(std::uint64_t memory_bytes) {
  // The terminal's Ctrl-C reaches every process of its group; the parent decides what it means.
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_IGN);
  if (::prctl(PR_SET_DUMPABLE, 0) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !set_limits(memory_bytes)) {
    return SandboxState::failed;
  }
  // Where threads lived before the fork, malloc that finds no memory turns to what they left, and looks into /proc
  // before it gives any of that back: a forbidden call. So nothing is given back.
  ::mallopt(M_TRIM_THRESHOLD, -1);
  close_all_others();
  if (kIsSanitized) return SandboxState::unfiltered;
  return Filter().load() ? SandboxState::closed : SandboxState::unfiltered;
}

}  // namespace sidik::ingest
