#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/secret.hpp"

namespace sidik::crypto {

/// 32 secret bytes. Wiped on destruction and when moved from; cannot be copied or printed.
class SecretKey {
 public:
  static constexpr std::size_t kBytes = 32;
  [[nodiscard]] static SecretKey random();
  explicit SecretKey(std::span<const std::uint8_t, kBytes> bytes);
  ~SecretKey();
  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;

  /// A key of its own for each purpose, from which this one cannot be found.
  /// Input    `purpose`: eight letters; BLAKE2b as libsodium's crypto_kdf.
  [[nodiscard]] SecretKey derive(std::string_view purpose) const;
  [[nodiscard]] std::span<const std::uint8_t, kBytes> reveal() const { return bytes_; }

 private:
  SecretKey() = default;
  std::array<std::uint8_t, kBytes> bytes_{};
};

/// How a passphrase is made slow to guess; kept beside what it locks.
struct PassphraseCost {
  std::array<std::uint8_t, 16> salt{};
  std::uint64_t passes = 0;
  std::uint64_t memory_bytes = 0;
};
/// A salt that nobody has seen, 3 passes over 64 MiB: some 0.1 s.
[[nodiscard]] PassphraseCost new_passphrase_cost();
/// Argon2id, version 1.3 (RFC 9106). Nothing when the cost is out of bounds (more than 20 passes or 1 GiB) or the
/// memory is not to be had.
[[nodiscard]] std::optional<SecretKey> key_of(const Secret& passphrase, const PassphraseCost& cost);

/// Seals a stream of bytes piece by piece: XChaCha20-Poly1305, so that a piece that is changed, left out, doubled or
/// put elsewhere, and a cut end, are found.
///
/// Order of calls   header once; seal*, the last with `is_last`.
/// Cost             17 bytes a piece besides its own.
/// Source           libsodium's secretstream.
class Sealer {
 public:
  static constexpr std::size_t kHeaderBytes = 24;
  static constexpr std::size_t kOverhead = 17;
  explicit Sealer(const SecretKey& key);
  ~Sealer();
  Sealer(Sealer&&) noexcept;
  Sealer& operator=(Sealer&&) noexcept;
  [[nodiscard]] std::string_view header() const;
  [[nodiscard]] std::string seal(std::string_view piece, bool is_last);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Opens what Sealer made.
class Opener {
 public:
  struct Piece {
    std::string bytes;
    bool is_last = false;
  };
  /// Nothing when the header is not whole.
  [[nodiscard]] static std::optional<Opener> create(const SecretKey& key, std::string_view header);
  ~Opener();
  Opener(Opener&&) noexcept;
  Opener& operator=(Opener&&) noexcept;
  /// Nothing when the piece is not the next one that was sealed with this key.
  [[nodiscard]] std::optional<Piece> open(std::string_view sealed);

 private:
  struct State;
  explicit Opener(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sidik::crypto
