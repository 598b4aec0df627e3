#include "casefile/key_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "casefile/case_folder_for_test.hpp"

namespace sidik::casefile {
namespace {

std::string hex_of(const KeyFile& key) { return crypto::to_hex(key.secret.reveal()); }

TEST(KeyFile, IsReadAsItWasWrittenByItsOwnerAlone) {
  const FolderForTest folder;
  const std::string path = folder.path() + "/rina.signer";
  const KeyFile key{"signer", "rina", crypto::SecretKey::random()};
  ASSERT_TRUE(write_key_file(path, key, std::nullopt));
  const auto read = read_key_file(path, "signer", std::nullopt);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, "rina");
  EXPECT_EQ(hex_of(*read), hex_of(key));
  struct stat status{};
  ASSERT_EQ(stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(write_key_file(path, key, std::nullopt).error().code, ErrorCode("casefile.key_exists"));
  EXPECT_EQ(read_key_file(path, "case", std::nullopt).error().code, ErrorCode("casefile.key_malformed"));
  EXPECT_EQ(read_key_file(path + "x", "case", std::nullopt).error().code, ErrorCode("casefile.key_unreadable"));
}

TEST(KeyFile, APassphraseLocksIt) {
  const FolderForTest folder;
  const std::string path = folder.path() + "/case.key";
  const KeyFile key{"case", "rehearsal", crypto::SecretKey::random()};
  ASSERT_TRUE(write_key_file(path, key, Secret("kata sandi")));
  std::ifstream file(path);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(text.find(hex_of(key)), std::string::npos);
  EXPECT_EQ(read_key_file(path, "case", std::nullopt).error().code, ErrorCode("casefile.key_locked"));
  EXPECT_EQ(read_key_file(path, "case", Secret("kata sand")).error().code, ErrorCode("casefile.key_locked"));
  EXPECT_EQ(hex_of(*read_key_file(path, "case", Secret("kata sandi"))), hex_of(key));
}

TEST(KeyFile, WhatIsNoneIsRefused) {
  const FolderForTest folder;
  const std::string path = folder.path() + "/key";
  for (const char* text : {"x", "{}", "[]", "{\"sidik_key\":1}", "{\"sidik_key\":1,\"kind\":\"case\",\"id\":1}",
                           "{\"sidik_key\":1,\"kind\":\"case\",\"id\":\"a\"}",
                           "{\"sidik_key\":1,\"kind\":\"case\",\"id\":\"a\",\"secret\":\"00\"}",
                           "{\"sidik_key\":1,\"kind\":\"case\",\"id\":\"a\",\"secret\":7}"}) {
    std::ofstream(path, std::ios::trunc) << text;
    EXPECT_EQ(read_key_file(path, "case", std::nullopt).error().code, ErrorCode("casefile.key_malformed")) << text;
  }
  for (const char* lock : {"7", "{\"salt\":7}", "{\"salt\":\"\"}",
                           "{\"salt\":\"00112233445566778899aabbccddeeff\",\"sealed\":\"00\",\"passes\":99999999}"}) {
    std::ofstream(path, std::ios::trunc) << "{\"sidik_key\":1,\"kind\":\"case\",\"id\":\"a\",\"locked\":" << lock
                                         << "}";
    EXPECT_FALSE(read_key_file(path, "case", Secret("p"))) << lock;
  }
}

}  // namespace
}  // namespace sidik::casefile
