#include "ingest/unpack/decode.hpp"

#include <new>

#include "ingest/unpack/decompressor.hpp"

namespace sidik::ingest {

void decode(const DecodeJob& job, DecoderInput& input, FrameWriter& frames) {
  if (is_archive(job.kind))
    decode_archive(job, input, frames);
  else
    decode_stream(job, input, frames);
}

void decode_stream(const DecodeJob& job, DecoderInput& input, FrameWriter& frames) {
  Decompressor unpacked(job.kind, input, job.memory_bytes);
  if (!frames.member({}, 0, false)) return;
  Stop stop;
  while (true) {
    const auto got = unpacked.read(frames.room());
    if (!got) stop = {StopCode::cut_off, unpacked.packed()};
    if (!got || *got == 0) break;
    if (!frames.data(*got, unpacked.packed()) || frames.is_member_skipped()) break;
  }
  if (stop.code == StopCode::none) stop = unpacked.stop();
  if (frames.member_end(stop)) frames.end({});
}

}  // namespace sidik::ingest
