#include "casefile/sealed_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "casefile/case_folder_for_test.hpp"

namespace sidik::casefile {
namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string opened(const std::string& path, const crypto::SecretKey& key) {
  std::string all;
  const Status status = open_sealed(path, key, [&](std::string_view piece) {
    all += piece;
    return true;
  });
  return status ? all : "broken: " + std::string(status.error().code.name());
}

TEST(SealedFile, OpensToWhatWasSealedAtEveryLength) {
  const FolderForTest folder;
  const auto key = crypto::SecretKey::random();
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, kPiece - 1, kPiece, kPiece + 1, 2 * kPiece}) {
    std::string text(length, 'a');
    for (std::size_t i = 0; i < length; ++i) text[i] = static_cast<char>('a' + i % 23);
    std::ofstream(folder.path() + "/in", std::ios::binary | std::ios::trunc) << text;
    const auto digest = seal_file(folder.path() + "/in", folder.path() + "/out", key, Context());
    ASSERT_TRUE(digest);
    EXPECT_EQ(digest->bytes, length);
    EXPECT_EQ(digest->sha256, digest_file(folder.path() + "/in", Context())->sha256);
    EXPECT_TRUE(opened(folder.path() + "/out", key) == text) << length;
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/out.part"));
  }
}

TEST(SealedFile, NothingOfTheFileIsInTheOpen) {
  const FolderForTest folder;
  std::ofstream(folder.path() + "/in") << "3174012345670001,SITI REKAAN\n";
  ASSERT_TRUE(seal_file(folder.path() + "/in", folder.path() + "/out", crypto::SecretKey::random(), Context()));
  const std::string sealed = content(folder.path() + "/out");
  EXPECT_EQ(sealed.find("SITI"), std::string::npos);
  EXPECT_EQ(sealed.find("3174"), std::string::npos);
}

TEST(SealedFile, EveryDamageIsFound) {
  const FolderForTest folder;
  const auto key = crypto::SecretKey::random();
  std::ofstream(folder.path() + "/in") << std::string(std::size_t{3} << 19, 'x');
  ASSERT_TRUE(seal_file(folder.path() + "/in", folder.path() + "/out", key, Context()));
  const std::string sealed = content(folder.path() + "/out");
  const auto damaged = [&](const std::string& bytes) {
    std::ofstream(folder.path() + "/bad", std::ios::binary | std::ios::trunc) << bytes;
    return opened(folder.path() + "/bad", key).substr(0, 6);
  };
  EXPECT_EQ(damaged(sealed).substr(0, 3), "xxx");
  for (const std::size_t at :
       {std::size_t{0}, std::size_t{10}, std::size_t{40}, std::size_t{1} << 20, sealed.size() - 1}) {
    std::string bytes = sealed;
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    EXPECT_EQ(damaged(bytes), "broken") << at;
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{20},
                                 std::size_t{31} + 17 + (std::size_t{1} << 20), sealed.size() - 1})
    EXPECT_EQ(damaged(sealed.substr(0, size)), "broken") << size;
  EXPECT_EQ(damaged(sealed + "x"), "broken");
  EXPECT_EQ(opened(folder.path() + "/out", crypto::SecretKey::random()).substr(0, 6), "broken");
}

TEST(SealedFile, WhatCannotBeReadOrWrittenIsSaid) {
  const FolderForTest folder;
  const auto key = crypto::SecretKey::random();
  const auto code = [](const auto& result) { return std::string(result.error().code.name()); };
  EXPECT_EQ(code(digest_file(folder.path() + "/none", Context())), "casefile.exhibit_unreadable");
  EXPECT_EQ(code(digest_file(folder.path(), Context())), "casefile.exhibit_unreadable");
  std::ofstream(folder.path() + "/in") << "x";
  EXPECT_EQ(code(seal_file(folder.path() + "/in", folder.path() + "/none/out", key, Context())),
            "casefile.exhibit_unwritable");
}

}  // namespace
}  // namespace sidik::casefile
