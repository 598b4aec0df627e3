#pragma once

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "ingest/unpack/decoder_process.hpp"
#include "ingest/unpack/memory_file.hpp"

namespace sidik::ingest {

/// decode() without a process: all its frames are in memory before the first is read. For fuzzing, and as the slow twin
/// of the helper process. Only the first `kMostFrames` bytes of frames are kept; then the decoder seems to have died.
class InProcessDecoder final : public RunningDecoder {
 public:
  static constexpr std::size_t kMostFrames = std::size_t{8} << 20;

  static Result<std::unique_ptr<RunningDecoder>> start(const DecodeJob& job, DecoderBytes bytes, const DecoderTerms&) {
    auto decoder = std::make_unique<InProcessDecoder>();
    std::string& frames = decoder->frames_;
    FrameWriter writer([&frames](std::string_view sent) {
      frames += sent;
      return frames.size() < kMostFrames;
    });
    (void)writer.ready(false);
    if (bytes.feed == nullptr) {
      DecoderInput input(bytes.descriptor, bytes.size);
      decode(job, input, writer);
      decoder->packed_ = bytes.size;
      return decoder;
    }
    SIDIK_TRY(const MemoryFile file, MemoryFile::take(*bytes.feed, kMostFrames));
    ::lseek(file.descriptor(), 0, SEEK_SET);
    DecoderInput input(file.descriptor(), std::nullopt);
    decode(job, input, writer);
    decoder->packed_ = file.size();
    return decoder;
  }

  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t given = std::min(buffer.size(), frames_.size() - at_);
    std::memcpy(buffer.data(), frames_.data() + at_, given);
    at_ += given;
    return given;
  }
  void skip(std::uint32_t) override {}
  [[nodiscard]] std::uint64_t most_packed() const override { return packed_; }
  [[nodiscard]] std::string how_it_ended() override { return frames_.size() < kMostFrames ? "" : "it gave too much"; }

 private:
  std::string frames_;
  std::size_t at_ = 0;
  std::uint64_t packed_ = 0;
};

}  // namespace sidik::ingest
