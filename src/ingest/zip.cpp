#include "ingest/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "ingest/unpack_guard.hpp"

namespace sidik::ingest {
namespace {
constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
/// The end record of 22 bytes and the longest comment behind it (APPNOTE 4.3.16).
constexpr std::uint64_t kEndRecordReach = 65557;

/// Whether the end record of the central directory stands where it must. The file's position stays as it was.
Result<bool> has_end_record(SeekableSource& file) {
  const std::uint64_t was_at = file.position();
  const std::uint64_t from = file.size() > kEndRecordReach ? file.size() - kEndRecordReach : 0;
  if (!file.seek(from)) return true;
  std::string tail(static_cast<std::size_t>(file.size() - from), '\0');
  std::size_t filled = 0;
  while (filled < tail.size()) {
    SIDIK_TRY(const std::size_t got, file.read(std::span(tail).subspan(filled)));
    if (got == 0) break;
    filled += got;
  }
  if (!file.seek(was_at)) return fail(ErrorKind::bug, "ingest.libarchive", "a file does not seek back");
  return tail.rfind("PK\x05\x06") != std::string::npos;
}
}  // namespace

struct ZipReader::State {
  State(SeekableSource* seekable, ByteSource& bytes, const Limits& bounds)
      : file(seekable), stream(bytes), limits(bounds), guard(bounds), block(kBlockBytes), member_source(*this) {}
  ~State() {
    if (handle != nullptr) archive_read_free(handle);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// The data of the member that stands open.
  class MemberSource final : public ByteSource {
   public:
    explicit MemberSource(State& state) : state_(state) {}
    Result<std::size_t> read(std::span<char> buffer) override {
      if (!cut_.empty()) return std::size_t{0};
      const la_ssize_t got = archive_read_data(state_.handle, buffer.data(), buffer.size());
      if (got < 0) {
        if (state_.failure) return std::unexpected(*state_.failure);
        cut_ = "the member is cut off or damaged";
        return std::size_t{0};
      }
      SIDIK_CHECK(state_.guard.add(static_cast<std::uint64_t>(got), state_.packed));
      return static_cast<std::size_t>(got);
    }
    std::string cut_because() const override { return cut_; }
    void start() { cut_.clear(); }

   private:
    State& state_;
    std::string cut_;
  };

  static la_ssize_t read_block(struct archive*, void* self, const void** block) {
    auto& state = *static_cast<State*>(self);
    ByteSource& source = state.file != nullptr ? static_cast<ByteSource&>(*state.file) : state.stream;
    auto got = source.read(state.block);
    if (!got) {
      state.failure = std::move(got).error();
      return ARCHIVE_FATAL;
    }
    state.packed += *got;
    *block = state.block.data();
    return static_cast<la_ssize_t>(*got);
  }

  static la_int64_t seek_block(struct archive*, void* self, la_int64_t offset, int whence) {
    auto& state = *static_cast<State*>(self);
    const auto size = static_cast<la_int64_t>(state.file->size());
    const la_int64_t base = whence == SEEK_SET   ? 0
                            : whence == SEEK_END ? size
                                                 : static_cast<la_int64_t>(state.file->position());
    const la_int64_t target = std::clamp<la_int64_t>(base + offset, 0, size);
    return state.file->seek(static_cast<std::uint64_t>(target)) ? target : ARCHIVE_FATAL;
  }

  SeekableSource* file;
  ByteSource& stream;
  Limits limits;
  UnpackGuard guard;
  std::vector<char> block;
  struct archive* handle = nullptr;
  std::uint64_t packed = 0;
  std::uint32_t entries = 0;
  std::optional<Error> failure;
  std::string cut;
  Member member;
  MemberSource member_source;
};

ZipReader::ZipReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipReader::~ZipReader() = default;

bool is_zip(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"); }

Result<std::unique_ptr<ZipReader>> ZipReader::open(SeekableSource* file, ByteSource& stream, const Limits& limits) {
  bool is_whole = true;
  if (file != nullptr) {
    SIDIK_TRY(is_whole, has_end_record(*file));
  }
  // Without a directory the members are read one after the other, as from a stream that begins at the first byte.
  auto state = std::make_unique<State>(file, stream, limits);
  if (!is_whole) state->cut = "the zip archive is cut off: its directory is missing";
  state->handle = archive_read_new();
  if (state->handle == nullptr) return fail(ErrorKind::bug, "ingest.libarchive", "libarchive does not start");
  archive_read_support_format_zip(state->handle);
  archive_read_set_read_callback(state->handle, &State::read_block);
  if (file != nullptr && is_whole) archive_read_set_seek_callback(state->handle, &State::seek_block);
  archive_read_set_callback_data(state->handle, state.get());
  if (archive_read_open1(state->handle) != ARCHIVE_OK) {
    if (state->failure) return std::unexpected(*state->failure);
    return fail(ErrorKind::invalid_input, "ingest.archive_damaged",
                "the zip archive cannot be opened: its directory is damaged",
                "try to repair it with zip -FF on a copy");
  }
  return std::unique_ptr<ZipReader>(new ZipReader(std::move(state)));
}

Result<const ZipReader::Member*> ZipReader::next() {
  State& state = *state_;
  while (true) {
    struct archive_entry* entry = nullptr;
    const int status = archive_read_next_header(state.handle, &entry);
    if (status == ARCHIVE_EOF) return nullptr;
    if (status < ARCHIVE_WARN) {
      if (state.failure) return std::unexpected(*state.failure);
      if (state.cut.empty()) state.cut = "the zip archive is cut off or damaged";
      return nullptr;
    }
    if (++state.entries > state.limits.archive_entries) {
      return fail(ErrorKind::limit, "ingest.archive_entries",
                  fmt::format("the archive has more than {} members", state.limits.archive_entries),
                  "raise --max-entries if you trust the archive");
    }
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    state.member.name = name != nullptr ? name : fmt::format("member {}", state.entries);
    if (state.member.name.ends_with('/')) continue;
    state.member.bytes =
        archive_entry_size_is_set(entry) != 0 ? static_cast<std::uint64_t>(archive_entry_size(entry)) : 0;
    state.member.is_encrypted = archive_entry_is_data_encrypted(entry) != 0;
    state.member_source.start();
    state.member.source = &state.member_source;
    return &state.member;
  }
}

std::string ZipReader::cut_because() const { return state_->cut; }

}  // namespace sidik::ingest
