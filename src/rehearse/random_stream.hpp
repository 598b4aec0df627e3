#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>

/// Randomness by counter: what a person or a row is follows from (seed, number) alone, so that nothing has to be kept
/// and the same seed gives the same bytes on every machine. Integers only.
namespace sidik::rehearse {

/// The finaliser of splitmix64 (Steele, Lea and Flood 2014): a bijection that mixes all 64 bits.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x) {
  x ^= x >> 30U;
  x *= 0xbf58476d1ce4e5b9U;
  x ^= x >> 27U;
  x *= 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// What a stream is for; two purposes never share a stream.
enum class Purpose : std::uint64_t {
  plan = 1,
  layout,
  household,
  identity,
  person,
  household_partition,
  card,
  old_card,
  origin_habits,
  defect_rates,
  row_content,
  row_defects,
  row_encoding,
  member_choice,
  person_choice,
  subscription,
  alteration,
  invented,
  file_shape,
  serial,
  scene,
  scene_row,
  mess,
  mess_lines,
  retyping,
  composite,
  composite_system,
  profile_leak,
  profile_value,
};

class RandomStream {
 public:
  constexpr RandomStream(std::uint64_t seed, Purpose purpose, std::uint64_t a = 0, std::uint64_t b = 0)
      : state_(mix64(mix64(mix64(seed + 0x9e3779b97f4a7c15U) ^ (static_cast<std::uint64_t>(purpose) << 56U) ^ a) + b)) {
  }

  constexpr std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    return mix64(state_);
  }
  /// 0 .. bound - 1; `bound` > 0. The bias is below bound / 2^64.
  constexpr std::uint64_t below(std::uint64_t bound) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64U);
  }
  /// low .. high, both included.
  constexpr std::uint64_t between(std::uint64_t low, std::uint64_t high) { return low + below(high - low + 1); }
  constexpr bool percent(std::uint64_t share) { return below(100) < share; }
  constexpr bool per_million(std::uint64_t share) { return below(1000000) < share; }
  /// An index by weights; the weights do not sum to 0.
  constexpr std::size_t weighted(std::initializer_list<std::uint32_t> weights) {
    return weighted(std::span<const std::uint32_t>(weights.begin(), weights.size()));
  }
  constexpr std::size_t weighted(std::span<const std::uint32_t> weights) {
    std::uint64_t total = 0;
    for (const std::uint32_t weight : weights) total += weight;
    std::uint64_t at = below(total);
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
      if (at < weights[i]) return i;
      at -= weights[i];
    }
    return weights.size() - 1;
  }
  template <class T, std::size_t count>
  constexpr const T& pick(const T (&choices)[count]) {
    return choices[below(count)];
  }
  template <class Container>
  constexpr const auto& pick(const Container& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace sidik::rehearse
