#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sidik::crypto {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
using SigningSeed = std::array<std::uint8_t, 32>;

/// Signs what a person stands for: Ed25519.
///
/// Output    64 bytes; signing is deterministic.
/// Cost      some 20 microseconds a signature, some 50 a check.
/// Lifetime  the key is wiped on destruction and when moved from; it cannot be copied.
/// Source    RFC 8032; libsodium.
class SigningKey {
 public:
  /// A key that nobody has seen.
  [[nodiscard]] static SigningKey random();
  /// From the 32 bytes that reveal_seed() gave; the caller keeps and wipes them.
  explicit SigningKey(std::span<const std::uint8_t, 32> seed);
  ~SigningKey();
  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;

  [[nodiscard]] Signature sign(std::string_view message) const;
  [[nodiscard]] const PublicKey& public_key() const { return public_; }
  /// The secret itself, for the one file that it is kept in.
  [[nodiscard]] SigningSeed reveal_seed() const;

 private:
  SigningKey() = default;
  void wipe();

  std::array<std::uint8_t, 64> secret_{};
  PublicKey public_{};
};

/// Whether the holder of the key has signed this message.
[[nodiscard]] bool is_signed_by(const PublicKey& key, std::string_view message, const Signature& signature);

}  // namespace sidik::crypto
