#include "rehearse/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include <fmt/format.h>

namespace sidik::rehearse {

namespace {

/// Packing is there for the shape of the file, not for its size.
constexpr int kGzipLevel = 1;
/// 15 bits of window, and 16 for a gzip header, as zlib has it.
constexpr int kGzipWindow = 15 + 16;

}  // namespace

struct OutputFile::State {
  int descriptor = -1;
  bool owns = false;
  bool packs = false;
  std::string path;
  z_stream packer{};
  std::vector<unsigned char> packed;

  ~State() {
    if (packs) deflateEnd(&packer);
    if (owns && descriptor >= 0) ::close(descriptor);
  }
  Status put(const char* bytes, std::size_t count) const {
    while (count > 0) {
      const ssize_t written = ::write(descriptor, bytes, count);
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) {
        return fail(ErrorKind::io, "rehearse.unwritable", fmt::format("cannot write {}: error {}", path, errno),
                    "free some space or choose another folder with --out");
      }
      bytes += written;
      count -= static_cast<std::size_t>(written);
    }
    return {};
  }
  Status pack(std::string_view bytes, int flush) {
    packer.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
    packer.avail_in = static_cast<unsigned>(bytes.size());
    do {
      packer.next_out = packed.data();
      packer.avail_out = static_cast<unsigned>(packed.size());
      deflate(&packer, flush);
      SIDIK_CHECK(put(reinterpret_cast<const char*>(packed.data()), packed.size() - packer.avail_out));
    } while (packer.avail_out == 0);
    return {};
  }
};

OutputFile::OutputFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::open(const std::string& path, bool gzip) {
  auto state = std::make_unique<State>();
  state->path = path == "-" ? "standard output" : path;
  state->descriptor =
      path == "-" ? STDOUT_FILENO : ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  state->owns = path != "-";
  if (state->descriptor < 0) {
    return fail(ErrorKind::io, "rehearse.unwritable", fmt::format("cannot create {}: error {}", path, errno),
                "choose a folder that you may write to with --out");
  }
  if (gzip) {
    state->packed.resize(std::size_t{1} << 18U);
    if (deflateInit2(&state->packer, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      return fail(ErrorKind::limit, "rehearse.packer", "there is no memory for packing", "leave out --gzip");
    }
    state->packs = true;
  }
  return OutputFile(std::move(state));
}

Status OutputFile::write(std::string_view bytes) {
  return state_->packs ? state_->pack(bytes, Z_NO_FLUSH) : state_->put(bytes.data(), bytes.size());
}

Status OutputFile::close() {
  if (state_->packs) SIDIK_CHECK(state_->pack({}, Z_FINISH));
  if (!state_->owns) return {};
  const int result = ::close(state_->descriptor);
  state_->descriptor = -1;
  if (result != 0)
    return fail(ErrorKind::io, "rehearse.unwritable", fmt::format("cannot end {}", state_->path),
                "look for a full disk");
  return {};
}

}  // namespace sidik::rehearse
