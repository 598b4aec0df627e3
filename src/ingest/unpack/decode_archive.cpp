#include <iconv.h>
#include <clocale>
#include <cstdlib>
#include <ctime>

#include <algorithm>
#include <string>
#include <string_view>

#include "ingest/unpack/archive_handle.hpp"
#include "ingest/unpack/decode.hpp"

namespace sidik::ingest {
namespace {

/// The end record of 22 bytes and the longest comment behind it (APPNOTE 4.3.16).
constexpr std::uint64_t kEndRecordReach = 65557;
/// How much of an encrypted member is unpacked to see whether a password fits: by a check byte alone one wrong password
/// in 256 seems to.
constexpr std::uint64_t kProbeBytes = std::uint64_t{4} << 20;

/// Whether the end record of the central directory stands where it must.
bool has_end_record(DecoderInput& input) {
  std::string tail(static_cast<std::size_t>(std::min(input.size(), kEndRecordReach)), '\0');
  input.seek(input.size() - tail.size());
  std::size_t filled = 0;
  while (filled < tail.size()) {
    const auto got = input.read(std::span(tail).subspan(filled));
    if (!got || *got == 0) break;
    filled += *got;
  }
  input.seek(0);
  return tail.rfind("PK\x05\x06") != std::string::npos;
}

bool is_file(archive_entry* entry) {
  const auto type = archive_entry_filetype(entry);
  return (type == AE_IFREG || type == 0) && archive_entry_hardlink(entry) == nullptr;
}

std::string_view name_in(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  return name != nullptr ? name : "";
}

/// One archive, from its first header to its end.
class ArchiveDecoder {
 public:
  ArchiveDecoder(const DecodeJob& job, DecoderInput& input, FrameWriter& frames)
      : job_(job), input_(input), frames_(frames) {}

  void run() {
    if (job_.kind == ContainerKind::zip && input_.can_seek()) seeks_ = has_end_record(input_);
    auto passwords = job_.passwords;
    if (job_.kind == ContainerKind::zip && input_.can_seek() && !passwords.empty()) put_fitting_first(passwords);
    ArchiveHandle handle(job_.kind, input_, [this](std::uint64_t packed) { frames_.tick(packed); });
    for (const auto& password : passwords) handle.add_password(password.reveal());
    if (!handle.open(seeks_)) {
      frames_.end({handle.why(StopCode::not_opened), 0});
      return;
    }
    while (step(handle)) {
    }
  }

 private:
  /// One header and what is behind it. False at the end.
  bool step(ArchiveHandle& handle) {
    archive_entry* entry = nullptr;
    const int status = handle.next(&entry);
    if (status == ARCHIVE_EOF) return end(seeks_ ? StopCode::none : StopCode::no_directory);
    if (status < ARCHIVE_WARN) {
      const StopCode code = handle.why(entries_ == 0 ? StopCode::not_opened : StopCode::cut_off);
      if (!seeks_ && code == StopCode::cut_off) return end(StopCode::no_directory);
      return end(code == StopCode::not_opened && handle.has_encrypted() ? StopCode::cannot_decrypt : code);
    }
    if (++entries_ > job_.most_entries) return end(StopCode::too_many_entries);
    const std::string_view name = name_in(entry);
    if (archive_entry_filetype(entry) == AE_IFDIR || name.ends_with('/')) return true;
    const std::uint64_t declared = archive_entry_size_is_set(entry) != 0
                                       ? static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0))
                                       : 0;
    if (!is_file(entry)) return frames_.skipped(name, declared, StopCode::not_a_file);
    const bool is_encrypted = archive_entry_is_data_encrypted(entry) != 0;
    if (!frames_.member(name, declared, is_encrypted)) return false;
    return frames_.member_end(data(handle, is_encrypted));
  }

  Stop data(ArchiveHandle& handle, bool is_encrypted) {
    while (true) {
      const la_ssize_t got = handle.read(frames_.room());
      if (got == 0) return {};
      if (got < 0) {
        const bool is_guess = is_encrypted && !fits_ && !job_.passwords.empty() && input_.can_seek();
        return {handle.why(is_guess ? StopCode::wrong_password : StopCode::damaged), input_.bytes_read()};
      }
      if (!frames_.data(static_cast<std::size_t>(got), input_.bytes_read()) || frames_.is_member_skipped()) return {};
    }
  }

  /// Tries each password on the first encrypted member and puts those that unpack it in front.
  void put_fitting_first(std::vector<Secret>& passwords) {
    const auto middle = std::stable_partition(passwords.begin(), passwords.end(),
                                              [this](const Secret& password) { return fits(password); });
    fits_ = middle != passwords.begin();
  }

  bool fits(const Secret& password) {
    input_.seek(0);
    ArchiveHandle handle(job_.kind, input_, [this](std::uint64_t packed) { frames_.tick(packed); });
    handle.add_password(password.reveal());
    bool does = false;
    archive_entry* entry = nullptr;
    bool is_found = false;
    if (handle.open(seeks_)) {
      for (std::uint32_t i = 0; i < job_.most_entries && !is_found && handle.next(&entry) == ARCHIVE_OK; ++i)
        is_found = is_file(entry) && archive_entry_is_data_encrypted(entry) != 0;
    }
    if (is_found) {
      std::uint64_t seen = 0;
      la_ssize_t got = 0;
      while (seen < kProbeBytes && (got = handle.read(frames_.room())) > 0) seen += static_cast<std::uint64_t>(got);
      does = got >= 0;
    }
    input_.seek(0);
    return does;
  }

  bool end(StopCode code) {
    frames_.end({code, input_.bytes_read()});
    return false;
  }

  const DecodeJob& job_;
  DecoderInput& input_;
  FrameWriter& frames_;
  std::uint32_t entries_ = 0;
  bool seeks_ = true;
  bool fits_ = false;  ///< some password unpacked the first encrypted member
};

}  // namespace

void decode_archive(const DecodeJob& job, DecoderInput& input, FrameWriter& frames) {
  ArchiveDecoder(job, input, frames).run();
}

void prepare_decoding(ContainerKind kind) {
  if (!is_archive(kind)) return;
  // mktime would look for the zone's file; a zone given by its offset has none.
  ::setenv("TZ", "UTC0", 1);  // NOLINT(concurrency-mt-unsafe): the helper has one thread
  ::tzset();
  // Names come out as UTF-8; the converters are loaded now and stay.
  if (std::setlocale(LC_CTYPE, "C.UTF-8") == nullptr) return;  // NOLINT(concurrency-mt-unsafe)
  for (const char* from : {"UTF-16LE", "UTF-16BE", "UTF-8"}) (void)::iconv_open("UTF-8", from);
}

}  // namespace sidik::ingest
