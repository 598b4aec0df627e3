#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/byte_source.hpp"
#include "ingest/unpack/stop.hpp"

/// The language that a decoder speaks to the program. A decoder has met hostile bytes and may be under their control:
/// nothing it says is believed beyond these bounds.
///
/// A frame is 16 bytes, little endian, and `length` bytes behind them:
///   0 kind, 1 code, 2 zero (2 bytes), 4 length (4 bytes), 8 number (8 bytes).
/// In order    ready (tick | skipped | member (data | tick)* member_end)* end.
namespace sidik::ingest {

constexpr std::size_t kFrameHeadBytes = 16;
constexpr std::size_t kFrameDataBytes = std::size_t{1} << 18;
constexpr std::size_t kFrameNameBytes = 4096;

enum class FrameKind : std::uint8_t {
  ready = 1,   ///< the sandbox stands; code: 1 when the filter of system calls is on
  member,      ///< code: MemberFlags; number: declared size; bytes: name
  data,        ///< number: packed bytes used so far; bytes: those of the member
  tick,        ///< number: packed bytes used so far; nothing came out of them yet
  member_end,  ///< code: StopCode; number: where
  skipped,     ///< code: StopCode; number: declared size; bytes: name
  end,         ///< code: StopCode; number: where
};

constexpr std::uint8_t kMemberIsEncrypted = 1;

struct FrameHead {
  FrameKind kind = FrameKind::end;
  std::uint8_t code = 0;
  std::uint32_t length = 0;
  std::uint64_t number = 0;
  [[nodiscard]] Stop stop() const { return {static_cast<StopCode>(code), number}; }
};

/// The decoder's side. A call that gives false: nobody listens any more, stop.
class FrameWriter {
 public:
  using Write = std::function<bool(std::string_view)>;
  /// The number of a member that nobody wants to read on, if there is one since the last call.
  using WhatToSkip = std::function<std::optional<std::uint32_t>()>;
  explicit FrameWriter(Write write, WhatToSkip what_to_skip = nullptr);

  bool ready(bool is_filtered);
  /// A new member; they are counted from 1.
  bool member(std::string_view name, std::uint64_t declared_bytes, bool is_encrypted);
  /// Where the next data go, so that they are copied once less.
  [[nodiscard]] std::span<char> room() { return std::span(buffer_).subspan(kFrameHeadBytes); }
  bool data(std::size_t bytes_in_room, std::uint64_t packed);
  bool tick(std::uint64_t packed);
  bool member_end(Stop stop);
  bool skipped(std::string_view name, std::uint64_t declared_bytes, StopCode why);
  bool end(Stop stop);
  /// Whether the reader wants no more of the member that stands open.
  [[nodiscard]] bool is_member_skipped();

 private:
  bool send(FrameHead head);
  bool send_name(FrameHead head, std::string_view name);
  Write write_;
  WhatToSkip what_to_skip_;
  std::vector<char> buffer_;
  std::uint32_t members_ = 0;
};

/// The program's side. Reads a frame's head, then its bytes; refuses what is out of order or out of bounds.
///
/// Order of calls   (next, then read_data or read_name to its end)*.
/// Errors   ingest.unpacker (protocol): the decoder broke its language, or ended before its time.
class FrameReader {
 public:
  explicit FrameReader(ByteSource& bytes) : bytes_(bytes) {}
  [[nodiscard]] Result<FrameHead> next();
  /// Bytes of the current frame; 0 when all were read.
  [[nodiscard]] Result<std::size_t> read_data(std::span<char> buffer);
  [[nodiscard]] Result<std::string> read_name();

 private:
  [[nodiscard]] Status check_order(const FrameHead& head);
  ByteSource& bytes_;
  std::uint32_t left_ = 0;
  enum class Place : std::uint8_t { start, between, inside, over } place_ = Place::start;
};

}  // namespace sidik::ingest
