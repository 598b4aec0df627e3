#include "crypto/keyed_hash.hpp"

#include <gtest/gtest.h>
#include <hwy/targets.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sidik::crypto {
namespace {

using Key = std::array<std::uint8_t, KeyedHash::kKeyBytes>;

Key counting_key() {
  Key key{};
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
  return key;
}

std::array<std::uint8_t, 16> to_bytes(Hash128 hash) {
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<std::uint8_t>(hash.low >> (8 * i));
    bytes[8 + i] = static_cast<std::uint8_t>(hash.high >> (8 * i));
  }
  return bytes;
}

/// CBC-MAC by OpenSSL over the form that keyed_hash.hpp names.
std::array<std::uint8_t, 16> slow_twin(const Key& key, const std::string& value) {
  std::string form(1, static_cast<char>(value.size() < 255 ? value.size() : 255));
  for (int i = 0; value.size() >= 255 && i < 8; ++i) form += static_cast<char>(value.size() >> (8 * i));
  form += value;
  form.resize((form.size() + 15) / 16 * 16, '\0');
  const std::array<std::uint8_t, 16> zeros{};
  EVP_CIPHER_CTX* const context = EVP_CIPHER_CTX_new();
  EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), nullptr, key.data(), zeros.data());
  EVP_CIPHER_CTX_set_padding(context, 0);
  std::vector<unsigned char> out(form.size() + 16);
  int size = 0;
  EVP_EncryptUpdate(context, out.data(), &size, reinterpret_cast<const unsigned char*>(form.data()),
                    static_cast<int>(form.size()));
  EVP_CIPHER_CTX_free(context);
  std::array<std::uint8_t, 16> mac{};
  std::copy(out.begin() + size - 16, out.begin() + size, mac.begin());
  return mac;
}

TEST(KeyedHash, EqualsOpenSslAtEveryLength) {
  std::mt19937_64 random(7);
  for (std::size_t length = 0; length <= 600; ++length) {
    Key key{};
    for (auto& byte : key) byte = static_cast<std::uint8_t>(random());
    std::string value(length, '\0');
    for (char& letter : value) letter = static_cast<char>(random());
    const KeyedHash hash{std::span<const std::uint8_t, 16>(key)};
    EXPECT_EQ(to_bytes(hash(value)), slow_twin(key, value)) << length;
  }
}

TEST(KeyedHash, IsTheSameOnEveryKindOfProcessor) {
  std::mt19937_64 random(19);
  std::vector<std::string> texts(100);
  std::vector<std::string_view> fields;
  for (auto& text : texts) {
    text.resize(random() % 300);
    for (char& letter : text) letter = static_cast<char>(random());
    fields.emplace_back(text);
  }
  std::set<std::vector<Hash128>> answers;
  const std::int64_t here = hwy::SupportedTargets();
  for (std::int64_t left = here; left != 0; left &= left - 1) {
    hwy::SetSupportedTargetsForTest(left & -left);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    const KeyedHash hash{std::span<const std::uint8_t, 16>(counting_key())};
    std::vector<Hash128> out(fields.size());
    hash.hash_column(fields.data(), 1, out);
    std::vector<Hash128> rows(10);
    hash.combine_rows(out, rows);
    out.insert(out.end(), rows.begin(), rows.end());
    answers.insert(out);
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  EXPECT_EQ(answers.size(), 1U);
}

TEST(KeyedHash, DiffersFromKeyToKey) {
  const KeyedHash left = KeyedHash::random();
  const KeyedHash right = KeyedHash::random();
  EXPECT_NE(left("value"), right("value"));
  EXPECT_EQ(left("value"), left("value"));
}

TEST(KeyedHash, MovesItsKey) {
  KeyedHash first{std::span<const std::uint8_t, 16>(counting_key())};
  const Hash128 before = first("value");
  KeyedHash second = std::move(first);
  EXPECT_EQ(second("value"), before);
  KeyedHash third = KeyedHash::random();
  third = std::move(second);
  EXPECT_EQ(third("value"), before);
}

/// The hash of one row of fields.
Hash128 row_of(const KeyedHash& hash, const std::vector<Hash128>& fields) {
  std::array<Hash128, 1> row{};
  hash.combine_rows(fields, row);
  return row[0];
}

TEST(KeyedHash, CombinesByPlaceAndForgetsEmptyFieldsAtTheEnd) {
  const KeyedHash hash{std::span<const std::uint8_t, 16>(counting_key())};
  const Hash128 a = hash("a");
  const Hash128 b = hash("b");
  const Hash128 none{};
  const std::vector<std::vector<Hash128>> rows = {
      {}, {a}, {b}, {a, b}, {b, a}, {a, a}, {none, a}, {a, none, b}, {none, a, b}, {none, none, a}, {b, b, a, a}};
  std::set<Hash128> hashes;
  for (auto row : rows) {
    const Hash128 expected = row_of(hash, row);
    hashes.insert(expected);
    row.push_back(none);
    EXPECT_EQ(row_of(hash, row), expected);
  }
  EXPECT_EQ(hashes.size(), rows.size());
  EXPECT_NE(row_of(hash, {a}), a);
  EXPECT_NE(row_of(hash, {a, b}), row_of(KeyedHash::random(), {a, b}));
}

TEST(KeyedHash, CombinesManyRowsAsOneByOne) {
  std::mt19937_64 random(13);
  const KeyedHash hash = KeyedHash::random();
  for (std::size_t rows = 1; rows < 30; ++rows) {
    const std::size_t columns = rows % 7;
    std::vector<Hash128> fields(rows * columns);
    for (auto& field : fields) field = random() % 2 == 0 ? Hash128{} : Hash128{random(), random()};
    std::vector<Hash128> out(rows);
    hash.combine_rows(fields, out);
    for (std::size_t r = 0; r < rows; ++r) {
      std::vector<Hash128> row;
      for (std::size_t c = 0; c < columns; ++c) row.push_back(fields[c * rows + r]);
      EXPECT_EQ(out[r], row_of(hash, row)) << rows << ' ' << r;
    }
  }
}

TEST(KeyedHash, HashesAColumnAsOneByOne) {
  std::mt19937_64 random(11);
  const KeyedHash hash = KeyedHash::random();
  for (std::size_t count = 0; count < 40; ++count) {
    std::vector<std::string> texts(count);
    std::vector<std::string_view> rows(2 * count);  // every other field is the column
    for (std::size_t r = 0; r < count; ++r) {
      texts[r].resize(random() % 3 == 0 ? 0 : random() % 90);
      for (char& letter : texts[r]) letter = static_cast<char>(random());
      rows[2 * r] = texts[r];
    }
    std::vector<Hash128> out(count, Hash128{7, 7});
    hash.hash_column(rows.data(), 2, out);
    for (std::size_t r = 0; r < count; ++r) {
      EXPECT_EQ(out[r], texts[r].empty() ? Hash128{} : hash(texts[r])) << count << ' ' << r;
    }
  }
}

TEST(KeyedHash, CombinesBothHalvesOfAField) {
  const KeyedHash hash{std::span<const std::uint8_t, 16>(counting_key())};
  const std::vector<Hash128> row = {{1, 2}};
  const std::vector<Hash128> other_low = {{3, 2}};
  const std::vector<Hash128> other_high = {{1, 4}};
  EXPECT_NE(row_of(hash, row).low, row_of(hash, other_low).low);
  EXPECT_NE(row_of(hash, row).high, row_of(hash, other_high).high);
}

}  // namespace
}  // namespace sidik::crypto
