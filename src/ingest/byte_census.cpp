#include "ingest/byte_census.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

// Highway compiles what stands between BEFORE and AFTER once for every kind of processor and chooses at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ingest/byte_census.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sidik::ingest::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, 64>;

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

HWY_EXPORT(count_blocks);

ByteCensus take_census(std::string_view text) {
  ByteCensus census;
  HWY_DYNAMIC_DISPATCH(count_blocks)(bytes_of(text), text.size() / 64, census);
  const auto rest = last_block(text, 'x');
  HWY_DYNAMIC_DISPATCH(count_blocks)(rest.data(), 1, census);
  return census;
}

}  // namespace sidik::ingest
#endif
