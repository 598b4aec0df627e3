#include "crypto/signing.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

namespace sidik::crypto {
namespace {

void need_sodium() {
  if (sodium_init() < 0) std::abort();
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

SigningKey SigningKey::random() {
  need_sodium();
  SigningKey key;
  crypto_sign_keypair(key.public_.data(), key.secret_.data());
  return key;
}

SigningKey::SigningKey(std::span<const std::uint8_t, 32> seed) {
  need_sodium();
  crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
}

SigningKey::~SigningKey() { wipe(); }

SigningKey::SigningKey(SigningKey&& other) noexcept : secret_(other.secret_), public_(other.public_) { other.wipe(); }

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  if (this == &other) return *this;
  secret_ = other.secret_;
  public_ = other.public_;
  other.wipe();
  return *this;
}

void SigningKey::wipe() { sodium_memzero(secret_.data(), secret_.size()); }

Signature SigningKey::sign(std::string_view message) const {
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), secret_.data());
  return signature;
}

SigningSeed SigningKey::reveal_seed() const {
  SigningSeed seed{};
  crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.data());
  return seed;
}

bool is_signed_by(const PublicKey& key, std::string_view message, const Signature& signature) {
  need_sodium();
  return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(), key.data()) == 0;
}

}  // namespace sidik::crypto
