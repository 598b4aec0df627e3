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

/// Two vectors of states go through the rounds together: one alone waits for its own results most of the time.
constexpr std::size_t kVectors = 2;
using States = std::array<LaneState, kVectors>;

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

HWY_INLINE void rounds(States& states, int count) {
  for (int i = 0; i < count; ++i) {
    for (auto& state : states) round(state);
  }
}

HWY_INLINE Vector fold(const LaneState& state) {
  return hn::Xor(hn::Xor(state.v0, state.v1), hn::Xor(state.v2, state.v3));
}

/// Fields that are hashed side by side, and where their hashes go.
struct Group {
  static constexpr std::size_t kMost = 8 * kVectors;
  std::array<std::string_view, kMost> fields;
  std::array<Hash128*, kMost> out;
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
  HWY_ALIGN std::array<std::uint64_t, Group::kMost> words{};
  HWY_ALIGN std::array<std::uint64_t, Group::kMost> lengths{};
  for (std::size_t i = 0; i < lanes * kVectors; ++i) {
    if (i >= group.size) group.fields[i] = group.fields[0];  // a group that is not full works for nothing
    const std::size_t length = group.fields[i].size() / 8 + 1;
    lengths[i] = length;
    fewest = std::min(fewest, length);
    most = std::max(most, length);
  }
  States states;
  states.fill(start(d, k0, k1, 0xee));
  for (std::size_t w = 0; w < most; ++w) {
    for (std::size_t i = 0; i < lanes * kVectors; ++i)
      words[i] = word_of(group.fields[i], std::min<std::size_t>(w, lengths[i] - 1));
    States changed = states;
    for (std::size_t v = 0; v < kVectors; ++v)
      changed[v].v3 = hn::Xor(changed[v].v3, hn::Load(d, words.data() + v * lanes));
    rounds(changed, 2);
    for (std::size_t v = 0; v < kVectors; ++v)
      changed[v].v0 = hn::Xor(changed[v].v0, hn::Load(d, words.data() + v * lanes));
    if (w < fewest) {
      states = changed;
      continue;
    }
    for (std::size_t v = 0; v < kVectors; ++v)
      keep_where(hn::Gt(hn::Load(d, lengths.data() + v * lanes), hn::Set(d, w)), changed[v], states[v]);
  }
  for (auto& state : states) state.v2 = hn::Xor(state.v2, hn::Set(d, 0xee));
  rounds(states, 4);
  for (std::size_t v = 0; v < kVectors; ++v) {
    hn::Store(fold(states[v]), d, words.data() + v * lanes);
    states[v].v1 = hn::Xor(states[v].v1, hn::Set(d, 0xdd));
  }
  rounds(states, 4);
  for (std::size_t v = 0; v < kVectors; ++v) hn::Store(fold(states[v]), d, lengths.data() + v * lanes);
  for (std::size_t i = 0; i < group.size; ++i) *group.out[i] = {words[i], lengths[i]};
  group.size = 0;
}

void hash_fields(std::uint64_t k0, std::uint64_t k1, const std::string_view* fields, std::size_t stride, Hash128* out,
                 std::size_t count) {
  Group group;
  const std::size_t most = hn::Lanes(Lanes()) * kVectors;
  for (std::size_t r = 0; r < count; ++r) {
    const std::string_view field = fields[r * stride];
    if (field.empty()) {
      out[r] = {};
      continue;
    }
    group.fields[group.size] = field;
    group.out[group.size] = &out[r];
    if (++group.size == most) hash_group(k0, k1, group);
  }
  if (group.size > 0) hash_group(k0, k1, group);
}

}  // namespace sidik::crypto::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace sidik::crypto {

HWY_EXPORT(hash_fields);
void KeyedHash::hash_column(const std::string_view* fields, std::size_t stride, std::span<Hash128> out) const {
  HWY_DYNAMIC_DISPATCH(hash_fields)(k0_, k1_, fields, stride, out.data(), out.size());
}

}  // namespace sidik::crypto
#endif
