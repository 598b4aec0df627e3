#pragma once

#include <memory>

#include "base/limits.hpp"
#include "ingest/byte_source.hpp"

namespace sidik::ingest {

[[nodiscard]] bool is_gzip(std::string_view head);

/// The decompressed bytes of a gzip file (RFC 1952), of one member or several one after the other.
///
/// A stream that ends early or is damaged gives every byte that came before, then ends; cut_because() says why. Bytes
/// behind the last member that are no gzip are left out and told in cut_because(). Errors   ingest.archive_ratio
/// (limit) past 64 MiB when one byte yields more than limits.archive_ratio bytes;
///          ingest.archive_bytes (limit).
[[nodiscard]] std::unique_ptr<ByteSource> open_gzip(ByteSource& inner, const Limits& limits);

}  // namespace sidik::ingest
