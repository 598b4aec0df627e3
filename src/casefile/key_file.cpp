#include "casefile/key_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <span>

#include <fmt/format.h>

#include "casefile/canonical_json.hpp"
#include "crypto/hex.hpp"

namespace sidik::casefile {
namespace {

constexpr ErrorCode kMalformed("casefile.key_malformed");
constexpr std::size_t kMostBytes = 4096;

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::unexpected<Error> malformed(const std::string& path, const char* what) {
  return fail(ErrorKind::invalid_input, kMalformed, fmt::format("{} {}", path, what),
              "give the key file that sidik case open or sidik case person add has made");
}

std::unexpected<Error> locked(const std::string& path, const char* why) {
  return fail(ErrorKind::refused, "casefile.key_locked", fmt::format("the key in {} {}", path, why),
              "name the file that holds its passphrase with --passphrase-file");
}

/// The secret under a key that follows from the passphrase.
Json lock(const crypto::SecretKey& secret, const Secret& passphrase) {
  const auto cost = crypto::new_passphrase_cost();
  const auto key = crypto::key_of(passphrase, cost);
  if (!key) return nullptr;
  crypto::Sealer sealer(*key);
  const std::string header(sealer.header());
  const auto bytes = secret.reveal();
  const std::string sealed = sealer.seal({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, true);
  return {{"salt", crypto::to_hex(cost.salt)},
          {"passes", cost.passes},
          {"memory_bytes", cost.memory_bytes},
          {"sealed", crypto::to_hex(bytes_of(header + sealed))}};
}

/// Nothing when the passphrase is another or the file was changed.
std::optional<crypto::SecretKey> unlock(const Json& lock, const Secret& passphrase) {
  crypto::PassphraseCost cost;
  const auto salt = crypto::from_hex(lock.value("salt", ""));
  const auto sealed = crypto::from_hex(lock.value("sealed", ""));
  if (!salt || salt->size() != cost.salt.size() || !sealed || sealed->size() <= crypto::Sealer::kHeaderBytes)
    return std::nullopt;
  std::ranges::copy(*salt, cost.salt.begin());
  cost.passes = lock.value("passes", std::uint64_t{0});
  cost.memory_bytes = lock.value("memory_bytes", std::uint64_t{0});
  const auto key = crypto::key_of(passphrase, cost);
  if (!key) return std::nullopt;
  const std::string_view all(reinterpret_cast<const char*>(sealed->data()), sealed->size());
  auto opener = crypto::Opener::create(*key, all.substr(0, crypto::Sealer::kHeaderBytes));
  if (!opener) return std::nullopt;
  auto piece = opener->open(all.substr(crypto::Sealer::kHeaderBytes));
  if (!piece || !piece->is_last || piece->bytes.size() != crypto::SecretKey::kBytes) return std::nullopt;
  const Secret wiped(piece->bytes);
  ::explicit_bzero(piece->bytes.data(), piece->bytes.size());
  return crypto::SecretKey(bytes_of(wiped.reveal()).first<crypto::SecretKey::kBytes>());
}

}  // namespace

Status write_key_file(const std::string& path, const KeyFile& key, const std::optional<Secret>& passphrase) {
  Json value{{"sidik_key", 1}, {"kind", key.kind}, {"id", key.id}};
  if (passphrase) {
    value["locked"] = lock(key.secret, *passphrase);
    if (value["locked"].is_null())
      return fail(ErrorKind::limit, "casefile.key_memory", "there is no memory to lock a key with a passphrase",
                  "64 MiB are needed");
  } else {
    value["secret"] = crypto::to_hex(key.secret.reveal());
  }
  const Secret text(value.dump() + "\n");
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0 && errno == EEXIST)
    return fail(ErrorKind::refused, "casefile.key_exists", fmt::format("{} exists; no key is overwritten", path),
                "choose another file");
  bool is_written = file >= 0;
  if (is_written) {
    const std::string& bytes = text.reveal();
    is_written = ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
    ::close(file);
  }
  if (is_written) return {};
  return fail(ErrorKind::io, "casefile.key_unwritable",
              fmt::format("{} cannot be written: {}", path, std::strerror(errno)), "choose another file");
}

Result<KeyFile> read_key_file(const std::string& path, const std::string& kind,
                              const std::optional<Secret>& passphrase) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kMostBytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const auto got = static_cast<std::size_t>(file.gcount());
  const Secret text(std::string_view(bytes).substr(0, got));
  ::explicit_bzero(bytes.data(), bytes.size());
  if (got == 0) {
    return fail(ErrorKind::not_found, "casefile.key_unreadable", fmt::format("the key file {} cannot be read", path),
                "name the right one, or put it back where the case was opened");
  }
  const Json value = got > kMostBytes ? Json() : Json::parse(text.reveal(), nullptr, false);
  if (!value.is_object() || value.value("sidik_key", Json()) != Json(1)) return malformed(path, "is no key file");
  for (const char* part : {"kind", "id"}) {
    if (!value.contains(part) || !value[part].is_string()) return malformed(path, "is no whole key file");
  }
  if (value["kind"] != kind)
    return malformed(path, kind == "case" ? "is the key of a person, not of a case" : "is no key of a person");
  const std::string id = value["id"].get<std::string>();
  if (const auto found = value.find("locked"); found != value.end()) {
    if (!passphrase) return locked(path, "is locked with a passphrase");
    std::optional<crypto::SecretKey> secret;
    try {
      secret = unlock(*found, *passphrase);
    } catch (const Json::exception&) {
      return malformed(path, "has a part of another type");
    }
    if (!secret) return locked(path, "does not open with this passphrase");
    return KeyFile{kind, id, std::move(*secret)};
  }
  const Json digits = value.value("secret", Json());
  const auto secret = crypto::from_hex(digits.is_string() ? digits.get<std::string>() : "");
  if (!secret || secret->size() != crypto::SecretKey::kBytes) return malformed(path, "holds no key");
  return KeyFile{kind, id, crypto::SecretKey(std::span(*secret).first<crypto::SecretKey::kBytes>())};
}

}  // namespace sidik::casefile
