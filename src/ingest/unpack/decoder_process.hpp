#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/cancel.hpp"
#include "ingest/byte_source.hpp"
#include "ingest/unpack/decode.hpp"

namespace sidik::ingest {

/// A decoder at work somewhere; read() gives the frames that it sends.
class RunningDecoder : public ByteSource {
 public:
  /// Nobody wants more of this member (counted from 1): the decoder may go on to the next.
  virtual void skip(std::uint32_t member) = 0;
  /// How many packed bytes it can have used at most.
  [[nodiscard]] virtual std::uint64_t most_packed() const = 0;
  /// After read() gave 0: how it ended, as a sentence part; empty when in peace.
  [[nodiscard]] virtual std::string how_it_ended() = 0;
  /// Whether it ended because no sandbox could be had.
  [[nodiscard]] virtual bool lacks_sandbox() const { return false; }
};

/// Where a decoder's bytes come from: a file at any place, or a stream that is fed to it.
struct DecoderBytes {
  int descriptor = -1;  ///< of a file, read by position; borrowed
  std::uint64_t size = 0;
  ByteSource* feed = nullptr;  ///< when there is no file; read only when the decoder asks for more
};

struct DecoderTerms {
  bool allows_no_sandbox = false;  ///< go on without the filter of system calls where the system has none
  const CancelToken* cancel = nullptr;
  std::uint32_t silent_seconds = 300;  ///< a decoder that neither takes nor gives for so long is stopped
};

/// Starts a decoder. Tests replace it with one in the same process.
using StartDecoder =
    std::function<Result<std::unique_ptr<RunningDecoder>>(const DecodeJob&, DecoderBytes, const DecoderTerms&)>;

/// Starts `decode` in a forked process that is shut in (sandbox.hpp): what libarchive and the codecs do with hostile
/// bytes, they do there. The process ends with the object, with this process, or when the work is cancelled.
///
/// Errors   ingest.unpacker (io) when the system gives no process or pipe. A decoder that dies is no error here:
///          its bytes end, and how_it_ended() says why.
/// Cost     a fork (some milliseconds), 1 MiB of pipe, one copy of the bytes.
/// Threads  may be forked from a program with threads that load no library and set no locale (see be_child).
[[nodiscard]] Result<std::unique_ptr<RunningDecoder>> start_decoder_process(const DecodeJob& job, DecoderBytes bytes,
                                                                            const DecoderTerms& terms);

/// The same with another body than decode(): for the tests of the sandbox.
struct DecoderBody {
  std::function<void()> prepare;  ///< in the child, before it is shut in
  std::function<void(DecoderInput&, FrameWriter&)> run;
};
[[nodiscard]] Result<std::unique_ptr<RunningDecoder>> start_decoder_process(const DecoderBody& body,
                                                                            std::uint64_t memory_bytes,
                                                                            DecoderBytes bytes,
                                                                            const DecoderTerms& terms);

}  // namespace sidik::ingest
