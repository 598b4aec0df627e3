#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace sidik::ingest {

/// What holds other bytes: a stream that is packed as one (gzip to zstd), or an archive of members (zip to tar).
enum class ContainerKind : std::uint8_t { none, gzip, bzip2, xz, zstd, zip, seven_zip, rar, rar5, tar };

/// How many first bytes container_of wants to see: one block of a tar.
constexpr std::size_t kContainerHead = 512;

/// What the first bytes say. A tar is known by the checksum of its first header, since old ones have no magic.
/// Source   RFC 1952; bzip2 format; xz file format 1.1.0; RFC 8878; APPNOTE 6.3.10; 7zFormat.txt; RAR 5.0 technote;
///          POSIX.1-1988 ustar.
[[nodiscard]] ContainerKind container_of(std::string_view head);

[[nodiscard]] constexpr bool is_archive(ContainerKind kind) { return kind >= ContainerKind::zip; }
/// Whether it can only be read with its end at hand.
[[nodiscard]] constexpr bool needs_seeking(ContainerKind kind) {
  return kind == ContainerKind::seven_zip || kind == ContainerKind::rar || kind == ContainerKind::rar5;
}
/// Whether it is better read with its end at hand.
[[nodiscard]] constexpr bool likes_seeking(ContainerKind kind) {
  return kind == ContainerKind::zip || needs_seeking(kind);
}
/// For messages: `gzip`, `7z`.
[[nodiscard]] std::string_view name_of(ContainerKind kind);
/// A name without the ending that its container gave it: `dump.csv.gz` is `dump.csv`, `dump.tgz` is `dump`.
[[nodiscard]] std::string_view without_ending(std::string_view name, ContainerKind kind);

/// Refuses what looks like a container and can never be read: a part of several volumes, a self-extracting program.
/// Errors   ingest.archive_volume, ingest.self_extracting (both refused).
[[nodiscard]] Status refuse_container(std::string_view head);

}  // namespace sidik::ingest
