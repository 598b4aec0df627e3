#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/context.hpp"
#include "base/result.hpp"
#include "crypto/sealing.hpp"

namespace sidik::casefile {

/// What a file is known by.
struct FileDigest {
  std::string sha256;
  std::uint64_t bytes = 0;
};

/// Reads a file once.
/// Errors   casefile.exhibit_unreadable (not_found), casefile.cancelled.
[[nodiscard]] Result<FileDigest> digest_file(const std::string& path, const Context& context);

/// Copies a file into a sealed one: `sidik1`, a header and pieces of 1 MiB (crypto::Sealer); docs/formats/case.md.
/// The copy is written beside its place and moved there when it is whole and on the disk.
/// Output   the digest of the file in the open.
/// Errors   casefile.exhibit_unreadable (not_found), casefile.exhibit_unwritable (io), casefile.cancelled.
[[nodiscard]] Result<FileDigest> seal_file(const std::string& path, const std::string& sealed,
                                           const crypto::SecretKey& key, const Context& context);

/// How large the sealed copy of so many bytes is.
[[nodiscard]] std::uint64_t sealed_size(std::uint64_t bytes);

/// Shows what a sealed file holds, piece by piece; `take` may say false to stop.
/// Errors   casefile.exhibit_unreadable (not_found), casefile.seal_broken (refused): another key, or a piece that was
///          changed, is missing or was added; what was shown before is what was sealed.
[[nodiscard]] Status open_sealed(const std::string& sealed, const crypto::SecretKey& key,
                                 const std::function<bool(std::string_view piece)>& take);

}  // namespace sidik::casefile
