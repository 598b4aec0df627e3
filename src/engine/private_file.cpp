#include "engine/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace sidik::engine {

int open_private(const std::string& path) {
  constexpr mode_t kOwnerOnly = 0600;
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerOnly);
  if (descriptor < 0) return -1;
  // open gives the mode to a new file only.
  struct stat about{};
  if (::fstat(descriptor, &about) == 0 &&
      (!S_ISREG(about.st_mode) || (about.st_mode & 07777U) == kOwnerOnly || ::fchmod(descriptor, kOwnerOnly) == 0))
    return descriptor;
  const int reason = errno;
  ::close(descriptor);
  errno = reason;
  return -1;
}

}  // namespace sidik::engine
