#include "ingest/delimited/field_index.hpp"

#include <algorithm>
#include <array>
#include <bit>

// Highway compiles what stands between BEFORE and AFTER once for every kind of processor and chooses at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ingest/delimited/field_index.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>

#ifndef SIDIK_FIELD_INDEX_SIGNS
#define SIDIK_FIELD_INDEX_SIGNS
namespace sidik::ingest {

/// What is looked for, and where what is found goes.
struct IndexWork {
  char delimiter;
  char quote;   ///< 0: none
  char escape;  ///< 0: none
  std::uint16_t* ends;
  std::uint16_t* line_ends;
  std::uint16_t* line_marks;
  std::size_t fields = 0;
  std::size_t marks = 0;
  std::size_t lines = 0;
  std::uint64_t inside = 0;  ///< all ones while a quoted field goes on
};

}  // namespace sidik::ingest
#endif

HWY_BEFORE_NAMESPACE();
namespace sidik::ingest::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, 64>;

/// Which bytes of a block of 64 are `wanted`.
HWY_INLINE std::uint64_t bits_of(const std::uint8_t* block, char wanted) {
  const Bytes d;
  const auto sought = hn::Set(d, static_cast<std::uint8_t>(wanted));
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < 64; at += hn::Lanes(d)) {
    std::uint64_t some = 0;
    hn::StoreMaskBits(d, hn::Eq(hn::LoadU(d, block + at), sought), reinterpret_cast<std::uint8_t*>(&some));
    bits |= some << at;
  }
  return bits;
}

/// Bit i: whether an odd number of the bits up to i is set.
HWY_INLINE std::uint64_t parities(std::uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/// Writes the places of the set bits. So many are written at once that a block of common text needs no branch; what is
/// written too much is overwritten by the next block.
HWY_INLINE void write_places(std::uint64_t bits, std::size_t base, std::uint16_t* out) {
  constexpr std::size_t kAtOnce = 16;
  constexpr std::uint64_t kLast = std::uint64_t{1} << 63;  // so that counting needs no branch for 0
  for (std::size_t written = 0; written < 64; written += kAtOnce, out += kAtOnce) {
#pragma GCC unroll 16
    for (std::size_t i = 0; i < kAtOnce; ++i) {
      out[i] = static_cast<std::uint16_t>(base + static_cast<std::size_t>(std::countr_zero(bits | kLast)));
      bits &= bits - 1;
    }
    if (bits == 0) return;
  }
}

HWY_INLINE std::uint16_t counted(std::size_t before, std::uint64_t bits) {
  return static_cast<std::uint16_t>(before + static_cast<std::size_t>(std::popcount(bits)));
}

HWY_INLINE void index_block(const std::uint8_t* block, std::size_t base, std::uint64_t valid, IndexWork& work) {
  const std::uint64_t line_feeds = bits_of(block, '\n');
  const std::uint64_t quotes = work.quote == 0 ? 0 : bits_of(block, work.quote) & valid;
  const std::uint64_t enclosed = parities(quotes) ^ work.inside;
  if (std::popcount(quotes) % 2 != 0) work.inside = ~work.inside;
  const std::uint64_t marks = quotes | (work.escape == 0 ? 0 : bits_of(block, work.escape) & valid);
  const std::uint64_t ends = (bits_of(block, work.delimiter) | line_feeds) & valid & ~enclosed;
  write_places(ends, base, work.ends + work.fields);
  for (std::uint64_t lines = line_feeds & ends; lines != 0; lines &= lines - 1) {
    const std::uint64_t before = (lines & -lines) - 1;
    work.line_ends[work.lines] = counted(work.fields, ends & before);
    work.line_marks[work.lines++] = counted(work.marks, marks & before);
  }
  work.fields += static_cast<std::size_t>(std::popcount(ends));
  work.marks += static_cast<std::size_t>(std::popcount(marks));
}

void index_bytes(const std::uint8_t* text, std::size_t size, IndexWork& given) {
  IndexWork work = given;
  std::size_t at = 0;
  for (; at + 64 <= size; at += 64) index_block(text + at, at, ~std::uint64_t{0}, work);
  if (at < size) {
    std::array<std::uint8_t, 64> rest{};
    std::copy(text + at, text + size, rest.begin());
    index_block(rest.data(), at, (std::uint64_t{1} << (size - at)) - 1, work);
  }
  given = work;
}

}  // namespace sidik::ingest::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sidik::ingest {
namespace {

constexpr std::size_t kFirstBytes = 1024;

}  // namespace

HWY_EXPORT(index_bytes);

void FieldIndex::look_at(std::string_view text) {
  text_ = text;
  lines_ = line_ = 0;
  next_ = begin_ = length_ = 0;
}

bool FieldIndex::find_again(std::size_t at) {
  if (skip_to(at)) return true;
  begin_stretch(at);
  while (lines_ == 0 && begin_ + length_ < text_.size() && length_ < kMostBytes) begin_stretch(at);
  return lines_ > 0;
}

/// Goes on with the line that begins at `at` when another ends just before it: the quotes before are then closed.
bool FieldIndex::skip_to(std::size_t at) {
  while (line_ < lines_ && next_ < at) {
    marks_ = line_marks_[line_];
    field_ = line_ends_[line_++] + std::size_t{1};
    next_ = begin_ + ends_[field_ - 1] + 1;
  }
  return line_ < lines_ && next_ == at;
}

/// A stretch that begins where the one before ended is longer than it, up to the most; so is one that held no line.
void FieldIndex::begin_stretch(std::size_t at) {
  const bool goes_on = length_ > 0 && (lines_ == 0 ? begin_ == at : next_ == at);
  length_ = goes_on ? std::min(length_ * 2, kMostBytes) : kFirstBytes;
  length_ = std::min(length_, text_.size() - at);
  if (ends_.empty()) {
    ends_.resize(kMostBytes + 64);
    line_ends_.resize(kMostBytes);
    line_marks_.resize(kMostBytes);
  }
  IndexWork work{delimiter_, quote_, escape_, ends_.data(), line_ends_.data(), line_marks_.data()};
  HWY_DYNAMIC_DISPATCH(index_bytes)(reinterpret_cast<const std::uint8_t*>(text_.data()) + at, length_, work);
  begin_ = next_ = at;
  lines_ = work.lines;
  line_ = field_ = marks_ = 0;
}

}  // namespace sidik::ingest
#endif
