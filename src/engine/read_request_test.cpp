#include "engine/read_request.hpp"

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
