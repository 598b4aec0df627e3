#include "engine/exhibit_in_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "casefile/sealed_file.hpp"

namespace sidik::engine {

MemoryFile::MemoryFile() : descriptor_(::memfd_create("exhibit", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool MemoryFile::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

std::string MemoryFile::path() const { return fmt::format("/proc/{}/fd/{}", ::getpid(), descriptor_); }

Result<std::unique_ptr<MemoryFile>> open_exhibit(const CaseAccess& access, const casefile::Exhibit& exhibit,
                                                 const Context& context) {
  if (exhibit.bytes > context.limits.memory_bytes) {
    return fail(ErrorKind::limit, "engine.exhibit_large",
                fmt::format("{} has {} bytes; a sealed exhibit is opened into memory, and {} are allowed", exhibit.id,
                            exhibit.bytes, context.limits.memory_bytes),
                "give more with --memory, or examine the file itself with sidik examine FILE --case DIR");
  }
  SIDIK_TRY(const auto key, case_key_of(access));
  const auto path = std::filesystem::path(access.folder) / "exhibits" / (exhibit.sha256 + ".sealed");
  auto file = std::make_unique<MemoryFile>();
  bool is_written = true;
  SIDIK_CHECK(casefile::open_sealed(path.string(), key.derive("exhibits"), [&](std::string_view piece) {
    is_written = file->write(piece);
    return is_written;
  }));
  if (is_written) return file;
  return fail(ErrorKind::limit, "engine.exhibit_large", fmt::format("there is no memory to open {}", exhibit.id),
              "examine the file itself with sidik examine FILE --case DIR");
}

}  // namespace sidik::engine
