#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "crypto/keyed_hash.hpp"
#include "crypto/words.hpp"

// Highway compiles what stands between BEFORE and AFTER once for every kind of processor and chooses at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "crypto/keyed_hash_lanes.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sidik::crypto::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::CappedTag<std::uint64_t, 8>;
using Vector = hn::Vec<Lanes>;
using Mask = hn::Mask<Lanes>;

struct LaneState {
  Vector v0, v1, v2, v3;
};

HWY_INLINE LaneState start(Lanes d, std::uint64_t k0, std::uint64_t k1, std::uint64_t domain) {
  return {hn::Set(d, k0 ^ 0x736f6d6570736575U), hn::Set(d, k1 ^ 0x646f72616e646f6dU ^ domain),
          hn::Set(d, k0 ^ 0x6c7967656e657261U), hn::Set(d, k1 ^ 0x7465646279746573U)};
}

HWY_INLINE void round(LaneState& state) {
  state.v0 = hn::Add(state.v0, state.v1);
  state.v1 = hn::Xor(hn::RotateRight<64 - 13>(state.v1), state.v0);
  state.v0 = hn::RotateRight<32>(state.v0);
  state.v2 = hn::Add(state.v2, state.v3);
  state.v3 = hn::Xor(hn::RotateRight<64 - 16>(state.v3), state.v2);
  state.v0 = hn::Add(state.v0, state.v3);
  state.v3 = hn::Xor(hn::RotateRight<64 - 21>(state.v3), state.v0);
  state.v2 = hn::Add(state.v2, state.v1);
  state.v1 = hn::Xor(hn::RotateRight<64 - 17>(state.v1), state.v2);
  state.v2 = hn::RotateRight<32>(state.v2);
}

HWY_INLINE void keep_where(Mask mask, const LaneState& changed, LaneState& state) {
  state.v0 = hn::IfThenElse(mask, changed.v0, state.v0);
  state.v1 = hn::IfThenElse(mask, changed.v1, state.v1);
  state.v2 = hn::IfThenElse(mask, changed.v2, state.v2);
  state.v3 = hn::IfThenElse(mask, changed.v3, state.v3);
}

template <int kRounds>
HWY_INLINE void absorb(LaneState& state, Vector word) {
  state.v3 = hn::Xor(state.v3, word);
  for (int i = 0; i < kRounds; ++i) round(state);
  state.v0 = hn::Xor(state.v0, word);
}

HWY_INLINE void finish_rounds(LaneState& state) {
  for (int i = 0; i < 4; ++i) round(state);
}

HWY_INLINE Vector fold(const LaneState& state) {
  return hn::Xor(hn::Xor(state.v0, state.v1), hn::Xor(state.v2, state.v3));
}

/// Fields that are hashed side by side, and where their hashes go.
struct Group {
  std::array<std::string_view, 8> fields;
  std::array<Hash128*, 8> out;
  std::size_t size = 0;
};

/// Word `at` of a field: eight bytes, or the last ones with the length on top; anything behind.
HWY_INLINE std::uint64_t word_of(std::string_view field, std::size_t at) {
  const std::size_t whole = field.size() / 8;
  if (at < whole) return load_word(field.data() + 8 * at);
  return (std::uint64_t{field.size()} << 56) | load_tail(field.data() + 8 * whole, field.size() % 8);
}

void hash_group(std::uint64_t k0, std::uint64_t k1, Group& group) {
  const Lanes d;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t fewest = group.fields[0].size() / 8 + 1;
  std::size_t most = fewest;
  HWY_ALIGN std::array<std::uint64_t, 8> words{};
  HWY_ALIGN std::array<std::uint64_t, 8> lengths{};
  for (std::size_t i = 0; i < lanes; ++i) {
    if (i >= group.size) group.fields[i] = group.fields[0];  // a group that is not full works for nothing
    const std::size_t length = group.fields[i].size() / 8 + 1;
    lengths[i] = length;
    fewest = std::min(fewest, length);
    most = std::max(most, length);
  }
  LaneState state = start(d, k0, k1, 0xee);
  for (std::size_t w = 0; w < most; ++w) {
    for (std::size_t i = 0; i < lanes; ++i)
      words[i] = word_of(group.fields[i], std::min<std::size_t>(w, lengths[i] - 1));
    if (w < fewest) {
      absorb<2>(state, hn::Load(d, words.data()));
      continue;
    }
    LaneState changed = state;
    absorb<2>(changed, hn::Load(d, words.data()));
    keep_where(hn::Gt(hn::Load(d, lengths.data()), hn::Set(d, w)), changed, state);
  }
  state.v2 = hn::Xor(state.v2, hn::Set(d, 0xee));
  finish_rounds(state);
  hn::Store(fold(state), d, words.data());
  state.v1 = hn::Xor(state.v1, hn::Set(d, 0xdd));
  finish_rounds(state);
  hn::Store(fold(state), d, lengths.data());
  for (std::size_t i = 0; i < group.size; ++i) *group.out[i] = {words[i], lengths[i]};
  group.size = 0;
}

void HashColumn(std::uint64_t k0, std::uint64_t k1, const std::string_view* fields, std::size_t stride, Hash128* out,
                std::size_t count) {
  Group group;
  const std::size_t lanes = hn::Lanes(Lanes());
  for (std::size_t r = 0; r < count; ++r) {
    const std::string_view field = fields[r * stride];
    if (field.empty()) {
      out[r] = {};
      continue;
    }
    group.fields[group.size] = field;
    group.out[group.size] = &out[r];
    if (++group.size == lanes) hash_group(k0, k1, group);
  }
  if (group.size > 0) hash_group(k0, k1, group);
}

/// `ends` has a row's number of fields without the empty ones at its end.
void CombineRows(std::uint64_t k0, std::uint64_t k1, const Hash128* fields, std::size_t columns, std::size_t rows,
                 const std::uint64_t* ends, Hash128* out) {
  const Lanes d;
  const std::size_t lanes = hn::Lanes(d);
  HWY_ALIGN std::array<std::uint64_t, 8> end_of{};
  HWY_ALIGN std::array<std::uint64_t, 8> low_words{};
  HWY_ALIGN std::array<std::uint64_t, 8> high_words{};
  for (std::size_t first = 0; first < rows; first += lanes) {
    const std::size_t some = std::min(lanes, rows - first);
    std::uint64_t fewest = ends[first];
    std::uint64_t most = ends[first];
    for (std::size_t i = 0; i < lanes; ++i) {
      end_of[i] = i < some ? ends[first + i] : ends[first];
      fewest = std::min(fewest, end_of[i]);
      most = std::max(most, end_of[i]);
    }
    LaneState low = start(d, k0, k1, KeyedHash::kLowHalf);
    LaneState high = start(d, k0, k1, KeyedHash::kHighHalf);
    for (std::size_t c = 0; c < std::min<std::size_t>(most, columns); ++c) {
      const Hash128* const column = fields + c * rows + first;
      for (std::size_t i = 0; i < some; ++i) {
        low_words[i] = column[i].low;
        high_words[i] = column[i].high;
      }
      const auto low_word = hn::Load(d, low_words.data());
      const auto high_word = hn::Load(d, high_words.data());
      if (c < fewest) {
        absorb<1>(low, low_word);
        absorb<1>(high, high_word);
        continue;
      }
      const auto goes_on = hn::Gt(hn::Load(d, end_of.data()), hn::Set(d, c));
      LaneState changed = low;
      absorb<1>(changed, low_word);
      keep_where(goes_on, changed, low);
      changed = high;
      absorb<1>(changed, high_word);
      keep_where(goes_on, changed, high);
    }
    const auto count = hn::Load(d, end_of.data());
    absorb<1>(low, count);
    absorb<1>(high, count);
    low.v2 = hn::Xor(low.v2, hn::Set(d, 0xff));
    high.v2 = hn::Xor(high.v2, hn::Set(d, 0xff));
    finish_rounds(low);
    finish_rounds(high);
    hn::Store(fold(low), d, low_words.data());
    hn::Store(fold(high), d, high_words.data());
    for (std::size_t i = 0; i < some; ++i) out[first + i] = {low_words[i], high_words[i]};
  }
}

}  // namespace sidik::crypto::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <vector>

namespace sidik::crypto {

HWY_EXPORT(HashColumn);
HWY_EXPORT(CombineRows);

void KeyedHash::hash_column(const std::string_view* fields, std::size_t stride, std::span<Hash128> out) const {
  HWY_DYNAMIC_DISPATCH(HashColumn)(k0_, k1_, fields, stride, out.data(), out.size());
}

void KeyedHash::combine_rows(std::span<const Hash128> fields, std::span<Hash128> rows) const {
  if (rows.empty()) return;
  const std::size_t columns = fields.size() / rows.size();
  std::vector<std::uint64_t> ends(rows.size(), 0);
  for (std::size_t c = 0; c < columns; ++c) {
    const Hash128* const column = fields.data() + c * rows.size();
    for (std::size_t r = 0; r < rows.size(); ++r) ends[r] = column[r] != Hash128{} ? c + 1 : ends[r];
  }
  HWY_DYNAMIC_DISPATCH(CombineRows)(k0_, k1_, fields.data(), columns, rows.size(), ends.data(), rows.data());
}

}  // namespace sidik::crypto
#endif
