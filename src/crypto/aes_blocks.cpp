#include "crypto/aes_blocks.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include <openssl/evp.h>

static_assert(std::endian::native == std::endian::little, "hashes are stored as the words that AES gives");

// Highway compiles what stands between BEFORE and AFTER once for every kind of processor and chooses at run time.
// AVX3_DL has the AES of four blocks in one instruction.
#define HWY_WANT_AVX3_DL
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "crypto/aes_blocks.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sidik::crypto::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

// A processor from before 2006: OpenSSL does it, slowly. Of the round keys only the key itself is used.
void expand(const std::uint8_t* key, std::uint8_t* round_keys) {
  std::fill_n(round_keys, 176, std::uint8_t{0});
  std::copy_n(key, kAesBlock, round_keys);
}

void encipher_blocks(const std::uint8_t* round_keys, std::uint8_t* blocks, std::size_t count) {
  const std::unique_ptr<EVP_CIPHER_CTX, void (*)(EVP_CIPHER_CTX*)> context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int size = 0;
  for (; count > 0; --count, blocks += kAesBlock) {
    if (EVP_EncryptInit_ex(context.get(), EVP_aes_128_ecb(), nullptr, round_keys, nullptr) != 1 ||
        EVP_EncryptUpdate(context.get(), blocks, &size, blocks, static_cast<int>(kAesBlock)) != 1)
      std::abort();  // without it nothing may be counted
  }
}

void mac_one(const std::uint8_t* round_keys, std::string_view value, std::uint8_t* mac) {
  std::string form(1, static_cast<char>(std::min<std::size_t>(value.size(), 255)));
  for (int i = 0; value.size() >= 255 && i < 8; ++i) form += static_cast<char>(value.size() >> (8 * i));
  form += value;
  form.resize((form.size() + kAesBlock - 1) / kAesBlock * kAesBlock);
  std::fill_n(mac, kAesBlock, std::uint8_t{0});
  for (std::size_t at = 0; at < form.size(); at += kAesBlock) {
    for (std::size_t i = 0; i < kAesBlock; ++i) mac[i] ^= static_cast<std::uint8_t>(form[at + i]);
    encipher_blocks(round_keys, mac, 1);
  }
}

void mac_many(const std::uint8_t* round_keys, const std::string_view* values, std::size_t stride, Hash128* macs,
              std::size_t count) {
  for (std::size_t r = 0; r < count; ++r) {
    macs[r] = {};
    if (const auto value = values[r * stride]; !value.empty())
      mac_one(round_keys, value, reinterpret_cast<std::uint8_t*>(&macs[r]));
  }
}

#else

using Bytes = hn::FixedTag<std::uint8_t, 16>;
using Block = hn::Vec<Bytes>;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif
#else
constexpr bool kIsSanitized = false;
#endif

constexpr std::size_t kRounds = 10;
/// So many blocks go through the rounds together: one waits four cycles for its own last round.
constexpr std::size_t kSideBySide = 16;
/// Values of up to so many blocks are gathered by their number of blocks, longer ones go alone.
constexpr std::size_t kMostGathered = 4;

struct Keys {
  explicit Keys(const std::uint8_t* bytes) {
    for (std::size_t i = 0; i <= kRounds; ++i) round[i] = hn::LoadU(Bytes(), bytes + 16 * i);
  }
  Block round[kRounds + 1];
};

HWY_INLINE Block encipher_one(const Keys& keys, Block block) {
  block = hn::Xor(block, keys.round[0]);
  for (std::size_t r = 1; r < kRounds; ++r) block = hn::AESRound(block, keys.round[r]);
  return hn::AESLastRound(block, keys.round[kRounds]);
}

/// One to four blocks.
using Wide = hn::CappedTag<std::uint8_t, 64>;

/// kSideBySide blocks, aligned to 64 bytes.
HWY_INLINE void encipher_many(const std::uint8_t* round_keys, std::uint8_t* HWY_RESTRICT blocks) {
  const Wide d;
  constexpr std::size_t kLanes = hn::MaxLanes(Wide());
  constexpr std::size_t kVectors = kSideBySide * kAesBlock / kLanes;
  hn::Vec<Wide> states[kVectors];
  const auto first = hn::LoadDup128(d, round_keys);
#pragma GCC unroll 16
  for (std::size_t i = 0; i < kVectors; ++i) states[i] = hn::Xor(hn::Load(d, blocks + i * kLanes), first);
  for (std::size_t r = 1; r < kRounds; ++r) {
    const auto key = hn::LoadDup128(d, round_keys + 16 * r);
#pragma GCC unroll 16
    for (std::size_t i = 0; i < kVectors; ++i) states[i] = hn::AESRound(states[i], key);
  }
  const auto last = hn::LoadDup128(d, round_keys + 16 * kRounds);
#pragma GCC unroll 16
  for (std::size_t i = 0; i < kVectors; ++i) hn::Store(hn::AESLastRound(states[i], last), d, blocks + i * kLanes);
}

/// S-box of every byte of a word. With four equal columns the shift of rows changes nothing.
HWY_INLINE std::uint32_t substitute(std::uint32_t word) {
  const hn::FixedTag<std::uint32_t, 4> words;
  const auto state = hn::BitCast(Bytes(), hn::Set(words, word));
  return hn::GetLane(hn::BitCast(words, hn::AESLastRound(state, hn::Zero(Bytes()))));
}

void expand(const std::uint8_t* key, std::uint8_t* round_keys) {
  std::array<std::uint32_t, 4 * (kRounds + 1)> words{};
  std::memcpy(words.data(), key, kAesBlock);
  std::uint32_t constant = 1;
  for (std::size_t i = 4; i < words.size(); ++i) {
    std::uint32_t last = words[i - 1];
    if (i % 4 == 0) {
      last = substitute(std::rotr(last, 8)) ^ constant;
      constant = (constant << 1) ^ (constant >= 0x80 ? 0x11bU : 0U);
    }
    words[i] = words[i - 4] ^ last;
  }
  std::memcpy(round_keys, words.data(), sizeof words);
}

void encipher_blocks(const std::uint8_t* round_keys, std::uint8_t* blocks, std::size_t count) {
  constexpr std::size_t kBytes = kSideBySide * kAesBlock;
  alignas(64) std::array<std::uint8_t, kBytes> some;
  for (; count >= kSideBySide; count -= kSideBySide, blocks += kBytes) {
    std::copy_n(blocks, kBytes, some.begin());
    encipher_many(round_keys, some.data());
    std::copy_n(some.begin(), kBytes, blocks);
  }
  const Keys keys(round_keys);
  for (; count > 0; --count, blocks += kAesBlock)
    hn::StoreU(encipher_one(keys, hn::LoadU(Bytes(), blocks)), Bytes(), blocks);
}

/// `most` bytes of a value from `at` on, at most 16, or what is left of it, filled up with zeros. What stands behind
/// them on the same page of memory is read as well and masked away: a load never faults inside a page, and a branch for
/// every length costs more than the cipher. Sanitizers, which rightly see a read beyond the value, get a copy instead.
HWY_INLINE Block load_some(std::string_view value, std::size_t at, std::size_t most) {
  const char* const from = value.begin() + at;
  const std::size_t count = std::min(value.size() - at, most);
  constexpr std::uintptr_t kPage = 4096;
  static constexpr std::array<std::uint8_t, 32> kMask = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                                         0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(from);
  if (!kIsSanitized && reinterpret_cast<std::uintptr_t>(from) % kPage <= kPage - kAesBlock)
    return hn::And(hn::LoadU(Bytes(), bytes), hn::LoadU(Bytes(), kMask.data() + kAesBlock - count));
  alignas(16) std::array<std::uint8_t, kAesBlock> copy{};
  std::copy_n(bytes, count, copy.begin());
  return hn::Load(Bytes(), copy.data());
}

/// A length below 255 and the first 15 bytes.
HWY_INLINE Block first_block(std::string_view value) {
  const Block bytes = load_some(value, 0, 15);
  const hn::FixedTag<std::uint32_t, 4> words;
  const auto length = hn::BitCast(
      Bytes(), hn::IfThenElseZero(hn::FirstN(words, 1), hn::Set(words, static_cast<std::uint32_t>(value.size()))));
  return hn::Or(hn::ShiftLeftBytes<1>(Bytes(), bytes), length);
}

/// How many blocks a value of less than 255 bytes has.
HWY_INLINE std::size_t blocks_of(std::size_t size) { return (size + kAesBlock) / kAesBlock; }

void mac_one(const std::uint8_t* round_keys, std::string_view value, std::uint8_t* mac) {
  const Keys keys(round_keys);
  std::size_t done = std::min<std::size_t>(value.size(), 15);
  Block state;
  if (value.size() < 255) {
    state = first_block(value);
  } else {
    done = 7;
    alignas(16) std::array<std::uint8_t, kAesBlock> block = {255};
    const std::uint64_t size = value.size();
    std::memcpy(block.data() + 1, &size, sizeof size);
    std::copy_n(value.begin(), done, block.begin() + 9);
    state = hn::Load(Bytes(), block.data());
  }
  state = encipher_one(keys, state);
  for (; done < value.size(); done += kAesBlock) {
    const Block next = load_some(value, done, kAesBlock);
    state = encipher_one(keys, hn::Xor(state, next));
  }
  hn::StoreU(state, Bytes(), mac);
}

/// Values of the same number of blocks, block by block, and where their MACs go.
struct Gathered {
  alignas(64) std::uint8_t blocks[kMostGathered][kSideBySide * kAesBlock];
  Hash128* macs[kSideBySide];
  std::size_t size;
};

HWY_INLINE void mac_gathered(const std::uint8_t* round_keys, std::size_t blocks, Gathered& gathered) {
  const Wide d;
  std::uint8_t* const states = gathered.blocks[0];
  encipher_many(round_keys, states);
  for (std::size_t b = 1; b < blocks; ++b) {
    for (std::size_t i = 0; i < kSideBySide * kAesBlock; i += hn::MaxLanes(d))
      hn::Store(hn::Xor(hn::Load(d, states + i), hn::Load(d, gathered.blocks[b] + i)), d, states + i);
    encipher_many(round_keys, states);
  }
  for (std::size_t i = 0; i < gathered.size; ++i) std::memcpy(gathered.macs[i], states + i * kAesBlock, kAesBlock);
  gathered.size = 0;
}

void mac_many(const std::uint8_t* round_keys, const std::string_view* values, std::size_t stride, Hash128* macs,
              std::size_t count) {
  Gathered gathered[kMostGathered] = {};
  for (std::size_t r = 0; r < count; ++r) {
    const std::string_view value = values[r * stride];
    if (value.empty()) {
      macs[r] = {};
      continue;
    }
    const std::size_t blocks = blocks_of(value.size());
    if (blocks > kMostGathered) {
      mac_one(round_keys, value, reinterpret_cast<std::uint8_t*>(&macs[r]));
      continue;
    }
    Gathered& group = gathered[blocks - 1];
    const std::size_t place = group.size * kAesBlock;
    hn::Store(first_block(value), Bytes(), group.blocks[0] + place);
    for (std::size_t b = 1; b < blocks; ++b) {
      const std::size_t done = b * kAesBlock - 1;
      hn::Store(load_some(value, done, kAesBlock), Bytes(), group.blocks[b] + place);
    }
    group.macs[group.size] = &macs[r];
    if (++group.size == kSideBySide) mac_gathered(round_keys, blocks, group);
  }
  for (std::size_t b = 0; b < kMostGathered; ++b) {
    if (gathered[b].size > 0) mac_gathered(round_keys, b + 1, gathered[b]);
  }
}

#endif

}  // namespace sidik::crypto::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sidik::crypto {

HWY_EXPORT(expand);
HWY_EXPORT(encipher_blocks);
HWY_EXPORT(mac_one);
HWY_EXPORT(mac_many);

void expand_key(const std::uint8_t* key, std::uint8_t* round_keys) { HWY_DYNAMIC_DISPATCH(expand)(key, round_keys); }

void encipher(const std::uint8_t* round_keys, std::uint8_t* blocks, std::size_t count) {
  HWY_DYNAMIC_DISPATCH(encipher_blocks)(round_keys, blocks, count);
}

void mac_value(const std::uint8_t* round_keys, std::string_view value, std::uint8_t* mac) {
  HWY_DYNAMIC_DISPATCH(mac_one)(round_keys, value, mac);
}

void mac_column(const std::uint8_t* round_keys, const std::string_view* values, std::size_t stride, Hash128* macs,
                std::size_t count) {
  HWY_DYNAMIC_DISPATCH(mac_many)(round_keys, values, stride, macs, count);
}

}  // namespace sidik::crypto
#endif
