#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/hash128.hpp"

/// AES-128 over many blocks side by side, with the processor's own instructions where it has them. Inside this room
/// only: KeyedHash says what it is for.
namespace sidik::crypto {

inline constexpr std::size_t kAesBlock = 16;

/// `round_keys` receives eleven blocks, the first of them the key itself.
void expand_key(const std::uint8_t* key, std::uint8_t* round_keys);
/// Enciphers each block by itself, in place.
void encipher(const std::uint8_t* round_keys, std::uint8_t* blocks, std::size_t count);
/// The MAC of one value of any length, 16 bytes.
void mac_value(const std::uint8_t* round_keys, std::string_view value, std::uint8_t* mac);
/// The MACs of the values that stand `stride` apart; an empty value gets zeros.
void mac_column(const std::uint8_t* round_keys, const std::string_view* values, std::size_t stride, Hash128* macs,
                std::size_t count);

}  // namespace sidik::crypto
