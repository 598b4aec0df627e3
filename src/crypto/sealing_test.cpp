#include "crypto/sealing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sidik::crypto {
namespace {

std::vector<std::string> sealed_pieces(const SecretKey& key, const std::vector<std::string>& pieces,
                                       std::string& header) {
  Sealer sealer(key);
  header = sealer.header();
  std::vector<std::string> sealed;
  for (std::size_t i = 0; i < pieces.size(); ++i) sealed.push_back(sealer.seal(pieces[i], i + 1 == pieces.size()));
  return sealed;
}

TEST(Sealing, OpensWhatWasSealedAndKnowsTheEnd) {
  const SecretKey key = SecretKey::random();
  const std::vector<std::string> pieces = {"one", "", std::string(70000, 'x')};
  std::string header;
  const auto sealed = sealed_pieces(key, pieces, header);
  auto opener = Opener::create(key, header);
  ASSERT_TRUE(opener);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    EXPECT_EQ(sealed[i].size(), pieces[i].size() + Sealer::kOverhead);
    const auto piece = opener->open(sealed[i]);
    ASSERT_TRUE(piece);
    EXPECT_EQ(piece->bytes, pieces[i]);
    EXPECT_EQ(piece->is_last, i + 1 == pieces.size());
  }
}

TEST(Sealing, FindsEveryChange) {
  const SecretKey key = SecretKey::random();
  std::string header;
  const auto sealed = sealed_pieces(key, {"one", "two", "three"}, header);
  const auto opens = [&](const SecretKey& with, const std::string& head, const std::string& piece) {
    auto opener = Opener::create(with, head);
    return opener && opener->open(piece).has_value();
  };
  EXPECT_TRUE(opens(key, header, sealed[0]));
  EXPECT_FALSE(opens(key, header, sealed[1])) << "left out";
  EXPECT_FALSE(opens(SecretKey::random(), header, sealed[0]));
  EXPECT_FALSE(opens(key, header.substr(1), sealed[0]));
  EXPECT_FALSE(opens(key, header, sealed[0].substr(0, 10)));
  for (std::size_t i = 0; i < sealed[0].size(); ++i) {
    std::string changed = sealed[0];
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(opens(key, header, changed)) << i;
  }
}

TEST(Sealing, APassphraseGivesOneKeyASaltAnother) {
  PassphraseCost cost = new_passphrase_cost();
  cost.passes = 1;
  cost.memory_bytes = 8192;
  const Secret passphrase("kata sandi panjang");
  const auto bytes = [](const std::optional<SecretKey>& key) {
    return std::vector<std::uint8_t>(key->reveal().begin(), key->reveal().end());
  };
  const auto first = bytes(key_of(passphrase, cost));
  EXPECT_EQ(bytes(key_of(passphrase, cost)), first);
  EXPECT_NE(bytes(key_of(Secret("kata sandi panjang "), cost)), first);
  PassphraseCost other = cost;
  other.salt[3] ^= 1;
  EXPECT_NE(bytes(key_of(passphrase, other)), first);
  other.memory_bytes = std::uint64_t{1} << 40;
  EXPECT_FALSE(key_of(passphrase, other)) << "memory that a damaged file asks for";
  other = cost;
  other.passes = 1 << 20;
  EXPECT_FALSE(key_of(passphrase, other));
}

TEST(Sealing, KeysOfTwoPurposesDiffer) {
  const SecretKey key = SecretKey::random();
  const auto bytes = [](const SecretKey& of) {
    return std::vector<std::uint8_t>(of.reveal().begin(), of.reveal().end());
  };
  EXPECT_EQ(bytes(key.derive("tokens")), bytes(key.derive("tokens")));
  EXPECT_NE(bytes(key.derive("tokens")), bytes(key.derive("exhibits")));
  EXPECT_NE(bytes(key.derive("tokens")), bytes(key));
}

}  // namespace
}  // namespace sidik::crypto
