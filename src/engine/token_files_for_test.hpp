#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/engine_files_for_test.hpp"
#include "engine/tokens.hpp"

/// A small dump of invented people, its key and its tokens.
namespace sidik::engine {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class TokenFileTest : public FolderTest {
 protected:
  void SetUp() override {
    FolderTest::SetUp();
    key_ = write("case.key", "00112233445566778899aabbccddeeff\n");
    dump_ = write("dump.csv",
                  "nik,nama,no_hp\n3273010101900001,SITI AMINAH,081234567890\n3273010101900001,siti aminah,"
                  "081234567890\n3273014203850002,BUDI,081234567891\n");
    request_ = {dump_, (folder_ / "dump.tokens").string(), key_, {"id"}, {}, {}, false, {}};
  }
  Result<TokenHead> make() const { return make_tokens(request_, Context{}); }
  static crypto::KeyedHash hash() {
    std::array<std::uint8_t, 16> key{};
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i * 0x11);
    return crypto::KeyedHash(key);
  }

  std::string key_;
  std::string dump_;
  TokensRequest request_;
};

}  // namespace sidik::engine
