#include "ingest/unpack/frames.hpp"

#include <algorithm>

namespace sidik::ingest {
namespace {

std::unexpected<Error> broken(const char* how) {
  return fail(ErrorKind::protocol, "ingest.unpacker", how, "report this, and keep the archive");
}

template <class Number>
void put(char* at, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) at[i] = static_cast<char>(number >> (8 * i) & 0xffU);
}

template <class Number>
Number take(const char* at) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    number |= static_cast<Number>(static_cast<Number>(static_cast<std::uint8_t>(at[i])) << (8 * i));
  return number;
}

std::size_t most_bytes(FrameKind kind) {
  if (kind == FrameKind::data) return kFrameDataBytes;
  return kind == FrameKind::member || kind == FrameKind::skipped ? kFrameNameBytes : 0;
}

}  // namespace

FrameWriter::FrameWriter(Write write, WhatToSkip what_to_skip)
    : write_(std::move(write)), what_to_skip_(std::move(what_to_skip)), buffer_(kFrameHeadBytes + kFrameDataBytes) {}

bool FrameWriter::send(FrameHead head) {
  buffer_[0] = static_cast<char>(head.kind);
  buffer_[1] = static_cast<char>(head.code);
  put<std::uint16_t>(&buffer_[2], 0);
  put(&buffer_[4], head.length);
  put(&buffer_[8], head.number);
  return write_({buffer_.data(), kFrameHeadBytes + head.length});
}

bool FrameWriter::send_name(FrameHead head, std::string_view name) {
  // The end of a long name tells more than its middle: there is the ending that says what it is.
  constexpr std::size_t kTail = 64;
  const std::size_t kept = std::min(name.size(), kFrameNameBytes);
  const std::size_t tail = name.size() > kept ? kTail : 0;
  name.copy(room().data(), kept - tail);
  name.copy(room().data() + kept - tail, tail, name.size() - tail);
  head.length = static_cast<std::uint32_t>(kept);
  return send(head);
}

bool FrameWriter::ready(bool is_filtered) {
  return send({FrameKind::ready, static_cast<std::uint8_t>(is_filtered ? 1 : 0), 0, 0});
}
bool FrameWriter::member(std::string_view name, std::uint64_t declared_bytes, bool is_encrypted) {
  ++members_;
  const std::uint8_t flags = is_encrypted ? kMemberIsEncrypted : 0;
  return send_name({FrameKind::member, flags, 0, declared_bytes}, name);
}
bool FrameWriter::data(std::size_t bytes_in_room, std::uint64_t packed) {
  return send({FrameKind::data, 0, static_cast<std::uint32_t>(bytes_in_room), packed});
}
bool FrameWriter::tick(std::uint64_t packed) { return send({FrameKind::tick, 0, 0, packed}); }
bool FrameWriter::member_end(Stop stop) {
  return send({FrameKind::member_end, static_cast<std::uint8_t>(stop.code), 0, stop.at});
}
bool FrameWriter::skipped(std::string_view name, std::uint64_t declared_bytes, StopCode why) {
  return send_name({FrameKind::skipped, static_cast<std::uint8_t>(why), 0, declared_bytes}, name);
}
bool FrameWriter::end(Stop stop) { return send({FrameKind::end, static_cast<std::uint8_t>(stop.code), 0, stop.at}); }

bool FrameWriter::is_member_skipped() {
  if (!what_to_skip_) return false;
  const auto number = what_to_skip_();
  return number && *number == members_;
}

Status FrameReader::check_order(const FrameHead& head) {
  const bool is_start = place_ == Place::start;
  const bool is_between = place_ == Place::between;
  const bool is_inside = place_ == Place::inside;
  switch (head.kind) {
    case FrameKind::ready:
      if (!is_start) return broken("the reader of the archive began twice");
      place_ = Place::between;
      return {};
    case FrameKind::member:
      if (!is_between) return broken("the reader of the archive began a member inside another");
      place_ = Place::inside;
      return {};
    case FrameKind::tick:
      if (!is_between && !is_inside) return broken("the reader of the archive spoke out of order");
      return {};
    case FrameKind::data:
      if (!is_inside) return broken("the reader of the archive gave data of no member");
      return {};
    case FrameKind::member_end:
      if (!is_inside) return broken("the reader of the archive ended no member");
      place_ = Place::between;
      return {};
    case FrameKind::skipped:
      if (!is_between) return broken("the reader of the archive skipped inside a member");
      return {};
    case FrameKind::end:
      if (!is_between) return broken("the reader of the archive ended inside a member");
      place_ = Place::over;
      return {};
  }
  return broken("the reader of the archive sent something unknown");
}

Result<FrameHead> FrameReader::next() {
  if (left_ > 0) return fail(ErrorKind::bug, "ingest.unpacker", "a frame was not read to its end");
  std::array<char, kFrameHeadBytes> bytes{};
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    SIDIK_TRY(const std::size_t got, bytes_.read(std::span(bytes).subspan(filled)));
    if (got == 0) return broken("the reader of the archive ended before its time");
    filled += got;
  }
  FrameHead head;
  head.kind = static_cast<FrameKind>(bytes[0]);
  head.code = static_cast<std::uint8_t>(bytes[1]);
  head.length = take<std::uint32_t>(&bytes[4]);
  head.number = take<std::uint64_t>(&bytes[8]);
  if (take<std::uint16_t>(&bytes[2]) != 0) return broken("the reader of the archive sent something unknown");
  SIDIK_CHECK(check_order(head));
  if (head.length > most_bytes(head.kind)) return broken("the reader of the archive sent too much at once");
  if (head.code >= static_cast<std::uint8_t>(StopCode::count_of_stop_codes))
    return broken("the reader of the archive gave an unknown reason");
  left_ = head.length;
  return head;
}

Result<std::size_t> FrameReader::read_data(std::span<char> buffer) {
  const std::size_t wanted = std::min<std::size_t>(buffer.size(), left_);
  if (wanted == 0) return std::size_t{0};
  SIDIK_TRY(const std::size_t got, bytes_.read(buffer.first(wanted)));
  if (got == 0 || got > wanted) return broken("the reader of the archive ended before its time");
  left_ -= static_cast<std::uint32_t>(got);
  return got;
}

Result<std::string> FrameReader::read_name() {
  std::string name(left_, '\0');
  std::size_t filled = 0;
  while (filled < name.size()) {
    SIDIK_TRY(const std::size_t got, read_data(std::span(name).subspan(filled)));
    filled += got;
  }
  return name;
}

}  // namespace sidik::ingest
