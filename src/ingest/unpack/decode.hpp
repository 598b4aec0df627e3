#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/secret.hpp"
#include "ingest/unpack/container.hpp"
#include "ingest/unpack/decoder_input.hpp"
#include "ingest/unpack/frames.hpp"

namespace sidik::ingest {

/// What a decoder is asked to do.
struct DecodeJob {
  ContainerKind kind = ContainerKind::none;
  std::vector<Secret> passwords;
  std::uint32_t most_entries = 100000;
  std::uint64_t memory_bytes = std::uint64_t{1} << 29;
};

/// Reads a container and tells its members in frames. Runs in the helper process: it is the code that hostile bytes
/// reach first, so it needs no file, no network and no thread, and says nothing but frames.
///
/// Order    `ready` was written before; this writes all that follows, `end` too.
/// Cost     a stream: its codec's memory. An archive: libarchive's, which may keep its directory.
void decode(const DecodeJob& job, DecoderInput& input, FrameWriter& frames);

/// The two halves of it.
void decode_stream(const DecodeJob& job, DecoderInput& input, FrameWriter& frames);
void decode_archive(const DecodeJob& job, DecoderInput& input, FrameWriter& frames);

/// What a decoder needs of the system and can no longer get once it is shut in: character sets, the time zone.
void prepare_decoding(ContainerKind kind);

}  // namespace sidik::ingest
