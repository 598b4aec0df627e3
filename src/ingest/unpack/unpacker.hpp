#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/secret.hpp"
#include "ingest/byte_source.hpp"
#include "ingest/unpack/decoder_process.hpp"
#include "ingest/unpack/memory_file.hpp"
#include "ingest/unpack/unpack_guard.hpp"

/// The program's side of unpacking: what comes out of the helper process, as byte sources.
namespace sidik::ingest {

/// How to unpack, for all containers of one exhibit.
struct UnpackTerms {
  Limits limits;
  std::vector<Secret> passwords;
  DecoderTerms decoder;
  StartDecoder start;                     ///< empty: start_decoder_process
  std::shared_ptr<ExhibitGuard> exhibit;  ///< may be null

  [[nodiscard]] std::uint64_t memory_of_decoder() const;
  /// How much of an archive inside another may be held in memory.
  [[nodiscard]] std::uint64_t memory_of_archive() const;
};

/// The bytes of an archive, ready to be opened; several times when they can be read at any place.
///
/// Lifetime `file` and `stream` outlive it.
class ArchiveBytes {
 public:
  /// `file`: when the archive is a file on its own, whose bytes were all read (for its hash). Else the stream's bytes:
  /// of a zip, 7z or rar they are held in memory up to a quarter of limits.memory_bytes.
  /// Errors   ingest.archive_held (limit): a 7z or rar that is longer.
  [[nodiscard]] static Result<ArchiveBytes> of(ContainerKind kind, const FileSource* file, ByteSource& stream,
                                               const UnpackTerms& terms);
  /// Whether the archive can be opened again, for example to read one member before another.
  [[nodiscard]] bool can_open_again() const { return descriptor_ >= 0; }
  [[nodiscard]] ContainerKind kind() const { return kind_; }
  [[nodiscard]] DecoderBytes bytes() const { return {descriptor_, size_, descriptor_ >= 0 ? nullptr : feed()}; }

 private:
  [[nodiscard]] ByteSource* feed() const { return continued_ ? continued_.get() : stream_; }
  ContainerKind kind_ = ContainerKind::none;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  ByteSource* stream_ = nullptr;
  std::unique_ptr<MemoryFile> held_;
  std::unique_ptr<ByteSource> continued_;
};

/// The members of an archive in its order.
///
/// Order of calls   next (read the member's source to any point) next ... until next gives nothing.
/// Cost     a helper process as long as it lives. A member that is left unread is skipped by the decoder.
/// Lifetime `bytes` and what they need outlive it.
class ArchiveReader {
 public:
  struct Member {
    std::string name;         ///< a label (member_label): never a path; two members may have the same
    std::uint64_t bytes = 0;  ///< unpacked, as declared; 0 when not declared
    bool is_encrypted = false;
    ByteSource* source = nullptr;  ///< until the next call
  };
  struct Skipped {
    std::string name;
    std::uint64_t bytes = 0;
    std::string reason;
  };
  /// Errors   ingest.no_sandbox (refused), ingest.unpacker (io).
  [[nodiscard]] static Result<std::unique_ptr<ArchiveReader>> open(const ArchiveBytes& bytes, const UnpackTerms& terms);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// The next member that is a file, or null at the end. Reading its source can give ingest.encrypted (no password
  /// was given, or the format's encryption is not supported), ingest.wrong_password (both refused) and
  /// ingest.archive_method, besides the limits; what is damaged ends and says so in cut_because().
  /// Errors   ingest.archive_entries (limit), ingest.encrypted (refused), ingest.archive_damaged (nothing of it is
  ///          readable), ingest.unpack_memory (limit). A damaged directory, or a decoder that died, ends the archive
  ///          and is told in cut_because().
  [[nodiscard]] Result<const Member*> next();
  [[nodiscard]] std::string cut_because() const;
  /// Links and devices met since the last call.
  [[nodiscard]] std::vector<Skipped> take_skipped();

 private:
  class State;
  explicit ArchiveReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The unpacked bytes of a gzip, bzip2, xz or zstd stream. What precedes a cut is given; cut_because() says why it
/// ended.
///
/// Errors   ingest.no_sandbox (refused), ingest.unpacker (io); when read, ingest.archive_ratio, ingest.archive_bytes,
///          ingest.unpack_memory (limit).
/// Lifetime `packed` outlives it.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_packed(ContainerKind kind, ByteSource& packed,
                                                              const UnpackTerms& terms);

}  // namespace sidik::ingest
