#include "crypto/sealing.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace sidik::crypto {
namespace {

constexpr std::uint64_t kMostPasses = 20;
constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 30;

void need_sodium() {
  if (sodium_init() < 0) std::abort();
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

SecretKey SecretKey::random() {
  need_sodium();
  SecretKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

SecretKey::SecretKey(std::span<const std::uint8_t, kBytes> bytes) { std::ranges::copy(bytes, bytes_.begin()); }

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(other.bytes_) {
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  if (this == &other) return *this;
  bytes_ = other.bytes_;
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
  return *this;
}

SecretKey SecretKey::derive(std::string_view purpose) const {
  need_sodium();
  std::array<char, crypto_kdf_CONTEXTBYTES> context{};
  std::copy_n(purpose.begin(), std::min(purpose.size(), context.size()), context.begin());
  SecretKey derived;
  crypto_kdf_derive_from_key(derived.bytes_.data(), derived.bytes_.size(), 1, context.data(), bytes_.data());
  return derived;
}

PassphraseCost new_passphrase_cost() {
  need_sodium();
  PassphraseCost cost;
  randombytes_buf(cost.salt.data(), cost.salt.size());
  cost.passes = 3;
  cost.memory_bytes = std::uint64_t{64} << 20;
  return cost;
}

std::optional<SecretKey> key_of(const Secret& passphrase, const PassphraseCost& cost) {
  need_sodium();
  if (cost.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || cost.passes > kMostPasses ||
      cost.memory_bytes < crypto_pwhash_argon2id_MEMLIMIT_MIN || cost.memory_bytes > kMostMemory)
    return std::nullopt;
  std::array<std::uint8_t, SecretKey::kBytes> bytes{};
  const int status = crypto_pwhash(bytes.data(), bytes.size(), passphrase.reveal().data(), passphrase.reveal().size(),
                                   cost.salt.data(), cost.passes, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
  if (status != 0) return std::nullopt;
  SecretKey key{std::span<const std::uint8_t, SecretKey::kBytes>(bytes)};
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

struct Sealer::State {
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { sodium_memzero(&stream, sizeof(stream)); }
  crypto_secretstream_xchacha20poly1305_state stream{};
  std::string header = std::string(kHeaderBytes, '\0');
};

static_assert(Sealer::kHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(Sealer::kOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

Sealer::Sealer(const SecretKey& key) : state_(std::make_unique<State>()) {
  need_sodium();
  crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, bytes_of(state_->header), key.reveal().data());
}
Sealer::~Sealer() = default;
Sealer::Sealer(Sealer&&) noexcept = default;
Sealer& Sealer::operator=(Sealer&&) noexcept = default;

std::string_view Sealer::header() const { return state_->header; }

std::string Sealer::seal(std::string_view piece, bool is_last) {
  std::string sealed(piece.size() + kOverhead, '\0');
  crypto_secretstream_xchacha20poly1305_push(
      &state_->stream, bytes_of(sealed), nullptr, bytes_of(piece), piece.size(), nullptr, 0,
      is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
  return sealed;
}

struct Opener::State {
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { sodium_memzero(&stream, sizeof(stream)); }
  crypto_secretstream_xchacha20poly1305_state stream{};
};

Opener::Opener(std::unique_ptr<State> state) : state_(std::move(state)) {}
Opener::~Opener() = default;
Opener::Opener(Opener&&) noexcept = default;
Opener& Opener::operator=(Opener&&) noexcept = default;

std::optional<Opener> Opener::create(const SecretKey& key, std::string_view header) {
  need_sodium();
  if (header.size() != Sealer::kHeaderBytes) return std::nullopt;
  auto state = std::make_unique<State>();
  if (crypto_secretstream_xchacha20poly1305_init_pull(&state->stream, bytes_of(header), key.reveal().data()) != 0)
    return std::nullopt;
  return Opener(std::move(state));
}

std::optional<Opener::Piece> Opener::open(std::string_view sealed) {
  if (sealed.size() < Sealer::kOverhead) return std::nullopt;
  Piece piece{std::string(sealed.size() - Sealer::kOverhead, '\0'), false};
  unsigned char tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&state_->stream, bytes_of(piece.bytes), nullptr, &tag,
                                                 bytes_of(sealed), sealed.size(), nullptr, 0) != 0)
    return std::nullopt;
  piece.is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  return piece;
}

}  // namespace sidik::crypto
