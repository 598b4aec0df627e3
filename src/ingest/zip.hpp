#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/limits.hpp"
#include "ingest/byte_source.hpp"

namespace sidik::ingest {

[[nodiscard]] bool is_zip(std::string_view head);

/// The members of a zip archive in the order of the archive, by libarchive with only its zip format enabled.
///
/// Order of calls   next (read the member's source to any point) next ... until next gives nothing.
class ZipReader {
 public:
  struct Member {
    std::string name;         ///< as written in the archive; never used as a path
    std::uint64_t bytes = 0;  ///< unpacked, as declared; 0 when not declared
    bool is_encrypted = false;
    ByteSource* source = nullptr;  ///< until the next call
  };
  /// `file` when the archive lies in a file that can seek (the central directory is used then); else `stream` is read
  /// once.
  [[nodiscard]] static Result<std::unique_ptr<ZipReader>> open(SeekableSource* file, ByteSource& stream,
                                                               const Limits& limits);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  /// The next member that is a file, or null at the end.
  /// Errors   ingest.archive_entries (limit). A damaged directory ends the archive and is told in cut_because().
  [[nodiscard]] Result<const Member*> next();
  [[nodiscard]] std::string cut_because() const;

 private:
  struct State;
  explicit ZipReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sidik::ingest
