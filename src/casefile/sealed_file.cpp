#include "casefile/sealed_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "crypto/sha256.hpp"

namespace sidik::casefile {
namespace {

constexpr std::string_view kMagic = "sidik1\n";
constexpr std::size_t kPiece = std::size_t{1} << 20;

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  /// Fewer bytes than asked for only at the end; nothing on an error.
  [[nodiscard]] bool read(std::string& bytes, std::size_t most) const {
    bytes.resize(most);
    std::size_t got = 0;
    while (got < most) {
      const ssize_t more = ::read(descriptor_, bytes.data() + got, most - got);
      if (more < 0 && errno == EINTR) continue;
      if (more < 0) return false;
      if (more == 0) break;
      got += static_cast<std::size_t>(more);
    }
    bytes.resize(got);
    return true;
  }
  [[nodiscard]] bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
  }
  [[nodiscard]] bool sync() const { return ::fsync(descriptor_) == 0; }

 private:
  int descriptor_;
};

std::unexpected<Error> unreadable(const std::string& path) {
  return fail(ErrorKind::not_found, "casefile.exhibit_unreadable",
              fmt::format("{} cannot be read: {}", path, std::strerror(errno)), "check the path and its rights");
}

std::unexpected<Error> unwritable(const std::string& path) {
  return fail(ErrorKind::io, "casefile.exhibit_unwritable",
              fmt::format("{} cannot be written: {}", path, std::strerror(errno)),
              "free some room on the disk of the case, or leave the exhibit where it lies with --leave");
}

std::unexpected<Error> broken(const std::string& path) {
  return fail(ErrorKind::refused, "casefile.seal_broken",
              fmt::format("{} does not open: it was changed, or sealed with another key", path),
              "check the case with sidik case verify, and the key file");
}

/// Reads a file piece by piece; the last one is told.
template <class Take>
Result<FileDigest> read_pieces(const std::string& path, const Context& context, Take&& take) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open() || std::filesystem::is_directory(path)) {
    if (file.is_open()) errno = EISDIR;
    return unreadable(path);
  }
  FileDigest digest;
  crypto::Sha256 hash;
  std::string piece;
  std::string next;
  if (!file.read(piece, kPiece)) return unreadable(path);
  for (bool is_last = false; !is_last; piece.swap(next)) {
    if (context.is_cancelled())
      return fail(ErrorKind::cancelled, "casefile.cancelled", "stopped before the exhibit was read");
    if (!file.read(next, kPiece)) return unreadable(path);
    is_last = next.empty();
    hash.update(piece);
    digest.bytes += piece.size();
    SIDIK_CHECK(take(std::string_view(piece), is_last));
    if (context.progress != nullptr) context.progress->advance(digest.bytes, 0, 0);
  }
  digest.sha256 = hash.finish_hex();
  return digest;
}

/// Removes the file that is not yet whole, unless it became what it should.
class Unfinished {
 public:
  explicit Unfinished(std::string path) : path_(std::move(path)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  void keep() { path_.clear(); }

 private:
  std::string path_;
};

}  // namespace

Result<FileDigest> digest_file(const std::string& path, const Context& context) {
  return read_pieces(path, context, [](std::string_view, bool) -> Status { return {}; });
}

std::uint64_t sealed_size(std::uint64_t bytes) {
  const std::uint64_t pieces = bytes == 0 ? 1 : (bytes + kPiece - 1) / kPiece;
  return kMagic.size() + crypto::Sealer::kHeaderBytes + bytes + pieces * crypto::Sealer::kOverhead;
}

Result<FileDigest> seal_file(const std::string& path, const std::string& sealed, const crypto::SecretKey& key,
                             const Context& context) {
  Unfinished unfinished(sealed + ".part");
  const File out(::open(unfinished.path().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
  crypto::Sealer sealer(key);
  if (!out.is_open() || !out.write(kMagic) || !out.write(sealer.header())) return unwritable(sealed);
  auto digest = read_pieces(path, context, [&](std::string_view piece, bool is_last) -> Status {
    if (!out.write(sealer.seal(piece, is_last))) return unwritable(sealed);
    return {};
  });
  if (!digest) return digest;
  if (!out.sync() || ::rename(unfinished.path().c_str(), sealed.c_str()) != 0) return unwritable(sealed);
  unfinished.keep();
  return digest;
}

Status open_sealed(const std::string& sealed, const crypto::SecretKey& key,
                   const std::function<bool(std::string_view piece)>& take) {
  const File file(::open(sealed.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return unreadable(sealed);
  std::string bytes;
  if (!file.read(bytes, kMagic.size()) || bytes != kMagic) return broken(sealed);
  if (!file.read(bytes, crypto::Sealer::kHeaderBytes)) return unreadable(sealed);
  auto opener = crypto::Opener::create(key, bytes);
  if (!opener) return broken(sealed);
  for (;;) {
    if (!file.read(bytes, kPiece + crypto::Sealer::kOverhead)) return unreadable(sealed);
    const auto piece = opener->open(bytes);
    if (!piece) return broken(sealed);
    if (!take(piece->bytes)) return {};
    if (!piece->is_last) continue;
    if (!file.read(bytes, 1)) return unreadable(sealed);
    if (!bytes.empty()) return broken(sealed);
    return {};
  }
}

}  // namespace sidik::casefile
