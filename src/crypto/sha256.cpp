#include "crypto/sha256.hpp"

#include <openssl/evp.h>

#include "crypto/hex.hpp"

namespace sidik::crypto {

struct Sha256::State {
  State() : context(EVP_MD_CTX_new()) { start(); }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  void start() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
  EVP_MD_CTX* context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

Digest Sha256::finish() {
  Digest digest{};
  EVP_DigestFinal_ex(state_->context, digest.data(), nullptr);
  state_->start();
  return digest;
}

std::string Sha256::finish_hex() { return to_hex(finish()); }

}  // namespace sidik::crypto
