#include "ingest/encoding/text_window.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 20;
/// For each of the threads that share a text, and for all of them.
constexpr std::size_t kThreadBytes = std::size_t{512} << 10;
constexpr std::size_t kMostReadBytes = std::size_t{8} << 20;
/// Source bytes converted at a time: the map back to the source costs eight bytes a byte.
constexpr std::size_t kConvertBytes = std::size_t{1} << 17;

bool is_high_surrogate(char16_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low_surrogate(char16_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

}  // namespace

TextWindow::TextWindow(ByteSource& source, Encoding encoding, UConverter* converter)
    : source_(&source),
      encoding_(std::move(encoding)),
      converter_(converter),
      chunk_(blocks_.take(0)),
      read_bytes_(kReadBytes) {}

TextWindow::TextWindow(TextWindow&& other) noexcept
    : source_(other.source_),
      encoding_(std::move(other.encoding_)),
      converter_(std::exchange(other.converter_, nullptr)),
      blocks_(other.blocks_),
      chunk_(std::move(other.chunk_)),
      read_bytes_(other.read_bytes_),
      is_shared_(other.is_shared_),
      begin_(other.begin_),
      end_(other.end_),
      is_at_end_(other.is_at_end_),
      unconvertible_(other.unconvertible_),
      base_offset_(other.base_offset_),
      source_end_(other.source_end_),
      raw_(std::move(other.raw_)),
      origin_(std::move(other.origin_)),
      pending_high_(other.pending_high_),
      pending_offset_(other.pending_offset_),
      held_bytes_(other.held_bytes_) {}

TextWindow::~TextWindow() {
  if (converter_ != nullptr) ucnv_close(converter_);
}

Result<TextWindow> TextWindow::create(ByteSource& source, Encoding encoding) {
  UConverter* converter = nullptr;
  if (!encoding.is_utf8()) {
    UErrorCode status = U_ZERO_ERROR;
    converter = ucnv_open(encoding.name.c_str(), &status);
    if (U_FAILURE(status) != 0) {
      return fail(ErrorKind::usage, "ingest.encoding_unknown", fmt::format("no encoding is called {}", encoding.name));
    }
  }
  TextWindow window(source, std::move(encoding), converter);
  std::array<char, 4> mark{};
  std::size_t skipped = 0;
  while (skipped < window.encoding_.mark_bytes) {
    SIDIK_TRY(const std::size_t got, source.read({mark.data(), window.encoding_.mark_bytes - skipped}));
    if (got == 0) break;
    skipped += got;
  }
  window.base_offset_ = window.source_end_ = skipped;
  return window;
}

void TextWindow::read_at_a_time(std::size_t threads) {
  read_bytes_ = std::min(std::max(kReadBytes, threads * kThreadBytes), kMostReadBytes);
}

void TextWindow::consume(std::size_t count) {
  begin_ += count;
  base_offset_ += count;
}

ByteOffset TextWindow::source_offset(std::size_t at) const {
  if (converter_ == nullptr) return ByteOffset(base_offset_ + at);
  const std::size_t place = begin_ + at;
  if (place < end_) return ByteOffset(origin_[place]);
  return ByteOffset(pending_high_ != 0 ? pending_offset_ : source_end_ - held_bytes_);
}

Result<bool> TextWindow::fill() {
  if (is_at_end_) return false;
  make_room();
  return converter_ == nullptr ? fill_utf8() : fill_converted();
}

/// Moves what is left to the front of a chunk that nobody else holds; it grows only when a record needs more than it
/// has.
void TextWindow::make_room() {
  const std::size_t left = end_ - begin_;
  const std::size_t needed = left + read_bytes_;
  if (is_shared_ || chunk_->size() < needed) {
    auto next = blocks_.take(chunk_->size() < needed ? std::max(needed, left * 2) : chunk_->size());
    if (left > 0) std::memcpy(next->data(), chunk_->data() + begin_, left);
    chunk_ = std::move(next);
    is_shared_ = false;
  } else if (begin_ > 0 && left > 0) {
    std::memmove(chunk_->data(), chunk_->data() + begin_, left);
  }
  if (!origin_.empty()) origin_.erase(origin_.begin(), origin_.begin() + static_cast<std::ptrdiff_t>(begin_));
  begin_ = 0;
  end_ = left;
}

Result<bool> TextWindow::fill_utf8() {
  SIDIK_TRY(const std::size_t got, source_->read({chunk_->data() + end_, chunk_->size() - end_}));
  end_ += got;
  source_end_ += got;
  is_at_end_ = got == 0;
  return got > 0;
}

Result<bool> TextWindow::fill_converted() {
  raw_.resize(kConvertBytes);
  const std::size_t before = end_;
  const std::uint64_t told_end = source_offset(end_ - begin_).value;
  while (end_ == before && !is_at_end_) {
    const std::uint64_t chunk_offset = source_end_;
    SIDIK_TRY(const std::size_t got, source_->read(raw_));
    source_end_ += got;
    is_at_end_ = got == 0;
    std::vector<char16_t> units(got + 16);
    std::vector<std::int32_t> offsets(units.size());
    // A unit without an offset of its own belongs to the character before it or, at first, to one that began in the
    // chunk before.
    std::int64_t last = -static_cast<std::int64_t>(held_bytes_);
    const char* from = raw_.data();
    const char* const from_end = from + got;
    UErrorCode status = U_ZERO_ERROR;
    do {
      status = U_ZERO_ERROR;
      char16_t* to = units.data();
      const std::ptrdiff_t done = from - raw_.data();
      ucnv_toUnicode(converter_, &to, units.data() + units.size(), &from, from_end, offsets.data(),
                     static_cast<UBool>(is_at_end_), &status);
      const auto count = static_cast<std::size_t>(to - units.data());
      for (std::size_t i = 0; i < count; ++i) {
        if (offsets[i] >= 0) last = offsets[i] + done;
        offsets[i] = static_cast<std::int32_t>(last);
      }
      append_converted(units.data(), offsets.data(), count, chunk_offset);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    UErrorCode counted = U_ZERO_ERROR;
    held_bytes_ = static_cast<std::uint64_t>(ucnv_toUCountPending(converter_, &counted));
  }
  if (is_at_end_ && pending_high_ != 0) {
    pending_high_ = 0;
    append_converted(u"\xfffd", std::array<std::int32_t, 1>{0}.data(), 1, pending_offset_);
  }
  // Bytes that are no text (the shifts of ISO-2022) belong to what follows, so that no byte lies between two windows.
  const std::uint64_t first = end_ > before ? origin_[before] : told_end;
  for (std::size_t i = before; i < end_ && origin_[i] == first; ++i) origin_[i] = told_end;
  return end_ > before;
}

void TextWindow::append_converted(const char16_t* units, const std::int32_t* offsets, std::size_t count,
                                  std::uint64_t chunk_offset) {
  std::string out;
  origin_.resize(end_);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t offset = chunk_offset + static_cast<std::uint64_t>(std::int64_t{offsets[i]});
    char32_t code_point = units[i];
    if (pending_high_ != 0) {
      if (is_low_surrogate(units[i])) {
        code_point = 0x10000 + ((static_cast<char32_t>(pending_high_) - 0xd800) << 10) + (units[i] - 0xdc00);
        offset = pending_offset_;
      } else {
        const std::size_t start = out.size();
        text::append_utf8(out, U'\xfffd');
        origin_.insert(origin_.end(), out.size() - start, pending_offset_);
        ++unconvertible_;
      }
      pending_high_ = 0;
    } else if (is_high_surrogate(units[i])) {
      pending_high_ = units[i];
      pending_offset_ = offset;
      continue;
    }
    if (code_point >= 0xd800 && code_point < 0xe000) code_point = U'\xfffd';
    unconvertible_ += code_point == U'\xfffd';
    const std::size_t start = out.size();
    text::append_utf8(out, code_point);
    origin_.insert(origin_.end(), out.size() - start, offset);
  }
  if (chunk_->size() < end_ + out.size() + 1) chunk_->resize((end_ + out.size()) * 2 + 1);
  std::memcpy(chunk_->data() + end_, out.data(), out.size());
  end_ += out.size();
}

}  // namespace sidik::ingest
