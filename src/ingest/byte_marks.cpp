#include "ingest/byte_marks.hpp"

#include <algorithm>
#include <cstring>

// Highway compiles what stands between BEFORE and AFTER once for every kind of processor and chooses at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ingest/byte_marks.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sidik::ingest::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, 64>;

/// The bits of one block of 64 bytes.
template <class Matches>
HWY_INLINE std::uint64_t bits_of(const std::uint8_t* block, Matches matches) {
  const Bytes d;
  const std::size_t lanes = hn::Lanes(d);
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < 64; at += lanes) {
    std::uint64_t some = 0;
    hn::StoreMaskBits(d, matches(hn::LoadU(d, block + at)), reinterpret_cast<std::uint8_t*>(&some));
    bits |= some << at;
  }
  return bits;
}

void mark_blocks(const std::uint8_t* text, std::size_t blocks, const char* wanted, std::uint64_t* bits) {
  const Bytes d;
  const auto first = hn::Set(d, static_cast<std::uint8_t>(wanted[0]));
  const auto second = hn::Set(d, static_cast<std::uint8_t>(wanted[1]));
  const auto third = hn::Set(d, static_cast<std::uint8_t>(wanted[2]));
  const auto fourth = hn::Set(d, static_cast<std::uint8_t>(wanted[3]));
  const auto fifth = hn::Set(d, static_cast<std::uint8_t>(wanted[4]));
  const auto sixth = hn::Set(d, static_cast<std::uint8_t>(wanted[5]));
  for (std::size_t block = 0; block < blocks; ++block) {
    bits[block] = bits_of(text + 64 * block, [&](auto bytes) {
      return hn::Or(hn::Or(hn::Or(hn::Eq(bytes, first), hn::Eq(bytes, second)),
                           hn::Or(hn::Eq(bytes, third), hn::Eq(bytes, fourth))),
                    hn::Or(hn::Eq(bytes, fifth), hn::Eq(bytes, sixth)));
    });
  }
}

void count_blocks(const std::uint8_t* text, std::size_t blocks, ByteCensus& census) {
  const Bytes d;
  const auto line_feed = hn::Set(d, std::uint8_t{'\n'});
  const auto nul = hn::Zero(d);
  auto all = hn::Zero(d);
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::uint8_t* const at = text + 64 * block;
    for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
      const auto bytes = hn::LoadU(d, at + i);
      all = hn::Or(all, bytes);
      census.line_feeds += hn::CountTrue(d, hn::Eq(bytes, line_feed));
      census.nuls += hn::CountTrue(d, hn::Eq(bytes, nul));
    }
  }
  census.has_high = census.has_high || !hn::AllTrue(d, hn::Lt(all, hn::Set(d, std::uint8_t{0x80})));
}

}  // namespace sidik::ingest::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sidik::ingest {
namespace {

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

/// The bytes behind the last whole block, filled up with `filler`.
std::array<std::uint8_t, 64> last_block(std::string_view text, std::uint8_t filler) {
  std::array<std::uint8_t, 64> block{};
  block.fill(filler);
  const std::size_t whole = text.size() / 64 * 64;
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(whole), text.end(), block.begin());
  return block;
}

}  // namespace

HWY_EXPORT(mark_blocks);
HWY_EXPORT(count_blocks);

ByteMarks::ByteMarks(std::string_view wanted) {
  wanted_.fill(wanted.empty() ? '\n' : wanted.front());
  std::copy_n(wanted.begin(), std::min(wanted.size(), kMostBytes), wanted_.begin());
}

void ByteMarks::look_at(std::string_view text, std::size_t from) {
  data_ = text.data();
  size_ = text.size();
  words_ = (size_ + 63) / 64;
  if (bits_.size() < words_) bits_.resize(words_);
  const std::size_t blocks = size_ / 64;
  const std::size_t first = std::min(from / 64, blocks);
  HWY_DYNAMIC_DISPATCH(mark_blocks)
  (bytes_of(text) + 64 * first, blocks - first, wanted_.data(), bits_.data() + first);
  if (blocks == words_) return;
  const auto rest = last_block(text, 0);
  HWY_DYNAMIC_DISPATCH(mark_blocks)(rest.data(), 1, wanted_.data(), &bits_[blocks]);
  bits_[blocks] &= (std::uint64_t{1} << (size_ % 64)) - 1;
}

ByteCensus take_census(std::string_view text) {
  ByteCensus census;
  HWY_DYNAMIC_DISPATCH(count_blocks)(bytes_of(text), text.size() / 64, census);
  const auto rest = last_block(text, 'x');
  HWY_DYNAMIC_DISPATCH(count_blocks)(rest.data(), 1, census);
  return census;
}

}  // namespace sidik::ingest
#endif
