#include "engine/read_request.hpp"

#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

TEST(ReadRequest, UnderstandsHowPeopleNameADelimiter) {
  ExamineRequest request;
  for (const auto& [typed, meant] : std::vector<std::pair<std::string, std::string>>{
           {"\\t", "\t"}, {"tab", "\t"}, {"pipe", "|"}, {";", ";"}, {"||", "||"}, {"none", ""}}) {
    request.delimiter = typed;
    EXPECT_EQ(read_options(request)->delimiter, meant) << typed;
  }
  request.delimiter = "toolong";
  EXPECT_EQ(read_options(request).error().kind, ErrorKind::usage);
}

TEST(ReadRequest, TakesAPasswordFromEachLine) {
  const std::string path = testing::TempDir() + "sidik_passwords_test";
  std::ofstream(path, std::ios::binary) << "one\r\n\n two \nthree";
  const auto passwords = passwords_of(path);
  ASSERT_TRUE(passwords);
  ASSERT_EQ(passwords->size(), 3U);
  EXPECT_EQ((*passwords)[0].reveal(), "one");
  EXPECT_EQ((*passwords)[1].reveal(), " two ") << "a blank may belong to it";
  EXPECT_EQ((*passwords)[2].reveal(), "three");
  std::ofstream(path, std::ios::binary) << std::string(70000, 'x');
  EXPECT_EQ(passwords_of(path).error().code.name(), "engine.password_unreadable");
  std::ofstream(path, std::ios::binary) << "\n\n";
  EXPECT_EQ(passwords_of(path).error().code.name(), "engine.password_unreadable");
  std::remove(path.c_str());
  EXPECT_EQ(passwords_of(path).error().code.name(), "engine.password_unreadable");
  EXPECT_TRUE(passwords_of("")->empty());
}

TEST(ReadRequest, KeepsQuoteAndEscapeTogether) {
  ExamineRequest request;
  request.quote = "'";
  request.escape = "double";
  EXPECT_EQ(read_options(request)->escape, '\'');
  request.quote = "none";
  EXPECT_EQ(read_options(request)->quote, '\0');
  request.escape = "sometimes";
  EXPECT_FALSE(read_options(request));
}

}  // namespace
}  // namespace sidik::engine
